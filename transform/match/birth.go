package match

import (
	"time"

	"clientele/extract"
)

// likeDays compares two dates of birth.
func likeDays(a, b extract.Day) level {
	if a == 0 || b == 0 {
		return unknown
	}
	x, y := a.Time(), b.Time()
	if a == b {
		if x.Month() == time.January && x.Day() == 1 {
			return partly // the day people and programs fill in
		}
		return exact
	}
	if x.Year() == y.Year() && int(x.Month()) == y.Day() && int(y.Month()) == x.Day() {
		return nearly
	}
	if digitsApart(a.String(), b.String()) == 1 || oneSlip(a.String(), b.String()) {
		return nearly
	}
	if x.Year() == y.Year() && (newYear(x) || newYear(y)) {
		return partly
	}
	return differs
}

func newYear(t time.Time) bool { return t.Month() == time.January && t.Day() == 1 }

func digitsApart(a, b string) int {
	n := 0
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}
