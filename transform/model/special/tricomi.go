package special

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// LnTricomi returns ln U(s, s, z), Tricomi's confluent hypergeometric function on its
// diagonal, for s > 0 and z > 0; NaN outside. U(s, s, z) = e^z Γ(1−s, z), an incomplete
// gamma function whose order may be negative. Sources: Abramowitz and Stegun (1964),
// 13.6.28; for large z or s the continued fraction 6.5.31; for small z W. Gautschi, A
// computational procedure for incomplete gamma functions, ACM TOMS 5 (1979).
func LnTricomi(s, z float64) float64 {
	switch {
	case !(s > 0 && z > 0) || math.IsInf(z, 1):
		return math.NaN()
	case z > 1.5:
		return (1-s)*math.Log(z) - math.Log(lentz(s, z))
	case s < .5:
		return z + math.Log(mathext.GammaIncRegComp(1-s, z)) + LnGamma(1-s)
	}
	return diagonal(s, z)
}

// diagonal starts at an order within a half of 1, where the small-z formula holds its
// digits, and climbs by U(s+1) = (z^−s − U(s))/s, written for z^s U(s), which stays
// within 0 and 1.
func diagonal(s, z float64) float64 {
	steps := math.Floor(s - .5)
	at := s - steps
	v := math.Exp(z+at*math.Log(z)) * small(1-at, z)
	for ; steps > 0; steps-- {
		v = z * (1 - v) / at
		at++
	}
	return math.Log(v) - s*math.Log(z)
}

// small returns Γ(a, z) for |a| ≤ ½ and z ≤ 1.5: (Γ(1+a) − z^a)/a less the rest of the
// power series, with the difference formed of numbers near zero.
func small(a, z float64) float64 {
	v := -eulerGamma - math.Log(z)
	if a != 0 {
		v = (math.Expm1(lnGamma1p(a)) - math.Expm1(a*math.Log(z))) / a
	}
	term := math.Pow(z, a)
	for k := 1.0; k < 60; k++ {
		term *= -z / k
		v -= term / (a + k)
	}
	return v
}

const eulerGamma = 0.57721566490153286060651209008240243

// lnGamma1p returns ln Γ(1+a) for |a| ≤ ½ with full digits near zero: Abramowitz and
// Stegun (1964), 6.1.33.
func lnGamma1p(a float64) float64 {
	v, power := a*(1-eulerGamma)-math.Log1p(a), -a
	for k := 2.0; k < 40; k++ {
		power *= -a
		v += power * mathext.Zeta(k, 2) / k
	}
	return v
}

// lentz returns z+s − 1·s/(z+s+2 − 2(s+1)/(z+s+4 − …)).
func lentz(s, z float64) float64 {
	f := z + s
	up, down := f, 0.0
	for k := 1.0; k < most; k++ {
		a, b := -k*(s+k-1), z+s+2*k
		down = 1 / nonzero(b+a*down)
		up = nonzero(b + a/up)
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
