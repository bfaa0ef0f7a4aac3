package model

import "math"

// A Rule says that baskets holding everything on the left hold the right as well:
// how many do, of how many with the left, with the right, and of how many in all.
// Things are known by number. Source: R. Agrawal, T. Imielinski and A. Swami,
// Mining association rules between sets of items in large databases, SIGMOD (1993).
type Rule struct {
	Left                    []int32 // ascending
	Right                   int32
	Both, Lefts, Rights, Of int64
}

// Support returns the share of baskets with left and right, from 0 to 1.
func (r Rule) Support() float64 { return float64(r.Both) / float64(r.Of) }

// Confidence returns the share of baskets with the left that hold the right too,
// from 0 to 1.
func (r Rule) Confidence() float64 { return float64(r.Both) / float64(r.Lefts) }

// Lift returns confidence over the share of all baskets with the right: 1 where
// the two have nothing to do with each other, never below 0. Source: S. Brin, R.
// Motwani, J. D. Ullman and S. Tsur, Dynamic itemset counting, SIGMOD (1997), who
// call it interest.
func (r Rule) Lift() float64 {
	return float64(r.Both) * float64(r.Of) / (float64(r.Lefts) * float64(r.Rights))
}

// Leverage returns the share of baskets with both beyond what would be expected if
// the two had nothing to do with each other, from -0.25 to 0.25. Source: G.
// Piatetsky-Shapiro, Discovery, analysis, and presentation of strong rules (1991).
func (r Rule) Leverage() float64 {
	n := float64(r.Of)
	return float64(r.Both)/n - float64(r.Lefts)/n*(float64(r.Rights)/n)
}

// Conviction returns how many times more often the left would come without the
// right if the two had nothing to do with each other; infinite where it never
// does. Source: Brin and others (1997), as for Lift.
func (r Rule) Conviction() float64 {
	return (1 - float64(r.Rights)/float64(r.Of)) / (1 - r.Confidence())
}

// LiftLow returns the lower end of the 95 % interval of the lift: its logarithm is
// taken as normal, with the variance that the delta method gives for shares of one
// multinomial sample, (1/p(both) - 1/p(left) - 1/p(right) + 2·lift - 1) / n; 0 for
// no basket with both. Source of the method: A. Agresti, Categorical Data Analysis
// (2013); the variance is worked out from it here.
func (r Rule) LiftLow() float64 {
	if r.Both == 0 {
		return 0
	}
	n := float64(r.Of)
	lift := r.Lift()
	variance := (n/float64(r.Both) - n/float64(r.Lefts) - n/float64(r.Rights) + 2*lift - 1) / n
	return lift * math.Exp(-z95*math.Sqrt(math.Max(0, variance)))
}

// P returns the probability of as many baskets with both or more if the two had
// nothing to do with each other, see Hypergeometric.
func (r Rule) P() float64 { return Hypergeometric(r.Both, r.Lefts, r.Rights, r.Of) }
