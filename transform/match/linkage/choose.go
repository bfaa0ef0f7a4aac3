package linkage

import "math/bits"

// choose finds the candidate pairs and says which are learnt from: those whose hash
// ends in so many zeros. Which they are depends neither on how many workers there are
// nor on the order in which they meet the pairs.
func (p *part) choose() (zeros int) {
	seen := make([]endings, processors())
	p.pairs(true, func(w int, i, j uint32) { seen[w][ending(i, j)]++ })
	var all endings
	for _, e := range seen {
		for n := range e {
			all[n] += e[n]
		}
	}
	return all.enough(learnable)
}

// endings are how many pairs there are by the zeros their hash ends in.
type endings [65]int

func ending(i, j uint32) int { return bits.TrailingZeros64(mix(uint64(i)<<32 | uint64(j))) }

// enough returns from how many zeros on there are no more pairs than most.
func (e *endings) enough(most int) (zeros int) {
	left := 0
	for _, n := range e {
		left += n
	}
	for ; left > most && zeros < len(e)-1; zeros++ {
		left -= e[zeros]
	}
	return zeros
}
