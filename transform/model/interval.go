package model

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Wilson returns the 95 % score interval of a share of part in whole, both from 0
// to 1; 0 and 1 for an empty whole. Source: E. B. Wilson, Probable inference, the
// law of succession, and statistical inference, JASA 22 (1927).
func Wilson(part, whole int64) (low, high float64) {
	if whole <= 0 {
		return 0, 1
	}
	n, p := float64(whole), float64(part)/float64(whole)
	z2 := z95 * z95
	mid := (p + z2/(2*n)) / (1 + z2/n)
	half := z95 / (1 + z2/n) * math.Sqrt(p*(1-p)/n+z2/(4*n*n))
	return clamp(mid-half, 0, 1), clamp(mid+half, 0, 1)
}

// NetPromoter returns promoters less detractors in points from -100 to 100 with
// its 95 % adjusted Wald interval, which adds three answers in proportion 1:2:1
// and is cut at ±100; all zero without answers. Source: J. Sauro and J. R. Lewis,
// Quantifying the User Experience, 2nd ed. (2016), after Agresti and Min (2005).
func NetPromoter(promoters, passives, detractors int64) (score, low, high float64) {
	n := float64(promoters + passives + detractors)
	if n == 0 {
		return 0, 0, 0
	}
	score = 100 * float64(promoters-detractors) / n
	mid, v := adjustedPromoter(promoters, passives, detractors)
	half := z95 * math.Sqrt(v)
	return score, clamp(100*(mid-half), -100, 100), clamp(100*(mid+half), -100, 100)
}

// adjustedPromoter returns the score as a share and the square of its standard
// error after three answers were added in proportion 1:2:1.
func adjustedPromoter(promoters, passives, detractors int64) (mid, variance float64) {
	up, down, m := float64(promoters)+.75, float64(detractors)+.75, float64(promoters+passives+detractors)+3
	mid = (up - down) / m
	return mid, ((up+down)/m - mid*mid) / m
}

// Mean returns the mean of values and the half width of its 95 % interval by
// Student's t; the width is NaN below two values, the mean below one. Source:
// Student, The probable error of a mean, Biometrika 6 (1908).
func Mean(values []float64) (mean, half float64) {
	n := float64(len(values))
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	for _, v := range values {
		mean += v / n
	}
	if n < 2 {
		return mean, math.NaN()
	}
	squares := 0.0
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: n - 1}.Quantile(.975)
	return mean, t * math.Sqrt(squares/(n-1)/n)
}

// PoissonAtLeast returns the probability of k events or more where lambda are
// expected: 1 for k of zero.
func PoissonAtLeast(k int64, lambda float64) float64 {
	switch {
	case k <= 0:
		return 1
	case lambda <= 0:
		return 0
	}
	return distuv.Poisson{Lambda: lambda}.Survival(float64(k - 1))
}

// Discoveries reports which of several p-values stand at a false discovery rate.
// Source: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate,
// JRSS B 57 (1995).
func Discoveries(p []float64, rate float64) []bool {
	return DiscoveriesAmong(p, len(p), rate)
}
