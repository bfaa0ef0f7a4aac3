package linkage

import "clientele/transform/match/similar"

func (t *Table) compareBorn(a, b *record) uint8 {
	x, y := a.born, b.born
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return bornSame
	}
	p, q := &t.births[x], &t.births[y]
	if similar.OneSlip(p.day, q.day) || exchanged(p.day, q.day) {
		return bornSlip
	}
	switch d := max(p.days-q.days, q.days-p.days); {
	case d <= 31:
		return bornMonth
	case d <= 366:
		return bornYear
	case d <= 3653:
		return bornDecade
	}
	return bornDiffers
}

// exchanged reports whether day and month stand in each other's place.
func exchanged(a, b string) bool {
	return len(a) == 8 && len(b) == 8 && a[:4] == b[:4] && a[4:6] == b[6:] && a[6:] == b[4:6]
}

// compareCode compares identifying numbers.
func compareCode(x *texts, a, b uint32) uint8 {
	switch {
	case a == 0 || b == 0:
		return null
	case a == b:
		return codeSame
	}
	switch similar.Edits(x.of(a), x.of(b), 2) {
	case 1:
		return codeSlip
	case 2:
		return codeTwo
	}
	return codeDiffers
}

// compareText compares names of things.
func compareText(x *texts, a, b uint32) uint8 {
	switch {
	case a == 0 || b == 0:
		return null
	case a == b:
		return textSame
	case x.like(a, b, 0.88) >= 0.88:
		return textNear
	}
	return textDiffers
}

// compareEmployer compares where two people work: the account they are contacts
// of, or the name of the company.
func (t *Table) compareEmployer(a, b *record) uint8 {
	if a.code != 0 && a.code == b.code {
		return textSame
	}
	return compareText(t.company, a.company, b.company)
}
