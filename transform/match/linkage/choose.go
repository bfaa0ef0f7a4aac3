package linkage

import "math/bits"

// sample is the pairs of one worker whose hash ends in so many zeros at least. As it
// fills, one zero more is asked for: how many pairs there are need not be known
// beforehand, and which are chosen does not depend on who saw them.
type sample struct {
	pairs []uint64
	zeros int
}

func hashOfPair(pair uint64) int { return bits.TrailingZeros64(mix(pair)) }

func (s *sample) add(i, j uint32) {
	pair := uint64(i)<<32 | uint64(j)
	if hashOfPair(pair) < s.zeros {
		return
	}
	s.pairs = append(s.pairs, pair)
	if len(s.pairs) > learnable {
		s.thin(s.zeros + 1)
	}
}

// thin keeps the pairs whose hash ends in so many zeros.
func (s *sample) thin(zeros int) {
	s.zeros = zeros
	kept := s.pairs[:0]
	for _, pair := range s.pairs {
		if hashOfPair(pair) >= zeros {
			kept = append(kept, pair)
		}
	}
	s.pairs = kept
}

// choose returns candidate pairs to learn from, by their rows and by worker, and how
// many there are for each of them.
func (p *part) choose() (chosen [][]uint64, every int) {
	seen := make([]sample, processors())
	for w := range seen {
		seen[w].pairs = make([]uint64, 0, min(learnable+1, 4*len(p.rows)))
	}
	p.pairs(true, func(w int, i, j uint32) { seen[w].add(i, j) })
	zeros, all := 0, learnable+1
	for w := range seen {
		zeros = max(zeros, seen[w].zeros)
	}
	for ; all > learnable; zeros++ {
		all = 0
		for w := range seen {
			seen[w].thin(zeros)
			all += len(seen[w].pairs)
		}
	}
	for _, s := range seen {
		chosen = append(chosen, s.pairs)
	}
	return chosen, 1 << (zeros - 1)
}
