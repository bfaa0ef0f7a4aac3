package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// A cell is customers alike in how often they order and how long they have been
// silent.
type cell struct{ pace, silence int8 }

// origins is how many past days the risk learns from, one horizon apart.
const origins = 4

// weight is how many customers of the wider group a cell is drawn towards.
const weight = 10

// cellOn returns the cell of a customer as of a day, from the order days before
// it; false without any. The pace of a customer with two order days or more is how
// often a horizon they order on average, of one with a single order day 0. Silence
// is the days since the last order in horizons, finer the shorter it is.
func cellOn(days []Day, asOf Day, horizon int) (cell, bool) {
	n, _ := slices.BinarySearch(days, asOf)
	if n == 0 {
		return cell{}, false
	}
	since := float64(asOf-days[n-1]) / float64(horizon)
	if n == 1 {
		return cell{0, class(since, .33, .67, 1, 1.5, 2, 3, 4, 6)}, true
	}
	gap := float64(days[n-1]-days[0]) / float64(n-1)
	pace := 1 + class(float64(horizon)/gap, .34, .67, 1, 1.5, 2.5, 4, 8)
	return cell{pace, class(since, .1, .2, .33, .5, .67, 1, 1.5, 2, 3, 4, 6)}, true
}

// class returns how many bounds lie below a value.
func class(v float64, bounds ...float64) int8 {
	for i, b := range bounds {
		if v <= b {
			return int8(i)
		}
	}
	return int8(len(bounds))
}

// A silent counts customers of a cell, and those of them that did not order.
type silent struct{ quiet, all int64 }

// learned holds what was seen in each cell.
type learned struct {
	cells map[cell]silent
	paces map[int8]silent
	all   silent
}

// learn watches what customers did in the horizon after each of several past days.
func (s *Set) learn(from, to int) learned {
	l := learned{cells: map[cell]silent{}, paces: map[int8]silent{}}
	h := s.rules.Horizon
	for k := from; k <= to; k++ {
		origin := s.win.asOf - Day(k*h)
		for _, x := range s.lives {
			c, ok := cellOn(x.days, origin, h)
			if !ok {
				continue
			}
			quiet := !orderedWithin(x.days, Window{origin, origin + Day(h)})
			l.cells[c] = l.cells[c].with(quiet)
			l.paces[c.pace] = l.paces[c.pace].with(quiet)
			l.all = l.all.with(quiet)
		}
	}
	return l
}

func (q silent) with(quiet bool) silent {
	q.all++
	if quiet {
		q.quiet++
	}
	return q
}

func orderedWithin(days []Day, w Window) bool {
	i, _ := slices.BinarySearch(days, w.From)
	return i < len(days) && days[i] < w.To
}

// risk returns the probability of no order: the cell's share, drawn towards that
// of its pace, which is drawn towards everybody's.
func (l learned) risk(c cell) float64 {
	all := model.Shrunk(l.all.quiet, l.all.all, .5, 2)
	pace := model.Shrunk(l.paces[c.pace].quiet, l.paces[c.pace].all, all, weight)
	return model.Shrunk(l.cells[c].quiet, l.cells[c].all, pace, weight)
}

// riskName is what the estimate is called.
const riskName = "Share of customers with the same order pace and the same silence who then did not order (%d horizons of %d days)"

// judge estimates for every customer the probability of no order within the
// horizon: the share, among customers who on past days ordered as often and had
// been silent as long, that then did not order. It needs nothing but history and
// takes no view on whether a customer is still there. Where no past day lies after
// anybody's first order nothing is known. What it would have said one horizon ago
// is held against what happened. Source of the idea: cell-based recency-frequency
// estimates, M. Wübben and F. v. Wangenheim, Journal of Marketing 72 (2008).
func (s *Set) judge() {
	now := s.learn(1, origins)
	s.risk = RiskModel{Name: fmt.Sprintf(riskName, origins, s.rules.Horizon), Horizon: int64(s.rules.Horizon), Origins: origins}
	s.grade(s.learn(2, origins+1))
	for _, l := range s.lives {
		c, ok := cellOn(l.days, s.win.asOf, s.rules.Horizon)
		if !ok || now.all.all == 0 {
			continue
		}
		r := &l.row
		r.Risk = decimal(now.risk(c))
		r.AtRisk = r.Active && r.State == transform.StateActive && r.Orders > 0 && r.Revenue > 0 && r.Risk.Value >= s.rules.RiskThreshold
		r.RevenueAtRisk = s.part(r.Risk, extract.Some(r.Revenue))
		r.ProfitAtRisk = s.part(r.Risk, r.Net)
	}
}

// grade holds the estimate of one horizon ago against what happened, beside the
// simplest rule: days since the last order.
func (s *Set) grade(l learned) {
	origin := s.win.asOf - Day(s.rules.Horizon)
	var scores, since []float64
	var quiet []bool
	var brier, base float64
	for _, x := range s.lives {
		c, ok := cellOn(x.days, origin, s.rules.Horizon)
		if !ok || l.all.all == 0 {
			continue
		}
		n, _ := slices.BinarySearch(x.days, origin)
		p, q, y := l.risk(c), !orderedWithin(x.days, Window{origin, s.win.asOf}), 0.0
		if q {
			y = 1
		}
		scores, since, quiet = append(scores, p), append(since, float64(origin-x.days[n-1])), append(quiet, q)
		brier += (p - y) * (p - y)
		base += y
	}
	n := float64(len(scores))
	s.risk.N = int64(len(scores))
	s.risk.AUC, s.risk.Simple = decimal(model.AUC(scores, quiet)), decimal(model.AUC(since, quiet))
	s.risk.Brier, s.risk.Base = decimal(brier/n), decimal(base/n)
	switch cmp.Compare(s.risk.AUC.Value, s.risk.Simple.Value) {
	case -1:
		s.risk.Best = "days_since"
	default:
		s.risk.Best = "estimate"
	}
	if !s.risk.AUC.Known {
		s.risk.Best = ""
	}
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
