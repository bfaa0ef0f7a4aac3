package metrics

import "slices"

// trim gives back the room that lists were given to grow into: a life is kept for
// every customer until the figures are finished, and half of what a list holds may
// be room.
func (l *life) trim() {
	l.days, l.full, l.again, l.active = trimmed(l.days), trimmed(l.full), trimmed(l.again), trimmed(l.active)
	l.months, l.buys = trimmed(l.months), trimmed(l.buys)
	l.tickets, l.answers, l.said = trimmed(l.tickets), trimmed(l.answers), trimmed(l.said)
	l.signs, l.wants = trimmed(l.signs), trimmed(l.wants)
	l.contracts, l.prospects = trimmed(l.contracts), trimmed(l.prospects)
	l.slots = trimmed(l.slots)
	for i := range l.slots {
		l.slots[i].blanks = trimmed(l.slots[i].blanks)
	}
}

// trimmed copies a list that has room left, so that the copy has none.
func trimmed[T any](list []T) []T {
	if cap(list) == len(list) {
		return list
	}
	return slices.Clone(list)
}
