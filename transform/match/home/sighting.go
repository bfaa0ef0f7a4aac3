package home

import (
	"cmp"
	"iter"
	"slices"
)

// A sighting is a value at a record or a customer.
type sighting struct {
	value value
	of    int32
}

func sortSightings(list []sighting) {
	slices.SortFunc(list, func(a, b sighting) int { return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.of, b.of)) })
}

// runs hands out the stretches of one value.
func runs(list []sighting) iter.Seq[[]sighting] {
	return stretches(list, func(a, b sighting) bool { return a.value == b.value })
}

// stretches hands out the longest stretches of neighbours that are one.
func stretches[T any](list []T, one func(a, b T) bool) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for from, to := 0, 0; from < len(list); from = to {
			for to = from; to < len(list) && one(list[to], list[from]); to++ {
			}
			if !yield(list[from:to]) {
				return
			}
		}
	}
}

// A presence is a customer at a value, by one of the records that say so.
type presence struct {
	value      value
	of, record int32
}

func comparePresence(a, b presence) int {
	if a.value != b.value {
		return cmp.Compare(a.value, b.value)
	}
	return cmp.Compare(a.of, b.of)
}
