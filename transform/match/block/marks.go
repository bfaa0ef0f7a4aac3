package block

// marks hold eight bits of every key of a record beside each other: whether two
// records can have met under an earlier rule is then seen in a word or two instead
// of in two places of memory a rule. Keys that differ have equal marks once in 256
// times; then the keys themselves are asked.
type marks struct {
	words int // a record
	bits  []uint64
}

const low, high = 0x0101010101010101, 0x8080808080808080

func newMarks(n int, rules []Rule) *marks {
	m := &marks{words: max((len(rules)+7)/8, 1)}
	m.bits = make([]uint64, n*m.words)
	for r, rule := range rules {
		shift := r % 8 * 8
		for i, k := range rule.Keys {
			m.bits[i*m.words+r/8] |= uint64(mark(k, uint32(i))) << shift
		}
	}
	return m
}

// mark is eight bits of a key. Without a key a record meets nobody, so its mark is
// of its own number.
func mark(key, record uint32) byte {
	if key == 0 {
		return byte(record * 0x85ebca6b >> 24)
	}
	return byte(key * 0x9e3779b1 >> 24)
}

// maybe is whether a record has an equal mark with another, whose marks are given,
// under one of the first rules.
func (m *marks) maybe(x []uint64, b uint32, rules int) bool {
	y := m.bits[int(b)*m.words:][:len(x)]
	w := 0
	for ; rules >= 8; rules, w = rules-8, w+1 {
		if zero(x[w] ^ y[w]) {
			return true
		}
	}
	return rules > 0 && zero(x[w]^y[w]|^uint64(0)<<(rules*8))
}

func (m *marks) of(record uint32) []uint64 {
	return m.bits[int(record)*m.words:][:m.words]
}

// zero is whether one of the eight bytes is 0 (H. S. Warren, Hacker's Delight, 2002, 6-1).
func zero(x uint64) bool { return (x-low)&^x&high != 0 }
