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
	placeDiffers  = iota
	placeNearby   // nearly the same postcode, a part of it, a like city
	placeCity     // other street, or none to compare, and the same city
	placeMovedZip // other street, same postcode
	placeArea     // from here on no street to compare
	placeDistrict
	placeSector
	placeZip
	placeElsewhere // same street, other place
	placeHouse     // same street, other house
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
	case t.crossed(a, b):
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

// crossed reports whether the first name of each is the last name of the other, a
// slip or so apart.
func (t *Table) crossed(a, b *record) bool {
	if a.first == 0 || b.first == 0 || a.last == 0 || b.last == 0 {
		return false
	}
	return t.cross(a.first, b.last) && t.cross(b.first, a.last)
}

func (t *Table) cross(first, last uint32) bool {
	if t.asLast[first] == last {
		return true
	}
	s, z := t.first.text[first], t.last.text[last]
	return similar.AtMost(len(s), len(z), t.firstLetters[first], t.lastLetters[last]) >= 0.9 && similar.JaroWinkler(s, z) >= 0.9
}

func (t *Table) compareLast(a, b *record) uint8 {
	x, y := a.last, b.last
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return lastSame
	case a.first != b.first && t.crossed(a, b):
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
	if street == null && zip == null && city == null {
		return null
	}
	here := zip == null && city == null || city == textSame || zip != null && zip >= placeSector
	switch {
	case street == null:
		return area(zip, city)
	case street == streetDiffers:
		return moved(zip, city)
	case !here:
		return placeElsewhere
	case street == streetHouse:
		return placeHouse
	case street == streetNear:
		return placeStreetNear
	}
	return placeStreet
}

// area is the level where there is no street to compare.
func area(zip, city uint8) uint8 {
	switch {
	case zip == null && city == textSame || zip == placeDiffers && city == textSame:
		return placeCity
	case zip == null && city == textNear:
		return placeNearby
	case zip == null:
		return placeDiffers
	}
	return zip
}

// moved is the level of two different streets.
func moved(zip, city uint8) uint8 {
	switch {
	case zip == placeZip:
		return placeMovedZip
	case city == textSame:
		return placeCity
	case zip != null && zip >= placeSector || city == textNear:
		return placeNearby
	}
	return placeDiffers
}

// The levels of a street.
const (
	streetDiffers = iota
	streetHouse
	streetNear
	streetSame
)

func (t *Table) compareStreet(a, b *record) uint8 {
	x, y := a.street, b.street
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return streetSame
	}
	p, q := &t.homes[x], &t.homes[y]
	if p.name != q.name && t.roads.like(p.name, q.name, t.roadLetters, 0.9) < 0.9 {
		return streetDiffers
	}
	if p.house == q.house || p.house == "" || q.house == "" {
		return streetNear
	}
	return streetHouse
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
