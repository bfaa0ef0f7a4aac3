package cluster

// sets are disjoint sets of records, each named by its smallest.
type sets []uint32

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = uint32(i)
	}
	return s
}

// find halves the path it goes.
func (s sets) find(x uint32) uint32 {
	for s[x] != x {
		s[x] = s[s[x]]
		x = s[x]
	}
	return x
}

// join returns whether the two were apart.
func (s sets) join(a, b uint32) bool {
	a, b = s.find(a), s.find(b)
	if a == b {
		return false
	}
	s[max(a, b)] = min(a, b)
	return true
}

// flatten lets every record name its set at once.
func (s sets) flatten() {
	for i := range s {
		s[i] = s[s[i]] // the smaller ones are flat already
	}
}
