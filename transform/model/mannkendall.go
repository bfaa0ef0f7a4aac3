package model

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// MannKendall returns the two-sided p value of a trend in values in their order:
// how likely as many rises over falls, or falls over rises, would be without one.
// From 0 to 1; NaN below four values, 1 where all are equal. By the normal
// approximation with the correction for ties and continuity. Sources: H. B. Mann,
// Econometrica 13 (1945); M. G. Kendall, Rank Correlation Methods (1975).
func MannKendall(values []float64) float64 {
	n := len(values)
	if n < 4 {
		return math.NaN()
	}
	s, ties := 0.0, map[float64]float64{}
	for i := range values {
		ties[values[i]]++
		for j := i + 1; j < n; j++ {
			s += sign(values[j] - values[i])
		}
	}
	variance := spreadOf(float64(n))
	seen := map[float64]bool{}
	for _, v := range values { // in their order, so that the sum is the same each time
		if !seen[v] {
			seen[v] = true
			variance -= spreadOf(ties[v])
		}
	}
	if variance <= 0 || s == 0 {
		return 1
	}
	z := (math.Abs(s) - 1) / math.Sqrt(variance)
	return math.Min(1, 2*distuv.UnitNormal.Survival(z))
}

// spreadOf is the variance that n values, all different, give the sum of signs.
func spreadOf(n float64) float64 { return n * (n - 1) * (2*n + 5) / 18 }

func sign(v float64) float64 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}
