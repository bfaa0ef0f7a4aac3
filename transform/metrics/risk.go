package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// A cell is customers alike: in how long they have been silent, in how many order
// days they have, and in how often they order. Zero is any.
type cell struct{ silence, frequency, pace int8 }

// The past days that risk learns from: so many, a third of a horizon apart, and how
// many customers of the wider group a cell is drawn towards.
const (
	origins = 12
	weight  = 10
)

// leastSilent is how many customers a class of silence needs; smaller ones are
// judged like the next shorter silence.
const leastSilent = 20

// cellOn returns the cell of a customer as of a day, from the order days before
// it; false without any. Silence is the days since the last order in horizons,
// finer the shorter it is; pace the order days per horizon since the first.
func cellOn(days []Day, asOf Day, horizon int) (cell, bool) {
	n, _ := slices.BinarySearch(days, asOf)
	if n == 0 {
		return cell{}, false
	}
	h := float64(horizon)
	return cell{
		silence:   class(float64(asOf-days[n-1])/h, .1, .2, .33, .5, .67, 1, 1.5, 2, 3, 4, 6),
		frequency: class(float64(n), 1, 2, 4, 8, 16),
		pace:      class(float64(n)*h/(float64(asOf-days[0])+h/2), .1, .2, .34, .67, 1, 1.5, 2.5, 4, 8),
	}, true
}

// class returns 1 for a value up to the first bound, 2 up to the second, and so on.
func class(v float64, bounds ...float64) int8 {
	for i, b := range bounds {
		if v <= b {
			return int8(i + 1)
		}
	}
	return int8(len(bounds) + 1)
}

// nested returns a cell's groups from everybody to itself.
func (c cell) nested() [4]cell {
	return [4]cell{{}, {silence: c.silence}, {silence: c.silence, frequency: c.frequency}, c}
}

// A silent counts customers of a cell, and those of them that did not order.
type silent struct{ quiet, all int64 }

// learned holds what was seen in each cell and in the groups around it.
type learned map[cell]silent

// leastWatched is how many customers must have been watched for anything to be
// learned: a share of a handful is none.
const leastWatched = 20

// learn watches what customers did in the horizon after each of several past days,
// the last of them so many horizons ago; nothing where there are too few of them.
func (s *Set) learn(ago int) learned {
	l, h := learned{}, s.rules.Horizon
	if s.watched(s.win.asOf-Day(ago*h)) < leastWatched {
		return l
	}
	for k := range origins {
		origin := s.win.asOf - Day(ago*h) - Day(k*h/3)
		for _, x := range s.lives {
			c, ok := cellOn(x.days, origin, h)
			if !ok {
				continue
			}
			quiet := !orderedWithin(x.days, Window{origin, origin + Day(h)})
			for _, group := range c.nested() {
				l[group] = l[group].with(quiet)
			}
		}
	}
	return l
}

// watched counts the customers with an order before a day.
func (s *Set) watched(day Day) (n int) {
	for _, l := range s.lives {
		n += int(one(len(l.days) > 0 && l.days[0] < day))
	}
	return n
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
// of the groups around it, one after the other.
func (l learned) risk(c cell) float64 {
	for c.silence > 1 && l[cell{silence: c.silence}].all < leastSilent {
		c.silence--
	}
	groups := c.nested()
	p := model.Shrunk(l[cell{}].quiet, l[cell{}].all, .5, 2)
	for _, group := range groups[1:] {
		p = model.Shrunk(l[group].quiet, l[group].all, p, weight)
	}
	return p
}

// riskName is what the estimate is called.
const riskName = "Share of customers just as silent, with as many orders and as often, who then did not order within %d days; from %d past days"

// judge estimates for every customer the probability of no order within the
// horizon: the share, among customers who on past days had been silent as long, had
// as many order days and ordered as often, that then did not order; thin cells are
// drawn towards wider ones. It needs nothing but history and takes no view on
// whether a customer is still there. Where fewer than 20 customers had ordered before
// the last of the past days nothing is known.
//
// It is a probability, not the best ranking: silences longer than any seen before
// share one cell, and where the past is short days since the last order alone often
// ranks better. RiskModel.Best says which did one horizon ago. Source: response
// rates of recency-frequency cells, A. M. Hughes, Strategic Database Marketing
// (1994); the shrinkage is model.Shrunk's.
func (s *Set) judge() {
	now := s.learn(1)
	s.risk = RiskModel{Name: fmt.Sprintf(riskName, s.rules.Horizon, origins), Horizon: int64(s.rules.Horizon), Origins: origins}
	s.grade(s.learn(2))
	for _, l := range s.lives {
		c, ok := cellOn(l.days, s.win.asOf, s.rules.Horizon)
		if !ok || len(now) == 0 {
			continue
		}
		r := l.row
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
		if !ok || len(l) == 0 {
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
