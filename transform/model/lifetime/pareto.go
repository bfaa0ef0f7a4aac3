package lifetime

import (
	"math"

	"clientele/transform/model/special"
)

// ParetoNBD is the model of D. C. Schmittlein, D. G. Morrison and R. Colombo, Counting
// Your Customers: Who Are They and What Will They Do Next?, Management Science 33 (1987).
//
// While active a customer orders at random with a rate that differs between customers
// by a gamma distribution of shape R and rate Alpha, and leaves for ever, unseen, at a
// random moment whose rate differs by a gamma distribution of shape S and rate Beta. All
// four are above 0.
//
// The formulas are those of P. S. Fader and B. G. S. Hardie, A note on deriving the
// Pareto/NBD model and related expressions (2005).
type ParetoNBD struct {
	R, S        float64
	Alpha, Beta float64 // weeks
}

// paretoLook is how many patterns show where to start.
const paretoLook = 2048

// paretoSample is how many customers the model is fitted to at most. Of a million a fit
// to all would take longer than all else a run does with models, and of so many the
// parameters are known to a few percent already.
const paretoSample = 100_000

// PNBD is the model in which customers leave at any time, after an order or long after.
func PNBD() Family {
	return Family{
		Name:       ParetoNBD{}.Name(),
		Parameters: []string{"r", "alpha", "s", "beta"},
		look:       paretoLook,
		most:       paretoSample,
		objective:  paretoObjective,
		centre: func(p *Patterns) []float64 {
			all := math.Log(float64(p.MaxAge) / daysAWeek)
			return []float64{0, all - math.Log(10), 0, all}
		},
		starts: func(c []float64) [][]float64 {
			return [][]float64{{-.5, c[1], -.5, c[3] - 1}, {1, c[1] + 1, -2, c[3]}, {-2, c[1] + 2, 0, c[3] - 3}, {2, c[1], 1, c[3] + 2}}
		},
		at: func(x []float64) Model {
			return ParetoNBD{R: math.Exp(x[0]), Alpha: math.Exp(x[1]), S: math.Exp(x[2]), Beta: math.Exp(x[3])}
		},
	}
}

// Name returns Pareto/NBD.
func (m ParetoNBD) Name() string { return "Pareto/NBD" }

// Alive returns how probable it is that the customer has not left for ever, from 0 to
// 1. Fader and Hardie (2005), eq. 28.
func (m ParetoNBD) Alive(h History) float64 {
	x, last, age := h.weeks()
	return 1 / (1 + math.Exp(m.lnGone(x, last, age)-m.lnStays(x, age)))
}

// ProbOrder returns how probable at least one order is within the next weeks, from 0 to
// 1: of those active now, all but who neither order nor leave and who leave first.
func (m ParetoNBD) ProbOrder(h History, weeks float64) float64 {
	if weeks <= 0 {
		return 0
	}
	x, _, age := h.weeks()
	now := m.lnStays(x, age)
	none := math.Exp(m.lnStays(x, age+weeks)-now) + math.Exp(m.lnGone(x, age, age+weeks)-now)
	return m.Alive(h) * math.Max(0, 1-none)
}

// logLikelihood returns that of one customer. Fader and Hardie (2005), eq. 18 to 21.
func (m ParetoNBD) logLikelihood(x, last, age float64) float64 {
	stays, gone := m.lnStays(x, age), m.lnGone(x, last, age)
	known := special.LnGamma(m.R+x) - special.LnGamma(m.R) + m.R*math.Log(m.Alpha) + m.S*math.Log(m.Beta)
	return known + math.Max(stays, gone) + math.Log1p(math.Exp(-math.Abs(stays-gone)))
}

// lnStays is the logarithm of (α+t)^−(r+x) (β+t)^−s: x orders, and still there at t.
func (m ParetoNBD) lnStays(x, t float64) float64 {
	return -(m.R+x)*math.Log(m.Alpha+t) - m.S*math.Log(m.Beta+t)
}

// lnGone is the logarithm of s ∫ (α+u)^−(r+x) (β+u)^−(s+1) du between two times: x orders,
// and gone between them. It is −∞ where they are one. The papers write it with two
// hypergeometric functions, whose difference loses its digits where α and β lie far
// apart or the times near together.
func (m ParetoNBD) lnGone(x, from, to float64) float64 {
	return math.Log(m.S) + departureOf(m).between(m.R+x, m.S+1, from, to).log()
}
