package warehouse

// seen remembers which numbers were met: one bit each, so a million rows take
// 125 kB.
type seen struct{ bits []uint64 }

func (s *seen) add(n int64) {
	for int(n>>6) >= len(s.bits) {
		s.bits = append(s.bits, 0)
	}
	s.bits[n>>6] |= 1 << (n & 63)
}

func (s *seen) has(n int64) bool {
	return int(n>>6) < len(s.bits) && s.bits[n>>6]&(1<<(n&63)) != 0
}
