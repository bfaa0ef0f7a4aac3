package lifetime

import (
	"math"
	"math/rand/v2"
	"slices"

	"clientele/transform/model/fit"
)

// Draws is how many sets of parameters an interval is made of.
const Draws = 200

// Spread shows how far a forecast may be off: from Draws sets of parameters the data
// leave possible, normal in their logarithms about the estimate with the covariance of
// the fit, each with one course of events. It takes no more parameters to be uncertain
// than the model has: that the model is wrong is for the hold-out to tell. Source: A.
// Gelman and others, Bayesian Data Analysis, 3rd ed. (2013), section 4.1.
type Spread struct {
	models []chance
	seed   uint64
}

// chance is a model that can be played.
type chance interface {
	play(h History, weeks float64, source rand.Source) (drawn, expected float64)
}

// Spread draws the sets of parameters. The same seed gives the same intervals, so take
// it from the data or the day of the report, never from the clock.
func (e Estimate) Spread(seed uint64) Spread {
	s := Spread{seed: seed}
	for _, x := range fit.Draw(e.Logarithms, e.Covariance, Draws, rand.NewPCG(seed, 0)) {
		if m, ok := e.At(x).(chance); ok {
			s.models = append(s.models, m)
		}
	}
	return s
}

// Orders returns, for each set of parameters, how many order days a customer turned out
// to have within the next weeks and how many were to be expected. customer is any number
// of their own: two with the same number share their luck.
func (s Spread) Orders(h History, weeks float64, customer uint64) Play {
	source := rand.NewPCG(s.seed, customer+1)
	p := Play{make([]float64, len(s.models)), make([]float64, len(s.models))}
	for i, m := range s.models {
		p.Drawn[i], p.Expected[i] = m.play(h, weeks, source)
	}
	return p
}

// Play is what came of each set of parameters, and what was to be expected by it.
type Play struct{ Drawn, Expected []float64 }

// Between returns the equal-tailed interval that holds the share level of what was drawn,
// .9 for ninety per cent; NaN without draws.
func (p Play) Between(level float64) (low, high float64) {
	v := slices.Sorted(slices.Values(p.Drawn))
	if len(v) == 0 {
		return math.NaN(), math.NaN()
	}
	tail := int(math.Floor(float64(len(v)) * (1 - level) / 2))
	return v[tail], v[len(v)-1-tail]
}
