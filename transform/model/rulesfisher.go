package model

import "math"

// Hypergeometric returns the probability that two sets of the given sizes, drawn
// apart from each other out of so many, share at least so many: Fisher's exact test
// of a two by two table, one-sided. It does not matter which set is called left.
// The first term comes from logarithms of factorials, the others from the one
// before it, and the smaller tail is added up, so that 6e-26 is as exact as 0.6. Source: R. A. Fisher, The Design of
// Experiments (1935).
func Hypergeometric(shared, left, right, of int64) float64 {
	least, most := max(0, left+right-of), min(left, right)
	switch {
	case shared <= least:
		return 1
	case shared > most:
		return 0
	case float64(shared) > float64(left)/float64(of)*float64(right):
		return math.Min(1, tail(shared, most, 1, left, right, of))
	}
	return math.Max(0, 1-tail(shared-1, least, -1, left, right, of))
}

// tail adds up the probabilities from one number shared to another, which lie on
// one side of the likeliest, so that they fall from the first on.
func tail(from, to, step, left, right, of int64) float64 {
	term := math.Exp(choose(left, from) + choose(of-left, right-from) - choose(of, right))
	sum := term
	for k := from; k != to && term > sum*1e-17; k += step {
		up := min(k, k+step) // between k and the next
		ratio := float64(left-up) * float64(right-up) / (float64(up+1) * float64(of-left-right+up+1))
		if step < 0 {
			ratio = 1 / ratio
		}
		term *= ratio
		sum += term
	}
	return sum
}

// choose returns the logarithm of the number of ways to take k out of n.
func choose(n, k int64) float64 {
	a, _ := math.Lgamma(float64(n + 1))
	b, _ := math.Lgamma(float64(k + 1))
	c, _ := math.Lgamma(float64(n - k + 1))
	return a - b - c
}

// DiscoveriesAmong is Discoveries where more tests were possible than have a
// p-value here: those without one count as tests that found nothing. Fewer tests
// than values are as many as there are values.
func DiscoveriesAmong(p []float64, tests int, rate float64) []bool {
	order, all := argsort(p), float64(max(tests, len(p)))
	last := -1
	for i, at := range order {
		if p[at] <= rate*float64(i+1)/all {
			last = i
		}
	}
	found := make([]bool, len(p))
	for i := 0; i <= last; i++ {
		found[order[i]] = true
	}
	return found
}
