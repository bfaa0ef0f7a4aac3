package lifetime

import "math"

// BetaGeometric is the BG/NBD model of P. S. Fader, B. G. S. Hardie and K. L. Lee,
// "Counting Your Customers" the Easy Way, Marketing Science 24 (2005), and its
// modification MBG/NBD by E. P. Batislam, M. Denizel and A. Filiztekin, Empirical
// validation and comparison of models for customer base analysis, IJRM 24 (2007).
//
// While active a customer orders at random with a rate that differs between
// customers by a gamma distribution of shape R and rate Alpha. After each repeat order
// (and, modified, after the first order too) the customer leaves for ever with a
// probability that differs by a beta distribution of A and B. All four are above 0.
//
// The two differ in one count only: how often a customer has had the occasion to
// leave. So every formula here stands once, with that count.
type BetaGeometric struct {
	R, A, B  float64
	Alpha    float64 // weeks
	Modified bool    // a customer may leave after the first order: MBG/NBD
}

// BGNBD is the model in which nobody leaves before a repeat order. By it everybody
// with a single order is still active, however long ago that was.
func BGNBD() Family { return betaGeometric(false) }

// MBGNBD is the model in which customers may leave after their first order already.
func MBGNBD() Family { return betaGeometric(true) }

func betaGeometric(modified bool) Family {
	return Family{
		Name:       BetaGeometric{Modified: modified}.Name(),
		Parameters: []string{"r", "alpha", "a", "b"},
		objective:  betaGeometricObjective(modified),
		centre: func(p *Patterns) []float64 {
			return []float64{0, math.Log(.1 * float64(p.MaxAge) / daysAWeek), 0, math.Log(3)}
		},
		starts: func(c []float64) [][]float64 {
			return [][]float64{{-1.5, c[1], -.2, .9}, {1, c[1] + 1, -2, 2}, {-2, c[1] + 3, 0, 0}, {2, c[1], -4, 2}}
		},
		at: func(x []float64) Model {
			return BetaGeometric{R: math.Exp(x[0]), Alpha: math.Exp(x[1]), A: math.Exp(x[2]), B: math.Exp(x[3]), Modified: modified}
		},
	}
}

// Name returns BG/NBD or MBG/NBD.
func (m BetaGeometric) Name() string {
	if m.Modified {
		return "MBG/NBD"
	}
	return "BG/NBD"
}

// occasions returns how often a customer with x repeat orders could have left.
func (m BetaGeometric) occasions(x float64) float64 {
	if m.Modified {
		return x + 1
	}
	return x
}

// Alive returns how probable it is that the customer has not left for ever, from 0
// to 1. It is no ranking of who is at risk: by BG/NBD everybody without a repeat has 1.
// Source: P. S. Fader and B. G. S. Hardie, Computing P(alive) using the BG/NBD model,
// note 021 (2008).
func (m BetaGeometric) Alive(h History) float64 {
	x, last, age := h.weeks()
	k := m.occasions(x)
	if k == 0 {
		return 1
	}
	odds := math.Log(m.A) - math.Log(m.B+k-1) + (m.R+x)*math.Log1p((age-last)/(m.Alpha+last))
	return 1 / (1 + math.Exp(odds))
}

// ProbOrder returns how probable at least one order is within the next weeks, from 0
// to 1: who is active orders unless a negative binomial count is 0, and leaves only
// after an order. Exact in both models.
func (m BetaGeometric) ProbOrder(h History, weeks float64) float64 {
	x, _, age := h.weeks()
	if weeks <= 0 {
		return 0
	}
	return m.Alive(h) * -math.Expm1(-(m.R+x)*math.Log1p(weeks/(m.Alpha+age)))
}
