package match

import "strings"

// compare returns how two records agree. A company and a person clash: a contact
// belongs to its account and never is it.
func (t *table) compare(i, j int32) pattern {
	a, b := &t.recs[i], &t.recs[j]
	var p pattern
	switch {
	case a.firm != b.firm || a.erased || b.erased:
		p[ofCompany] = clash
		return p
	case a.firm:
		t.compareFirms(&p, a, b)
	default:
		t.comparePersons(&p, a, b)
	}
	p[ofTax] = t.likeCode(t.tax, a.tax, b.tax)
	p[ofRegister] = t.likeCode(t.register, a.register, b.register)
	if p[ofFirst] == clash && p[ofTax] == exact {
		p[ofFirst] = differs // a tax number has one holder: weigh the rest
	}
	if p[ofFirst] == clash || p[ofCompany] == clash && p[ofTax] != exact && p[ofRegister] != exact {
		return p
	}
	if p[ofCompany] == clash {
		p[ofCompany] = differs // renamed: the numbers are still its own
	}
	p[ofEmail] = t.likeEmail(a, b)
	p[ofPhone] = t.likePhones(a, b)
	p[ofPlace] = t.likePlace(a, b)
	return p
}

func (t *table) comparePersons(p *pattern, a, b *record) {
	p[ofFirst] = t.likeFirst(a, b)
	p[ofLast] = t.likeLast(a, b)
	if p[ofFirst] != exact && t.crossed(a, b) {
		p[ofFirst], p[ofLast] = swapped, swapped
	}
	p[ofMiddle] = t.likeMiddle(a, b)
	p[ofGeneration] = likeGeneration(a, b)
	if a.sex != "" && b.sex != "" && a.sex != b.sex {
		p[ofSex] = differs
	}
	p[ofBirth] = likeDays(a.born, b.born)
	p[ofCompany] = t.likeEmployer(a, b)
}

// likeFirst compares given names. Two names that are known and no variants of
// each other clash, however alike they are spelt.
func (t *table) likeFirst(a, b *record) level {
	if a.first == 0 || b.first == 0 {
		return unknown
	}
	if a.first == b.first {
		return exact
	}
	x, y := t.first.text[a.first], t.first.text[b.first]
	switch {
	case t.nicks.fit(x, y) || initialOf(x, y):
		return variant
	case t.middle.text[a.middle] == y && len(y) > 1, t.middle.text[b.middle] == x && len(x) > 1:
		return variant // called by the middle name
	}
	known := t.nicks.known(x) && t.nicks.known(y)
	alike := jaroWinkler(x, y)
	switch {
	case known && !oneSlipSwap(x, y):
		return clash
	case alike >= 0.92 || oneSlip(x, y) && min(len(x), len(y)) > 3:
		return nearly
	case alike >= 0.84:
		return partly
	case alike >= 0.75 && !known:
		return differs
	}
	return clash
}

// oneSlipSwap reports whether two neighbours are swapped and nothing else: what
// no two real names are.
func oneSlipSwap(a, b string) bool {
	return len(a) == len(b) && oneSlip(a, b) && digitsApart(a, b) == 2
}

func initialOf(a, b string) bool {
	return (len(a) == 1 || len(b) == 1) && a[0] == b[0]
}

func (t *table) likeLast(a, b *record) level {
	if a.last == 0 || b.last == 0 {
		return unknown
	}
	if a.last == b.last {
		return exact
	}
	x, y := t.last.text[a.last], t.last.text[b.last]
	switch {
	case jaroWinkler(x, y) >= 0.9 || oneSlip(x, y) && min(len(x), len(y)) > 2 || strings.ReplaceAll(x, " ", "") == strings.ReplaceAll(y, " ", ""):
		return nearly
	case within(x, y) || initialOf(x, y):
		return partly
	}
	return differs
}

// crossed reports whether first and last name stand in each other's field; where
// one of the four is missing, the other three must show it.
func (t *table) crossed(a, b *record) bool {
	if t.first.text[a.first] == "" || t.first.text[b.first] == "" || a.last == 0 && b.last == 0 {
		return false
	}
	af, al, bf, bl := t.first.text[a.first], t.last.text[a.last], t.first.text[b.first], t.last.text[b.last]
	return swap(af, bl) && swap(al, bf) && (af == bl || al == bf)
}

func swap(x, y string) bool {
	return x == "" || y == "" || x == y || len(x) > 3 && (oneSlip(x, y) || jaroWinkler(x, y) >= 0.85)
}

func (t *table) likeMiddle(a, b *record) level {
	if a.middle == 0 || b.middle == 0 {
		return unknown
	}
	x, y := t.middle.text[a.middle], t.middle.text[b.middle]
	switch {
	case x == y:
		return exact
	case initialOf(x, y):
		return variant
	case jaroWinkler(x, y) >= 0.88 || within(x, y):
		return nearly
	}
	return differs
}

func likeGeneration(a, b *record) level {
	switch {
	case a.generation == "" || b.generation == "":
		return unknown
	case a.generation == b.generation:
		return exact
	}
	return clash
}
