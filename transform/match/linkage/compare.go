package linkage

import "clientele/transform/match/similar"

// null is the level of a field that one side does not have: it says nothing.
const null = 15

// The levels of agreement, field by field, from disagreement upwards.
const (
	firstDiffers, firstAlike, firstNear, firstNick, firstSwapped, firstSame = 0, 1, 2, 3, 4, 5
	lastDiffers, lastPart, lastNear, lastSame                               = 0, 1, 2, 3
	bornDiffers, bornDecade, bornYear, bornMonth, bornSlip, bornSame        = 0, 1, 2, 3, 4, 5
	mailDiffers, mailDomain, mailAlike, mailNear, mailShared, mailSame      = 0, 1, 2, 3, 4, 5
	phoneDiffers, phoneNear, phoneShared, phoneSame                         = 0, 1, 2, 3
	codeDiffers, codeTwo, codeSlip, codeSame                                = 0, 1, 2, 3
	textDiffers, textNear, textSame                                         = 0, 1, 2
)

// The levels of a place, which weighs street, postcode and city together: they
// are not independent of each other.
const (
	placeDiffers   = iota
	placeMovedNear // other street, nearly the same postcode or the same city
	placeMovedZip  // other street, same postcode
	placeCityNear  // neither street nor postcode to compare
	placeCity
	placeArea // no street to compare
	placeDistrict
	placeSector
	placeZip
	placeStreetOnly // same street, other postcode
	placeStreetNear
	placeStreet
)

func (t *Table) compareFirst(a, b *record) uint8 {
	x, y := a.first, b.first
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return firstSame
	case t.asLast[x] != 0 && t.asLast[x] == b.last && t.asLast[y] != 0 && t.asLast[y] == a.last:
		return firstSwapped
	case t.nicks(x, y):
		return firstNick
	}
	switch s := t.first.like(x, y, t.firstLetters, 0.85); {
	case s >= 0.92:
		return firstNear
	case s >= 0.85:
		return firstAlike
	}
	return firstDiffers
}

func (t *Table) compareLast(a, b *record) uint8 {
	x, y := a.last, b.last
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return lastSame
	case t.asLast[a.first] == y && t.asLast[b.first] == x && y != 0:
		return null // exchanged: said by the first name
	case t.last.like(x, y, t.lastLetters, 0.9) >= 0.9:
		return lastNear
	case partOf(t.last.text[x], t.last.text[y]):
		return lastPart
	}
	return lastDiffers
}

// like returns how alike two values of a column are, or 0 where it is surely less
// than the least that matters.
func (x *texts) like(a, b uint32, letters []uint32, least float64) float64 {
	s, z := x.text[a], x.text[b]
	if similar.AtMost(len(s), len(z), letters[a], letters[b]) < least {
		return 0
	}
	return similar.JaroWinkler(s, z)
}

func (t *Table) compareBorn(a, b *record) uint8 {
	x, y := a.born, b.born
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return bornSame
	}
	s, z := t.born.text[x], t.born.text[y]
	if similar.OneSlip(s, z) || s[:4] == z[:4] && s[4:6] == z[6:8] && s[6:8] == z[4:6] {
		return bornSlip
	}
	d := t.days[x] - t.days[y]
	switch d = max(d, -d); {
	case d <= 31:
		return bornMonth
	case d <= 366:
		return bornYear
	case d <= 3653:
		return bornDecade
	}
	return bornDiffers
}

func (t *Table) compareEmail(a, b *record) uint8 {
	x, y := a.email, b.email
	switch {
	case x == 0 || y == 0:
		return null
	case x == y && t.mailShared[x]:
		return mailShared
	case x == y:
		return mailSame
	}
	m, n := &t.mails[x], &t.mails[y]
	switch {
	case m.local == n.local:
		if t.unexplained(m, a) >= 3 || t.unexplained(m, b) >= 3 {
			return mailNear
		}
		return null // made of the name: it says nothing beyond the name
	case similar.OneSlip(t.email.text[x], t.email.text[y]):
		return mailNear
	case t.unexplained(m, a) >= 3 && t.unexplained(n, b) >= 3 && sameDigits(t.locals.text[m.local], t.locals.text[n.local]) && t.locals.like(m.local, n.local, t.localLetters, 0.88) >= 0.88:
		return mailAlike
	}
	return mailDiffers
}

func (t *Table) comparePhone(a, b *record) uint8 {
	if a.phones[0] == 0 || b.phones[0] == 0 {
		return null
	}
	best := uint8(phoneDiffers)
	for _, x := range a.phones {
		for _, y := range b.phones {
			if x != 0 && y != 0 {
				best = max(best, t.compareNumbers(x, y))
			}
		}
	}
	return best
}

func (t *Table) compareNumbers(x, y uint32) uint8 {
	switch {
	case x == y && t.phoneShared[x]:
		return phoneShared
	case x == y:
		return phoneSame
	case similar.OneSlip(t.phone.text[x], t.phone.text[y]):
		return phoneNear
	}
	return phoneDiffers
}

func compareCode(x *texts, a, b uint32) uint8 {
	switch {
	case a == 0 || b == 0:
		return null
	case a == b:
		return codeSame
	}
	switch similar.Edits(x.text[a], x.text[b], 2) {
	case 1:
		return codeSlip
	case 2:
		return codeTwo
	}
	return codeDiffers
}

func compareText(x *texts, letters []uint32, a, b uint32) uint8 {
	switch {
	case a == 0 || b == 0:
		return null
	case a == b:
		return textSame
	case x.like(a, b, letters, 0.88) >= 0.88:
		return textNear
	}
	return textDiffers
}

func (t *Table) comparePlace(a, b *record) uint8 {
	street, zip, city := t.compareStreet(a, b), t.compareZip(a, b), compareText(t.city, t.cityLetters, a.city, b.city)
	zipNear := zip == null || zip >= placeSector
	here := zip != null && zip >= placeSector || city == textSame || zip == null && city == null
	_ = zipNear
	switch {
	case street == null && zip == null && city == null:
		return null
	case street == textSame && here:
		return placeStreet
	case street == textNear && here:
		return placeStreetNear
	case street == textSame || street == textNear:
		return placeStreetOnly
	case street == textDiffers:
		switch {
		case zip == placeZip:
			return placeMovedZip
		case zip == placeSector || city == textSame:
			return placeMovedNear
		}
		return placeDiffers
	case zip != null:
		return zip
	case city == textSame:
		return placeCity
	case city == textNear:
		return placeCityNear
	}
	return placeDiffers
}

func (t *Table) compareStreet(a, b *record) uint8 {
	switch x, y := a.street, b.street; {
	case x == 0 || y == 0:
		return null
	case x == y:
		return textSame
	case t.street.text[x][0] == t.street.text[y][0] && t.street.like(x, y, t.streetLetters, 0.92) >= 0.92:
		return textNear
	}
	return textDiffers
}

func (t *Table) compareZip(a, b *record) uint8 {
	x, y := a.zip, b.zip
	if x == 0 || y == 0 {
		return null
	}
	if x == y {
		return placeZip
	}
	p, q := &t.zips[x], &t.zips[y]
	switch {
	case p[2] == q[2] || similar.OneSlip(t.zip.text[x], t.zip.text[y]):
		return placeSector
	case p[1] == q[1]:
		return placeDistrict
	case p[0] == q[0]:
		return placeArea
	}
	return placeDiffers
}

// sameDigits reports whether the figures of two texts are at most a slip apart.
func sameDigits(a, b string) bool {
	x, y := digits(a), digits(b)
	return x == y || similar.OneSlip(x, y)
}
