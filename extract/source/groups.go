package source

import (
	"bytes"

	"golang.org/x/text/currency"
)

// Groups are the runs of digits of a number and the separators between them.
type groups struct {
	digits [][]byte
	marks  []rune // ',' '.' '\'' or ' '
}

// split cuts a number at its separators.
func split(b []byte) (groups, string) {
	var g groups
	start := 0
	for i, r := range string(b) {
		if r >= '0' && r <= '9' {
			continue
		}
		mark, size := separator(r)
		if size == 0 {
			return g, notNumber
		}
		g.digits = append(g.digits, b[start:i])
		g.marks = append(g.marks, mark)
		start = i + size
	}
	g.digits = append(g.digits, b[start:])
	return g, g.gaps()
}

func separator(r rune) (mark rune, size int) {
	switch {
	case r == ',' || r == '.' || r == '\'':
		return r, 1
	case r == '’':
		return '\'', len("’")
	case isBlank(r) && r > ' ' || r == ' ':
		return ' ', len(string(r))
	}
	return 0, 0
}

// gaps refuses empty groups, save before a decimal mark: ".5" is a half.
func (g groups) gaps() string {
	for i, d := range g.digits {
		if len(d) == 0 && (i > 0 || len(g.marks) != 1 || g.marks[0] == '\'' || g.marks[0] == ' ') {
			return notNumber
		}
	}
	return ""
}

// read returns the digits before and after the decimal mark.
func (g groups) read(money string, scale int) (whole, part []byte, reason string) {
	n := len(g.marks)
	switch {
	case n == 0:
		return g.digits[0], nil, ""
	case n == 1 && (g.marks[0] == ',' || g.marks[0] == '.'):
		return g.single(money, scale)
	case g.same(n):
		return g.joined(n + 1), nil, g.check(n + 1)
	case g.marks[n-1] != ',' && g.marks[n-1] != '.', !g.same(n - 1), g.marks[0] == g.marks[n-1]:
		return nil, nil, badGroups
	}
	return g.joined(n), g.digits[n], g.check(n)
}

// single decides on one comma or point. "90,000" and "$1.234" could be either; a
// plain point is decimal, as databases write it, and a comma behind a currency is
// thousands where nobody counts in thousandths.
func (g groups) single(money string, scale int) (whole, part []byte, reason string) {
	whole, part = g.digits[0], g.digits[1]
	looksGrouped := len(part) == 3 && len(whole) >= 1 && len(whole) <= 3 && whole[0] != '0'
	comma := g.marks[0] == ','
	switch {
	case !looksGrouped, !comma && money == "":
		return whole, part, ""
	case comma && thousands(money, scale):
		return g.joined(2), nil, ""
	}
	return nil, nil, ambiguous
}

// thousands reports whether three digits behind a comma can only be thousands of
// this currency. Prices per unit may have three decimals, save in dollars, pounds
// and yen, which never use a decimal comma.
func thousands(money string, scale int) bool {
	switch money {
	case "$", "£", "¥", "US$", "USD", "GBP", "JPY":
		return true
	case "":
		return false
	}
	unit, err := currency.ParseISO(money)
	if err == nil {
		if places, _ := currency.Standard.Rounding(unit); places > 2 {
			return false
		}
	}
	return scale == 4
}

// same reports whether the first n separators are the same.
func (g groups) same(n int) bool {
	for _, m := range g.marks[:n] {
		if m != g.marks[0] {
			return false
		}
	}
	return true
}

// joined returns the first n groups without their separators.
func (g groups) joined(n int) []byte { return bytes.Join(g.digits[:n], nil) }

// check refuses groups that are not of three digits, or in lakhs of two.
func (g groups) check(n int) string {
	if len(g.digits[0]) > 3 || len(g.digits[n-1]) != 3 {
		return badGroups
	}
	for _, d := range g.digits[1 : n-1] {
		if len(d) != 3 && (len(d) != 2 || g.marks[0] != ',') {
			return badGroups
		}
	}
	return ""
}
