package model

import "math"

// A Shift is the place in a series where its level changes most.
type Shift struct {
	At   int     // the first value at the new level; 0 of fewer than two values
	Down bool    // the new level is lower
	P    float64 // two-sided probability of as clear a place by chance, at most 1
}

// Pettitt finds where the level of a series changes: the place that splits it so that
// values before and after differ most in rank, the first of several alike. P is the
// usual approximation, which is a little too large for short series: below eleven
// values nothing reaches 5 %. It takes values to be independent and to have one change
// at most; a season it does not know of can look like one. Source: A. N. Pettitt, A
// non-parametric approach to the change-point problem, Applied Statistics 28 (1979).
func Pettitt(values []float64) Shift {
	n := float64(len(values))
	best := Shift{P: 1}
	most, sum := 0.0, 0.0
	for i, rank := range Midranks(values) {
		sum += rank*n + .5 // the midrank from 1 to n
		t := float64(i + 1)
		u := 2*sum - t*(n+1)
		if t < n && math.Abs(u) > most {
			most = math.Abs(u)
			best = Shift{At: i + 1, Down: u > 0, P: math.Min(1, 2*math.Exp(-6*u*u/(n*n*n+n*n)))}
		}
	}
	return best
}

// Unusual reports whether a sum of n values lies outside what chance allows about zero
// at 95 %, given how far usual values lie from one another: Student's t of their
// standard deviation. Fewer than three usual ones allow nothing to be said. Source:
// Student, The probable error of a mean, Biometrika 6 (1908).
func Unusual(sum float64, n int, usual []float64) bool {
	if len(usual) < 3 {
		return false
	}
	_, half := Mean(usual) // t × deviation ÷ √k
	return math.Abs(sum) > half*math.Sqrt(float64(len(usual)*n))
}
