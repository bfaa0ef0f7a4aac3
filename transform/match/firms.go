package match

import (
	"strings"

	"clientele/transform/match/normal"
)

func (t *table) compareFirms(p *pattern, a, b *record) {
	p[ofCompany] = t.likeCompany(a, b)
	p[ofCity] = t.likeCity(a, b)
}

func (t *table) likeEmployer(a, b *record) level {
	if a.company == 0 || b.company == 0 {
		return unknown
	}
	if a.company == b.company {
		return exact
	}
	if sameWords(t.company.text[a.company], t.company.text[b.company]) {
		return nearly
	}
	return differs
}

func (t *table) likeCompany(a, b *record) level {
	if a.company == 0 || b.company == 0 {
		return unknown
	}
	if a.company == b.company {
		return exact
	}
	x, y := t.company.text[a.company], t.company.text[b.company]
	switch {
	case sameWords(x, y) || t.miswritten(a, b):
		return nearly
	case within(x, y) && !toldApart(x, y):
		return partly
	}
	return clash
}

// miswritten reports whether two whole names are one typing mistake or a misplaced
// blank apart. A digit is never taken for a mistake.
func (t *table) miswritten(a, b *record) bool {
	x, y := t.whole.text[a.whole], t.whole.text[b.whole]
	if onlyDigits(x) != onlyDigits(y) || min(len(x), len(y)) < 8 {
		return false
	}
	return x == y || oneSlip(x, y)
}

// toldApart reports whether the words that only one name has tell companies of
// one group apart: a place of the compass, a number.
func toldApart(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range y {
		if !strings.Contains(" "+a+" ", " "+w+" ") || !strings.Contains(" "+b+" ", " "+w+" ") {
			if normal.Telling(w) {
				return true
			}
		}
	}
	return false
}

func (t *table) likeCity(a, b *record) level {
	if a.city == 0 || b.city == 0 {
		return unknown
	}
	x, y := t.city.text[a.city], t.city.text[b.city]
	switch {
	case a.city == b.city:
		return exact
	case jaroWinkler(x, y) >= 0.92 || within(x, y):
		return nearly
	case a.zip != 0 && a.zip == b.zip:
		return unknown // two names of one place
	}
	return differs
}

func (t *table) likeCode(in *texts, a, b int32) level {
	switch {
	case a == 0 || b == 0:
		return unknown
	case a == b:
		return exact
	case oneSlip(in.text[a], in.text[b]) && in == t.tax:
		return nearly
	}
	return differs
}
