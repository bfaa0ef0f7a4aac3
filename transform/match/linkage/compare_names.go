package linkage

import "slices"

func (t *Table) compareFirst(a, b *record) uint8 {
	x, y := a.first, b.first
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return firstSame
	case t.crossed(a, b):
		return firstSwapped
	case t.variants(x, y):
		return firstVariant
	case len(t.nicks[x]) > 0 && len(t.nicks[y]) > 0:
		return firstOther // two known names, however alike they look
	}
	switch s := t.first.like(x, y, 0.85); {
	case s >= 0.92:
		return firstNear
	case s >= 0.85:
		return firstAlike
	}
	return firstDiffers
}

// variants reports whether two given names are short for one name, or one is the
// initial of the other.
func (t *Table) variants(x, y uint32) bool {
	s, z := t.first.of(x), t.first.of(y)
	if min(len(s), len(z)) == 1 {
		return s[0] == z[0]
	}
	return slices.ContainsFunc(t.nicks[x], func(g uint16) bool { return slices.Contains(t.nicks[y], g) })
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
	return t.asLast[first] == last || alike(t.first, first, t.last, last, 0.9) >= 0.9
}

func (t *Table) compareMiddle(a, b *record) uint8 {
	x, y := a.middle, b.middle
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return middleSame
	}
	s, z := t.middle.of(x), t.middle.of(y)
	if min(len(s), len(z)) == 1 && s[0] == z[0] || t.middle.like(x, y, 0.88) >= 0.88 {
		return middleNear
	}
	return middleDiffers
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
	case t.last.like(x, y, 0.9) >= 0.9:
		return lastNear
	case partOf(t.last.of(x), t.last.of(y)):
		return lastPart
	}
	return lastDiffers
}

// partOf reports whether one name is a whole part of the other: Smith of
// Smith-Jones.
func partOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 {
		return false
	}
	rest := len(b) - len(a)
	return rest > 0 && (b[len(a)] == ' ' && b[:len(a)] == a || b[rest-1] == ' ' && b[rest:] == a)
}

func compareTitle(_ *Table, a, b *record) uint8 {
	switch {
	case a.sex == 0 || b.sex == 0:
		return null
	case a.sex == b.sex:
		return titleSame
	}
	return titleDiffers
}
