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

// LnHypNext returns ln ₂F₁(a, b; a+1; z) for a > 0, 0 < b < a+1 and 0 ≤ z < 1; NaN
// outside. This is the form the likelihood of the Pareto/NBD is made of, and an
// incomplete beta function in disguise; after Euler's transform one parameter is 1 and
// Gauss's continued fraction serves, which is fast for z near 1 too. Source: NIST Digital
// Library of Mathematical Functions, 15.7.5.
func LnHypNext(a, b, z float64) float64 {
	if !(a > 0 && b > 0 && b < a+1 && z >= 0 && z < 1) {
		return math.NaN()
	}
	return (1-b)*math.Log1p(-z) - math.Log(oneOver(a+1-b, a+1, z))
}

// oneOver returns 1/₂F₁(a, 1; c; z) by its continued fraction 1 − k₁z/(1 − k₂z/(1 − …)),
// from the front after W. J. Lentz, Applied Optics 15 (1976). All k are positive for
// 0 < a < c.
func oneOver(a, c, z float64) float64 {
	f, up, down := 1.0, 1.0, 0.0
	for i := range most {
		m := float64((i + 1) / 2)
		k := m * (c - 1 - a + m) / ((c + 2*m - 2) * (c + 2*m - 1))
		if i%2 == 0 {
			k = (a + m) * (c - 1 + m) / ((c - 1 + 2*m) * (c + 2*m))
		}
		down = 1 / nonzero(1-k*z*down)
		up = nonzero(1 - k*z/up)
		f *= up * down
		if math.Abs(up*down-1) < 1e-16 {
			return f
		}
	}
	return math.NaN()
}

// nonzero keeps a continued fraction from dividing by zero.
func nonzero(v float64) float64 {
	if v == 0 {
		return 1e-300
	}
	return v
}
