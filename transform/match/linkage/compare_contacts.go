package linkage

import (
	"clientele/transform/match/normal"
	"clientele/transform/match/similar"
)

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
	return t.compareMailboxes(&t.mails[x], &t.mails[y], a, b)
}

func (t *Table) compareMailboxes(m, n *mail, a, b *record) uint8 {
	switch {
	case m.guess == b.email, n.guess == a.email:
		return mailNear
	case m.local == n.local && (m.role || n.role):
		return mailDiffers
	case m.local == n.local && a.is(named) && b.is(named):
		return null
	case m.local == n.local, t.email.slip(a.email, b.email) && t.slipped(m, n, a, b):
		return mailNear
	case !a.is(named) && !b.is(named) && t.alikeMailboxes(m.local, n.local):
		return mailAlike
	case m.domain == n.domain && !m.public && !n.public:
		return mailDomain
	}
	return mailDiffers
}

// slipped reports whether two mailboxes that are one slip apart may be one: not the
// numbered ones of two namesakes, nor initials in another order.
func (t *Table) slipped(m, n *mail, a, b *record) bool {
	x, y := t.locals.of(m.local), t.locals.of(n.local)
	switch {
	case min(len(x), len(y)) < 5:
		return false
	case !a.is(named) && !b.is(named):
		return true
	}
	// Made of the names, both: haley8 and hailey8 are a slip apart because the names are,
	// ann.hale and annhale are two namesakes'.
	return !(a.is(named) && b.is(named)) && normal.Digits(x) == normal.Digits(y) && a.first == b.first && a.last == b.last
}

func (t *Table) alikeMailboxes(x, y uint32) bool {
	if t.locals.like(x, y, 0.88) < 0.88 {
		return false
	}
	f, g := normal.Digits(t.locals.of(x)), normal.Digits(t.locals.of(y))
	return f == g || similar.OneSlip(f, g)
}

// comparePhone returns the best agreement of the numbers of two people.
func (t *Table) comparePhone(a, b *record) uint8 { return t.compareAllNumbers(a, b, t.phoneShared) }

// compareLine returns the best agreement of the numbers of two companies.
func (t *Table) compareLine(a, b *record) uint8 { return t.compareAllNumbers(a, b, t.lineShared) }

func (t *Table) compareAllNumbers(a, b *record, shared []bool) uint8 {
	if a.phones[0] == 0 || b.phones[0] == 0 {
		return null
	}
	best := uint8(phoneDiffers)
	for _, x := range a.phones {
		for _, y := range b.phones {
			if x != 0 && y != 0 {
				best = max(best, t.compareNumbers(x, y, shared))
			}
		}
	}
	return best
}

func (t *Table) compareNumbers(x, y uint32, shared []bool) uint8 {
	switch {
	case x == y && shared[x]:
		return phoneShared
	case x == y:
		return phoneSame
	case t.phone.slip(x, y):
		return phoneNear
	}
	return phoneDiffers
}
