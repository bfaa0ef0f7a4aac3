package metrics

import (
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// weight is how many customers of the wider group a small one is drawn towards.
const weight = 10

// riskName is what the estimate is called.
const riskName = "Logistic regression on the days since the last order, the order days, how often they come and how late by that rhythm: no order within %d days; learned from %d past days"

// judge estimates for every customer the probability of no order within the horizon,
// by a logistic regression on what customers did after several past days. It needs
// nothing but history, takes no view on whether a customer is still there, and goes on
// beyond the longest silence seen. Which figures it reads was chosen by area under the
// curve and mean squared error within the first nine months of a public music shop and
// on the generated company, for horizons of 30 to 180 days: shares of customers in cells
// of the same figures ranked worse, because a cell knows nothing of its neighbours. Where
// fewer than 20 customers had ordered before the last of the past days nothing is known.
// Source: model.FitLogit's; recency and frequency after A. M. Hughes, Strategic Database
// Marketing (1994).
func (s *Set) judge() {
	now := s.learn(1)
	s.risk = RiskModel{Name: fmt.Sprintf(riskName, s.rules.Horizon, origins), Horizon: int64(s.rules.Horizon), Origins: origins}
	s.grade(s.learn(2))
	for _, l := range s.lives {
		at, ok := situationOn(l.days, s.win.asOf, s.rules.Horizon)
		if !ok || now == nil {
			continue
		}
		r := l.row
		r.Risk = decimal(now.risk(at))
		r.AtRisk = r.Active && r.State == transform.StateActive && r.Orders > 0 && r.Revenue > 0 && r.Risk.Value >= s.rules.RiskThreshold
		r.RevenueAtRisk = s.part(r.Risk, extract.Some(r.Revenue))
		r.ProfitAtRisk = s.part(r.Risk, r.Net)
		s.stake(l, now.ordersIfAny(at))
	}
}

// stake sets what the customer brings within the horizon if they order in it, and the
// part of that which is at risk. An order day of theirs is worth what one of the
// twelve months was; without any nothing can be said.
func (s *Set) stake(l *life, orders float64) {
	r := l.row
	days := float64(l.daysIn(s.win.year))
	if days == 0 {
		return
	}
	each := decimal(orders / days)
	r.NextRevenue, r.NextNet = s.part(each, extract.Some(r.Revenue)), s.part(each, r.Net)
	r.StakeRevenue, r.StakeNet = s.part(r.Risk, r.NextRevenue), s.part(r.Risk, r.NextNet)
}

// stakeOf is the money at risk that customers are ranked by: profit where any is known
// of the company, else revenue.
func (c *cut) stakeOf(r *transform.Figures) Money {
	if c.s.profitKnown {
		return r.StakeNet.Value
	}
	return r.StakeRevenue.Value
}

// part multiplies money by a share and rounds to the minor unit.
func (s *Set) part(p extract.Opt[extract.Decimal], m extract.Opt[Money]) extract.Opt[Money] {
	if !p.Known || !m.Known {
		return extract.Opt[Money]{}
	}
	v, err := m.Value.Times(p.Value)
	if err != nil {
		return extract.Opt[Money]{}
	}
	return extract.Some(s.cents(v))
}
