package home

import (
	"slices"
	"strings"

	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// A tie is what companies of one family have in common beside a name.
type tie struct {
	value
	way  uint8
	text string // as people know it, where that may be said
}

// The ways companies are tied, the surest first.
const (
	byDomain = iota
	byTaxNumber
	byNumber
	byExchange
	byPlace
	byNothing
)

func (t tie) words() string {
	return [...]string{"the mail domain " + t.text, "one tax number", "one telephone number", "numbers of one telephone exchange", "one address", ""}[t.way]
}

// tiesOf reads what may tie a company to others: its records' own mail domains and
// telephone numbers, its tax number and its address.
func (p *people) tiesOf(c int32, opts match.Options, streets *normal.Streets) (out []tie) {
	for _, i := range p.clusters[c] {
		q := &p.parties[i]
		if e := normal.ParseEmail(q.Email); e.Key != "" && !e.Public && !normal.IsPlaceholderEmail(e) {
			out = append(out, tie{valueOf("domain", e.Domain), byDomain, e.Domain})
		}
		for _, raw := range [2]string{q.Phone, q.Mobile} {
			if digits := normal.Digits(raw); digits != "" && !normal.IsPlaceholderPhone(digits) {
				out = append(out, numberTies(normal.Phone(raw, country(q, opts)))...)
			}
		}
	}
	g := &p.customers[c]
	if n := normal.Code(g.TaxNumber); n != "" && !normal.IsPlaceholder(n) {
		out = append(out, tie{value: valueOf("tax", n), way: byTaxNumber})
	}
	if a := streets.Address(g.Street, "", g.Zip, g.City, g.Region, g.Country); a.Street != "" && a.House != "" && !normal.IsPlaceholder(a.Street) {
		out = append(out, tie{value: valueOf("place", a.Street, a.House, a.Zip, a.City), way: byPlace})
	}
	slices.SortFunc(out, compareTies)
	return slices.CompactFunc(out, func(a, b tie) bool { return a.value == b.value })
}

func compareTies(a, b tie) int {
	switch {
	case a.way != b.way:
		return int(a.way) - int(b.way)
	case a.value < b.value:
		return -1
	case a.value > b.value:
		return 1
	}
	return 0
}

// shortest is how many digits, with the country's, the beginning of a number must have
// to be one subscriber's: of fewer it may be a town's.
const shortest = 9

// numberTies returns a number, and what it begins with where its last one or two
// digits are an extension's.
func numberTies(number string) (out []tie) {
	if number == "" {
		return nil
	}
	out = append(out, tie{value: valueOf("number", number), way: byNumber})
	number = strings.TrimPrefix(number, "+")
	for cut := 1; cut <= 2 && len(number)-cut >= shortest; cut++ {
		out = append(out, tie{value: valueOf("exchange", number[:len(number)-cut]), way: byExchange})
	}
	return out
}

// many is from how many companies on a value ties nobody: it is a tax adviser's, or a
// park of offices'.
const many = 64

// cousins visits the houses that have a tie with a house, the surest ties first.
func (f *families) cousins(h int32, visit func(other int32, t tie)) {
	for _, t := range f.houses[h].ties {
		users := f.users[t.value]
		if len(users) < 2 || len(users) >= many {
			continue
		}
		asked, is := "", false
		for _, other := range users {
			name := f.common(h, other)
			if name != asked {
				asked, is = name, f.theirs(users, name)
			}
			if other != h && name != "" && is {
				visit(other, t)
			}
		}
	}
}

// theirs reports whether what houses have in common is a family's: at least half of
// those who use it bear the family's name.
func (f *families) theirs(users []int32, name string) bool {
	bear := 0
	for _, u := range users {
		if x := &f.houses[u]; x.stem == name || begins(x.name, name) {
			bear++
		}
	}
	return 2*bear >= len(users)
}

// common returns the name two houses have in common: their stem, or the name of one
// with which the other's begins.
func (f *families) common(a, b int32) string {
	x, y := &f.houses[a], &f.houses[b]
	switch {
	case x.stem == y.stem:
		return x.stem
	case begins(x.name, y.name):
		return y.name
	case begins(y.name, x.name):
		return x.name
	}
	return ""
}

// begins reports whether the words of a name begin with those of another.
func begins(name, with string) bool {
	return strings.HasPrefix(name, with) && (len(name) == len(with) || name[len(with)] == ' ')
}
