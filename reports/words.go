package reports

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// NBSP is the space that keeps a number and its unit on one line.
const NBSP = "\u00a0"

// PercentWords writes a share with one decimal: "4.1 %". Not measured is "not measured".
func PercentWords(x float64) string { return decimals(x*100, 1, NBSP+"%") }

// Percent0Words writes a share without decimals: "47 %".
func Percent0Words(x float64) string { return decimals(x*100, 0, NBSP+"%") }

// PointsWords writes percentage points: "1.5 pp".
func PointsWords(x float64) string { return decimals(x, 1, NBSP+"pp") }

// DecimalWords writes a plain number with n decimals.
func DecimalWords(x float64, n int) string { return decimals(x, n, "") }

// SignedPercent writes a relative change with its sign: "+4.1 %", "−2.0 %", "0.0 %".
func SignedPercent(x float64) string {
	s := PercentWords(x)
	if x > 0 && strings.Trim(s, "0.%"+NBSP) != "" && !math.IsInf(x, 0) {
		return "+" + s
	}
	return s
}

// AboveBelow writes a relative change so that no sign can mislead: "4.1 % above", "2.0 % below", "level with".
func AboveBelow(x float64) string { return either(x, "above", "below", "level with") }

// MoreLess writes a relative change as "4.1 % more", "2.0 % less", "as much".
func MoreLess(x float64) string { return either(x, "more", "less", "as much") }

// RoseFell writes a relative change as a deed: "rose 4.1 %", "fell 2.0 %", "did not change".
func RoseFell(x float64) string {
	s := PercentWords(math.Abs(x))
	switch {
	case math.IsNaN(x):
		return "cannot be compared"
	case isZero(s):
		return "did not change"
	case x > 0:
		return "rose " + s
	}
	return "fell " + s
}

func either(x float64, more, less, same string) string {
	s := PercentWords(math.Abs(x))
	switch {
	case math.IsNaN(x):
		return "not comparable with"
	case isZero(s):
		return same
	case x > 0:
		return s + " " + more
	}
	return s + " " + less
}

func isZero(s string) bool { return strings.Trim(s, "0.%"+NBSP) == "" }

// Thousands writes a count with separators: "12,345".
func Thousands[N ~int | ~int32 | ~int64](n N) string {
	if n < 0 {
		return "−" + grouped(-float64(n), 0)
	}
	return grouped(float64(n), 0)
}

// Plural writes a count with its noun: "1 customer", "2,961 customers".
func Plural[N ~int | ~int32 | ~int64](n N, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + many
}

// ByteSize writes a file size: "812 kB", "1.4 MB".
func ByteSize(n int) string {
	if n >= 999_500 {
		return fmt.Sprintf("%.1f%sMB", float64(n)/1e6, NBSP)
	}
	return fmt.Sprintf("%.0f%skB", math.Ceil(float64(n)/1e3), NBSP)
}

func decimals(x float64, n int, unit string) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "not measured"
	}
	s := grouped(math.Abs(x), n)
	if x < 0 && strings.Trim(s, "0.,") != "" {
		s = "−" + s
	}
	return s + unit
}

// grouped writes x >= 0 with n decimals and separators between thousands.
func grouped(x float64, n int) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(x, 'f', n, 64), ".")
	if rest != "" {
		return separated(whole) + "." + rest
	}
	return separated(whole)
}

func separated(digits string) string {
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	return b.String()
}
