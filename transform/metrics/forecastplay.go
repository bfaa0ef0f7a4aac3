package metrics

import (
	"hash/fnv"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"

	"clientele/transform/model/contract"
	"clientele/transform/model/lifetime"
)

// playHeld draws what a customer under contract may bring: for each set of parameters the
// renewals leave possible the customer's own chance of a lapse, given the renewals behind,
// how many of those ahead they come to, and what is ordered until then.
func (s *Set) playHeld(l *life, first Day, yearly float64) lifetime.Play {
	h := fnv.New64a()
	_, _ = h.Write([]byte(l.row.ID)) // never fails
	source := rand.NewPCG(uint64(s.win.asOf), h.Sum64())
	behind, years := s.heldYears(first)
	p := lifetime.Play{Drawn: make([]float64, lifetime.Draws), Expected: make([]float64, lifetime.Draws)}
	orders := s.habitOf(l)
	for i := range p.Drawn {
		m := &s.forecast.lapses[i]
		lasts := lastsFor(m, behind, source)
		year := orders.play(source)
		for n, worth := range years {
			if n <= lasts {
				p.Drawn[i] += yearly * worth * year()
			}
		}
		p.Expected[i] = yearly * heldSum(m, behind, years)
	}
	return p
}

// lastsFor draws how many more renewals a contract comes to.
func lastsFor(m *contract.SBG, behind int, source rand.Source) int {
	lapse := distuv.Beta{Alpha: m.Alpha, Beta: m.Beta + float64(behind), Src: source}.Rand()
	return int(math.Min(1e6, math.Floor(-rand.New(source).ExpFloat64()/math.Log1p(-lapse))))
}

// A habit is how a customer under contract ordered in the last twelve months, as far as
// it tells how much another year may differ from that one.
type habit struct {
	days  float64 // with an order; 0 where nothing tells
	shape float64 // of the gamma distribution of what an order day is worth
}

// habitOf takes the shape that all customers' orders have; without one, amounts are taken
// to vary as much as their mean.
func (s *Set) habitOf(l *life) habit {
	h := habit{days: float64(l.daysIn(s.win.year)), shape: 1}
	if g := s.forecast.worth.gamma; g != nil {
		h.shape = g.P
	}
	return h
}

// play draws what the year seen might have been but for luck, and returns what draws one
// year after the other as a share of the year seen: order days are a Poisson process, what
// they are worth is gamma distributed, both about means of which one year tells only so
// much. Source: A. Gelman and others, Bayesian Data Analysis, 3rd ed. (2013), section 2.6.
func (h habit) play(source rand.Source) func() float64 {
	if h.days == 0 {
		return func() float64 { return 1 }
	}
	gamma := func(shape float64) float64 { return distuv.Gamma{Alpha: shape, Beta: 1, Src: source}.Rand() }
	rate := gamma(h.days)
	worth := h.shape * h.days / gamma(h.shape*h.days+1) // an inverse gamma of mean 1
	return func() float64 {
		n := distuv.Poisson{Lambda: rate, Src: source}.Rand()
		if n == 0 {
			return 0
		}
		return worth * gamma(h.shape*n) / h.shape / h.days
	}
}
