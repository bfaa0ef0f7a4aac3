package block

import "slices"

// An entry is a key in the upper half and a record in the lower one.
type entry = uint64

func entryOf(key, record uint32) entry { return entry(key)<<32 | entry(record) }

func keyOf(e entry) uint32 { return uint32(e >> 32) }

func recordOf(e entry) uint32 { return uint32(e) }

// The key is sorted by in three passes, from its lowest bits to its highest.
const (
	digit  = 11
	digits = 1 << digit
)

// few is up to how many entries comparing is faster than counting.
const few = 1 << 10

// sorted sorts entries by key; equal keys keep their order, which must be that of
// their records. The result lies in one of the two buffers, the other is spare.
func sorted(a, spare []entry) (out, other []entry) {
	if len(a) <= few {
		slices.Sort(a)
		return a, spare
	}
	b := spare[:len(a)]
	var count [3][digits]uint32
	for _, e := range a {
		count[0][e>>32&(digits-1)]++
		count[1][e>>(32+digit)&(digits-1)]++
		count[2][e>>(32+2*digit)&(digits-1)]++
	}
	for pass := range count {
		scatter(a, b, &count[pass], 32+digit*pass)
		a, b = b, a
	}
	return a, b
}

// scatter moves entries to where their digit belongs.
func scatter(from, to []entry, count *[digits]uint32, shift int) {
	var at uint32
	for i, c := range count {
		count[i] = at
		at += c
	}
	for _, e := range from {
		d := e >> shift & (digits - 1)
		to[count[d]] = e
		count[d]++
	}
}

// end returns where the block that begins at from ends.
func end(e []entry, from int) int {
	to := from + 1
	for to < len(e) && keyOf(e[to]) == keyOf(e[from]) {
		to++
	}
	return to
}
