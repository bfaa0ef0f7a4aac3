package metrics

import (
	"hash/fnv"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"

	"clientele/transform"
	"clientele/transform/model/contract"
	"clientele/transform/model/lifetime"
)

// heldModel is how long contracts last, by their yearly renewals; nil where nothing can
// be told.
func (s *Set) heldModel() *contract.SBG {
	c := s.cut(transform.Scope{})
	var seen []contract.Renewal
	for _, l := range s.lives {
		if l.holding != nil {
			seen = c.due(seen, l.holding)
		}
	}
	if len(seen) < 2 || seen[0].Due < int64(s.rules.MinSample) {
		return nil
	}
	m, err := contract.FitSBG(seen, lapsePrior)
	if err != nil {
		return nil
	}
	return &m
}

// underContract returns the first day of the span under contract that the as-of day lies
// in, false for nobody under contract.
func (s *Set) underContract(l *life) (first Day, ok bool) {
	if l.holding == nil {
		return 0, false
	}
	for _, x := range l.holding.spans {
		if s.win.asOf >= x.from && s.win.asOf < x.until {
			return x.from - 1, true
		}
	}
	return 0, false
}

// renewals returns, for every month ahead, how many anniversaries lie between its middle
// and the as-of day, and how many lie behind the as-of day.
func (s *Set) renewals(first Day) (behind int, ahead []int) {
	day := s.win.asOf
	next := first.AddMonths(12)
	for next <= day {
		behind++
		next = first.AddMonths(12 * (behind + 1))
	}
	ahead = make([]int, s.rules.LifetimeMonths)
	n := 0
	for k := range ahead {
		middle := day.AddMonths(k) + 15
		for first.AddMonths(12*(behind+n+1)) <= middle {
			n++
		}
		ahead[k] = n
	}
	return behind, ahead
}

// heldFactor returns how many years' profit of a customer under contract are to come:
// every month a twelfth, discounted, if the contract was renewed on all anniversaries
// before it. Source: Fader and Hardie (2010), see contract.SBG.DERL, cut at the horizon.
func (s *Set) heldFactor(m *contract.SBG, first Day) float64 {
	behind, ahead := s.renewals(first)
	sum := 0.0
	for k, n := range ahead {
		stays := m.Survival(float64(behind+n)) / m.Survival(float64(behind))
		sum += stays * s.discount(k+1) / 12
	}
	return sum
}

// discount is what money in the middle of the k-th month is worth today.
func (s *Set) discount(k int) float64 {
	return math.Pow(1+s.rules.DiscountRate.Float(), -(float64(k)-.5)/12)
}

// heldProfit is the net profit of a year of a customer under contract: that of the last
// twelve months where they were under contract throughout, else what the contracts say,
// times their share of profit; false where neither is known.
func (s *Set) heldProfit(l *life, first Day) (float64, bool) {
	if first <= s.win.year.From {
		return l.row.Net.Value.Float(), true
	}
	if v := l.holding.worthOn(s.win.asOf); v.Known && v.Value > 0 {
		return v.Value.Float() * s.forecast.worth.profit(l), true
	}
	return 0, false
}

// playHeld draws how long a contract lasts: the customer's own chance of a lapse given the
// renewals behind, and then the renewals ahead.
func (s *Set) playHeld(l *life, first Day, yearly float64) lifetime.Play {
	m := s.forecast.held
	behind, ahead := s.renewals(first)
	h := fnv.New64a()
	_, _ = h.Write([]byte(l.row.ID)) // never fails
	source := rand.NewPCG(uint64(s.win.asOf), h.Sum64())
	rng := rand.New(source)
	p := lifetime.Play{Drawn: make([]float64, lifetime.Draws), Expected: make([]float64, lifetime.Draws)}
	for i := range p.Drawn {
		lapse := distuv.Beta{Alpha: m.Alpha, Beta: m.Beta + float64(behind), Src: source}.Rand()
		lasts := int(math.Min(1e6, math.Floor(-rng.ExpFloat64()/math.Log1p(-lapse))))
		for k, n := range ahead {
			if n <= lasts {
				p.Drawn[i] += yearly * s.discount(k+1) / 12
			}
		}
		p.Expected[i] = l.row.Ahead.Value.Float()
	}
	return p
}
