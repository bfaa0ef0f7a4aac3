package lifetime

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"clientele/transform/model/special"
)

// ahead describes the next weeks of a customer who is active now: how often they
// would order did they never leave is negative binomial, and after each order the
// chance of staying is beta.
type ahead struct {
	shape, z float64 // of the counts: p_j = Γ(shape+j)/(Γ(shape) j!) (1−z)^shape z^j
	a, b     float64 // of staying: after i orders still active with (b)_i/(a+b)_i
}

func (m BetaGeometric) ahead(h History, weeks float64) ahead {
	x, _, age := h.weeks()
	return ahead{shape: m.R + x, z: weeks / (m.Alpha + age + weeks), a: m.A, b: m.B + m.occasions(x)}
}

// maxTerms bounds a sum that ends far earlier with any estimate of Family.Fit.
const maxTerms = 1 << 25

// moments returns the mean of the number of orders and of its square. Of j orders by
// the negative binomial count, the i-th happens if the customer is still there after
// i−1: the mean is Σ p_j Σ_{i<j} s_i, that of the square Σ p_j Σ_{i<j} (2i+1) s_i.
//
// It is the closed form of the papers, 1 less a hypergeometric function over a−1,
// with the difference taken: all terms are positive, so nothing cancels, and neither
// a=1 nor a+b=1 is special.
func (d ahead) moments() (mean, square float64) {
	p, stay, orders, squares := 1.0, 1.0, 0.0, 0.0
	all := 1.0
	for j := 0.0; j < maxTerms; j++ {
		orders += stay
		squares += (2*j + 1) * stay
		whole := 1 / ((d.a + d.b + j) * (j + 1)) // one division for both
		stay *= (d.b + j) * (j + 1) * whole
		ratio := d.z * (d.shape + j) * (d.a + d.b + j) * whole
		p *= ratio
		all += p
		mean += p * orders
		square += p * squares
		if p*squares < 1e-17*(1-ratio)*square {
			break
		}
		if all > 1e200 {
			p, all, mean, square = p*1e-200, all*1e-200, mean*1e-200, square*1e-200
		}
	}
	// The probabilities were summed without their common factor.
	return mean / all, square / all
}

// Expected returns how many order days the customer will have within the next weeks,
// from 0. Source: Fader, Hardie and Lee (2005), eq. 10; for MBG/NBD Batislam et al.
// (2007).
func (m BetaGeometric) Expected(h History, weeks float64) float64 {
	mean, _ := m.Moments(h, weeks)
	return mean
}

// Moments returns the expected number of order days within the next weeks and its
// variance, the parameters taken as known.
func (m BetaGeometric) Moments(h History, weeks float64) (mean, variance float64) {
	if weeks <= 0 {
		return 0, 0
	}
	alive := m.Alive(h)
	mean, square := m.ahead(h, weeks).moments()
	mean, square = alive*mean, alive*square
	return mean, math.Max(0, square-mean*mean)
}

// Acquired returns how many repeat order days a customer will have within that many
// weeks after the first order. Source: Fader, Hardie and Lee (2005), eq. 9.
func (m BetaGeometric) Acquired(weeks float64) float64 { return m.Expected(History{}, weeks) }

// ProbCount returns how probable exactly n order days are within the next weeks, from
// 0 to 1; with the empty history that is P(X(t) = n) of a customer just acquired.
// Source: Fader, Hardie and Lee (2005), eq. 8, from the day of the history on.
func (m BetaGeometric) ProbCount(h History, weeks float64, n int) float64 {
	switch {
	case n < 0:
		return 0
	case n == 0:
		return 1 - m.ProbOrder(h, weeks)
	case weeks <= 0:
		return 0
	}
	d, k := m.ahead(h, weeks), float64(n)
	stays := special.LnGamma(d.b+k) - special.LnGamma(d.b) + special.LnGamma(d.a+d.b) - special.LnGamma(d.a+d.b+k)
	exactly := special.LnGamma(d.shape+k) - special.LnGamma(d.shape) - special.LnGamma(k+1) + d.shape*math.Log1p(-d.z) + k*math.Log(d.z)
	// Left after the n-th: there were n occasions of ordering or more.
	left := math.Exp(stays) * d.a / (d.b + k - 1) * mathext.RegIncBeta(k, d.shape, d.z)
	return m.Alive(h) * (math.Exp(stays+exactly) + left)
}
