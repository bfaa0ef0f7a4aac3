package lifetime

import (
	"math"
	"math/rand/v2"

	"clientele/transform/model/fit"
)

// ValueSpread shows how far a forecast of what orders are worth may be off, as Spread
// does for their number.
type ValueSpread struct {
	models []GammaGamma
	seed   uint64
}

// Spread draws sets of parameters, all of which have a mean: without one the estimate is
// ErrHeavyTail.
func (e ValueEstimate) Spread(seed uint64) ValueSpread {
	s := ValueSpread{seed: seed}
	source := rand.NewPCG(seed, math.MaxUint64)
	for tries := 0; len(s.models) < Draws; tries++ {
		for _, x := range fit.Draw(e.Logarithms, e.Covariance, Draws, source) {
			g := GammaGamma{P: math.Exp(x[0]), Q: math.Exp(x[1]), Gamma: math.Exp(x[2])}
			if tries > 20 {
				g = e.GammaGamma
			}
			if len(s.models) < Draws && (g.Q > 1 || tries > 20) {
				s.models = append(s.models, g)
			}
		}
	}
	return s
}

// Worth returns what the orders of a customer turn out to be worth altogether, for each
// play of their number, in the currency the model was fitted in. The customer's own rate
// of values is drawn given what they spent so far; Fader and Hardie (2013), eq. 4.
func (s ValueSpread) Worth(spend Spend, orders Play, customer uint64) Play {
	source := rand.NewPCG(^s.seed, customer+1)
	p := Play{make([]float64, len(orders.Drawn)), make([]float64, len(orders.Drawn))}
	for i, n := range orders.Drawn {
		g := s.models[i%len(s.models)]
		p.Expected[i] = orders.Expected[i] * g.Expected(int(spend.Orders), spend.Mean)
		x := float64(spend.Orders)
		rate := drawGamma(g.P*x+g.Q, g.Gamma+x*spend.Mean, source)
		if n > 0 && rate > 0 {
			p.Drawn[i] = drawGamma(g.P*n, rate, source)
		}
	}
	return p
}
