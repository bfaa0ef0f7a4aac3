package model

import (
	"math"
	"strconv"
)

// Together returns the pairs of things that baskets hold together more often than
// chance explains, in order of their numbers, as rules from the smaller number to the
// larger; the test is the same both ways. Such a pair is held by least baskets or
// more, the lower end of its lift's 95 % interval is above 1, and Fisher's exact test,
// one-sided, stands at the given rate of false discoveries, from 0 to 1, among all
// pairs of things that so many baskets hold; tests is how many those are. Baskets are
// as Usable returns them, things are numbered from 0 to below things. Source of the
// correction: Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B
// 57 (1995).
func Together(baskets [][]int32, things int, least int64, rate float64) (found []Rule, tests int64) {
	counts := Counts(baskets, things)
	var often int64
	for _, n := range counts {
		if n >= max(least, 1) {
			often++
		}
	}
	tests = often * (often - 1) / 2
	pairs := Pairs(baskets, things, least)
	p := make([]float64, len(pairs))
	rule := func(v Pair) Rule {
		return Rule{Left: []int32{v.A}, Right: v.B, Both: v.Both, Lefts: counts[v.A], Rights: counts[v.B], Of: int64(len(baskets))}
	}
	for i, v := range pairs {
		p[i] = rounded(rule(v).P())
	}
	for i, stands := range DiscoveriesAmong(p, int(tests), rate) {
		if r := rule(pairs[i]); stands && r.LiftLow() > 1 {
			found = append(found, r)
		}
	}
	return found, tests
}

// rounded keeps six digits of a probability, so that which pairs stand does not hang
// on the last bit of a logarithm, which machines compute differently.
func rounded(p float64) float64 {
	v, err := strconv.ParseFloat(strconv.FormatFloat(p, 'e', 5, 64), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}
