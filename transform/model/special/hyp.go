package special

import "math"

// most is how many terms of a series are added up before it is given up.
const most = 10_000_000

// LnHyp returns ln ₂F₁(a, b; c; z) for a, b, c > 0 and 0 ≤ z < 1, whatever its size: the
// power series, all of whose terms are positive, or that of Euler's transform where its
// terms are positive too and fall faster. The relative error is about 4e-15 plus
// 1e-16/(1−z). Outside that range, and where ten million terms do not suffice (z nearer
// to 1 than about 4e-6), it returns NaN. Source: M. Abramowitz and I. A. Stegun, Handbook
// of Mathematical Functions (1964), 15.1.1 and 15.3.3.
func LnHyp(a, b, c, z float64) float64 {
	if !(a > 0 && b > 0 && c > 0 && z >= 0 && z < 1) {
		return math.NaN()
	}
	if c < a+b && c-a > 0 && c-b > 0 {
		return (c-a-b)*math.Log1p(-z) + lnSeries(c-a, c-b, c, z)
	}
	return lnSeries(a, b, c, z)
}

// lnSeries adds the power series up. The sum is scaled down whenever it grows large;
// the series ends when its terms are small and falling, because with large a and b they
// rise first.
func lnSeries(a, b, c, z float64) float64 {
	const large = 1e200
	sum, term, scaled := 1.0, 1.0, 0.0
	for k := range most {
		k := float64(k)
		ratio := (a + k) / (c + k) * ((b + k) / (1 + k)) * z
		term *= ratio
		sum += term
		if sum > large {
			sum, term, scaled = sum/large, term/large, scaled+math.Log(large)
		}
		if ratio < 1 && term <= sum*(1-ratio)*1e-17 {
			return scaled + math.Log(sum)
		}
	}
	return math.NaN()
}
