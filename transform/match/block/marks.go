package block

import "math/bits"

// marks hold eight bits of every key of a record beside each other: whether two
// records can have met under an earlier rule is then seen in a word or two instead
// of in two places of memory a rule. Keys that differ have equal marks once in 256
// times; then the keys themselves are asked.
type marks struct {
	words int // a record
	bits  []uint64
}

const low, high = 0x0101010101010101, 0x8080808080808080

func newMarks(n, rules int) *marks {
	m := &marks{words: max((rules+7)/8, 1)}
	m.bits = make([]uint64, n*m.words)
	return m
}

// add notes the keys of a rule.
func (m *marks) add(rule int, keys []uint32) {
	at, shift := rule/8, rule%8*8
	for i, k := range keys {
		m.bits[i*m.words+at] |= uint64(mark(k, uint32(i))) << shift
	}
}

// mark is eight bits of a key. Without a key a record meets nobody, so its mark is
// of its own number.
func mark(key, record uint32) byte {
	if key == 0 {
		return byte(record * 0x85ebca6b >> 24)
	}
	return byte(key * 0x9e3779b1 >> 24)
}

// first returns the first of the rules from one on, and before another, under which
// a record seems to have the key of another, whose marks are given.
func (m *marks) first(x []uint64, b uint32, from, before int) int {
	y := m.bits[int(b)*m.words:][:len(x)]
	for w := from / 8; w < len(x) && w*8 < before; w++ {
		equal := zeros(x[w]^y[w]) >> (max(from-w*8, 0) * 8) << (max(from-w*8, 0) * 8)
		if equal != 0 {
			return w*8 + bits.TrailingZeros64(equal)/8
		}
	}
	return before
}

func (m *marks) of(record uint32) []uint64 {
	return m.bits[int(record)*m.words:][:m.words]
}

// zeros has the high bit of the bytes that are 0, and perhaps of some above them
// (H. S. Warren, Hacker's Delight, 2002, 6-1).
func zeros(x uint64) uint64 { return (x - low) &^ x & high }
