package metrics

import (
	"hash/fnv"

	"clientele/transform/model/lifetime"
)

// spreads draw what may come: how often customers order, and what they spend. A plain
// rule has none.
type spreads struct {
	orders lifetime.Spread
	values *lifetime.ValueSpread
}

// spread prepares the draws. Their seed is the as-of day: the same report says the same.
func (s *Set) spread() *spreads {
	f := &s.forecast
	if f.result.Estimate == nil {
		return nil
	}
	seed := uint64(s.win.asOf)
	out := &spreads{orders: f.result.Estimate.Spread(seed)}
	if f.worth.gamma != nil {
		v := f.worth.gamma.Spread(seed)
		out.values = &v
	}
	return out
}

// play draws what one customer may bring, in money of today. What is known of a
// customer's share of profit is taken to stay.
func (s *Set) play(l *life) lifetime.Play {
	f := &s.forecast
	if l.row.LifetimeBasis == AheadContract {
		first, _ := s.underContract(l)
		yearly, _ := s.heldProfit(l, first)
		return s.playHeld(l, first, yearly)
	}
	seen := f.result.Seen[l.foreseen-1]
	h := fnv.New64a()
	_, _ = h.Write([]byte(l.row.ID)) // never fails
	p := f.spreads.orders.Orders(seen.History, float64(s.rules.LifetimeMonths)*weeksAMonth, h.Sum64())
	each := f.worth.profit(l)
	if whole := f.whole[l.foreseen-1]; whole > 0 {
		each *= f.ahead[l.foreseen-1] / whole
	}
	if f.spreads.values != nil {
		n, mean := l.purse().repeats()
		p = f.spreads.values.Worth(lifetime.Spend{Orders: int32(n), Mean: mean}, p, h.Sum64())
	} else {
		each *= f.worth.each(l)
	}
	for i := range p.Drawn {
		p.Drawn[i] *= each
		p.Expected[i] *= each
	}
	return p
}

// level is how probably what comes lies within an interval.
const level = .9

// mostPlayed is how many customers are drawn for the interval of a total, beside those
// that are listed.
const mostPlayed = 200

// spread sets the intervals of the customers listed, whose draws are handed in, and of
// all of them together.
func (c *cut) spread(out *Forecast, listed []*life, plays []lifetime.Play) {
	var all lifetime.Play
	top := len(plays)
	for i, p := range plays {
		low, high := p.Between(level)
		out.Best[i].Low, out.Best[i].High = c.s.maybe(money(low)), c.s.maybe(money(high))
		all = plus(all, p, 1)
	}
	var gains, losses []*life
	for _, l := range listed[top:] {
		switch a := l.row.Ahead.Value; {
		case a > 0:
			gains = append(gains, l)
		case a < 0:
			losses = append(losses, l)
		}
	}
	for _, part := range []struct {
		list []*life
		sign float64
	}{{gains, 1}, {losses, -1}} {
		all = plus(all, c.s.playSome(part.list, part.sign), part.sign)
	}
	low, high := all.Between(level)
	out.Low, out.High = c.s.maybe(money(low)), c.s.maybe(money(high))
}

// playSome draws an even part of customers and returns the play of all. The sign is that
// of what is expected of each; it is left out.
func (s *Set) playSome(list []*life, sign float64) lifetime.Play {
	var total lifetime.Total
	forecast := 0.0
	step := (len(list) + mostPlayed - 1) / mostPlayed
	for i, l := range list {
		ahead := sign * l.row.Ahead.Value.Float()
		forecast += ahead
		if i%step == step/2 {
			total.Add(plus(lifetime.Play{}, s.play(l), sign), ahead)
		}
	}
	return total.Of(len(list), forecast)
}

// plus adds a play times a sign to another, which may be empty.
func plus(all, p lifetime.Play, sign float64) lifetime.Play {
	if len(all.Drawn) == 0 {
		all = lifetime.Play{Drawn: make([]float64, len(p.Drawn)), Expected: make([]float64, len(p.Expected))}
	}
	for i := range p.Drawn {
		all.Drawn[i] += sign * p.Drawn[i]
		all.Expected[i] += sign * p.Expected[i]
	}
	return all
}
