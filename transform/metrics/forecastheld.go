package metrics

import (
	"math"

	"clientele/transform"
	"clientele/transform/model/contract"
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

// heldYears returns, for each number of anniversaries ahead, what a year's profit spread
// over the months with so many before them is worth today, in years; and how many
// anniversaries lie behind.
func (s *Set) heldYears(first Day) (behind int, years []float64) {
	behind, ahead := s.renewals(first)
	for k, n := range ahead {
		for len(years) <= n {
			years = append(years, 0)
		}
		years[n] += s.discount(k+1) / 12
	}
	return behind, years
}

// heldFactor returns how many years' profit of a customer under contract are to come:
// every month a twelfth, discounted, if the contract was renewed on all anniversaries
// before it. Source: Fader and Hardie (2010), see contract.SBG.DERL, cut at the horizon.
func (s *Set) heldFactor(m *contract.SBG, first Day) float64 {
	behind, years := s.heldYears(first)
	return heldSum(m, behind, years)
}

func heldSum(m *contract.SBG, behind int, years []float64) float64 {
	sum := 0.0
	for n, worth := range years {
		sum += worth * m.Survival(float64(behind+n)) / m.Survival(float64(behind))
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
