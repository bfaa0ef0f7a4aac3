package home

import (
	"math/bits"
	"slices"
)

// handful is how many elements are dealt to a heap, about. So few are sorted by
// inserting.
const handful = 4

// byValue returns a list in the order that compare says, which must be that of the
// values first. Values are hashes: dealt by their first bits they come in heaps of
// about one size, and only those are sorted.
func byValue[T any](list []T, of func(*T) value, compare func(a, b T) int) []T {
	width := bits.Len(uint(len(list) / handful))
	return dealt(list, 1<<width, func(x *T) int { return int(of(x) >> (64 - width)) }, compare)
}

// dealt returns a list in the order that compare says: dealt into heaps, by their
// number first.
func dealt[T any](list []T, heaps int, heap func(*T) int, compare func(a, b T) int) []T {
	if len(list) < 64*handful {
		slices.SortFunc(list, compare)
		return list
	}
	ends := make([]int32, heaps+1) // where a heap begins, and once it is dealt, where it ends
	for i := range list {
		ends[heap(&list[i])+1]++
	}
	for h := range heaps {
		ends[h+1] += ends[h]
	}
	out := make([]T, len(list))
	for i := range list {
		h := heap(&list[i])
		out[ends[h]] = list[i]
		ends[h]++
	}
	from := int32(0)
	for _, to := range ends[:heaps] {
		if to-from > 1 {
			slices.SortFunc(out[from:to], compare)
		}
		from = to
	}
	return out
}
