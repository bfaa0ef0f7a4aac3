package metrics

import (
	"slices"

	"clientele/transform"
	"clientele/transform/model"
)

// crossOther is a cross-buyer who brings a loss for none of the four reasons.
const crossOther = "other"

// crossKinds are the kinds of cross-buyers that bring a loss, in the order they are
// tried: each is of the first that applies.
func crossKinds() [5]string {
	return [5]string{FlagDemander, FlagReverser, FlagMaximiser, FlagLimiter, crossOther}
}

// usually is how all who bought within twelve months behave together.
type usually struct {
	revenue, contact       Money            // revenue; cost of the service desk and of visits
	sales, credited, price Money            // purchases, credit notes, purchases before discount
	off                    Money            // discounts
	one                    map[string]Money // median revenue of who buys one category, by business type; "" of all
}

// twice is how many times the usual share counts as too much.
const twice = 2

// across tells apart why customers who buy several categories bring a loss.
func (s *Set) across() {
	u := s.usual()
	for _, l := range s.lives {
		if l.row.Orders > 0 && l.row.Categories >= 2 && losing(l.row) {
			l.crossing = u.kind(l)
		}
	}
}

func (s *Set) usual() *usually {
	u := &usually{one: map[string]Money{}}
	single := map[string][]float64{}
	for _, l := range s.lives {
		r := l.row
		if r.Orders == 0 {
			continue
		}
		u.revenue += r.Revenue
		u.contact += r.Costs.Service + r.Costs.Visits
		u.sales += l.year.sales
		u.credited -= l.year.credits
		u.off += l.year.off
		u.price += l.year.sales + l.year.off
		if r.Categories == 1 {
			single[""] = append(single[""], r.Revenue.Float())
			if r.Segment != "" {
				single[r.Segment] = append(single[r.Segment], r.Revenue.Float())
			}
		}
	}
	for kind, list := range single {
		if len(list) >= s.rules.MinSample {
			u.one[kind] = s.cents(Money(nine(model.Median(list)) * 10_000))
		}
	}
	return u
}

// kind names the first behaviour that applies.
func (u *usually) kind(l *life) string {
	r, y := l.row, &l.year
	limit, known := u.one[r.Segment]
	if !known {
		limit, known = u.one[""]
	}
	is := [4]bool{
		exceeds(r.Costs.Service+r.Costs.Visits, r.Revenue, u.contact, u.revenue),
		exceeds(-y.credits, y.sales, u.credited, u.sales),
		exceeds(y.off, y.sales+y.off, u.off, u.price) || (y.promos > 0 && 2*int64(y.promos) >= y.orders),
		known && r.Revenue <= limit,
	}
	if i := slices.Index(is[:], true); i >= 0 {
		return crossKinds()[i]
	}
	return crossOther
}

// exceeds reports whether one's share is at least twice the usual one.
func exceeds(part, of, usual, all Money) bool {
	if part <= 0 || usual <= 0 || all <= 0 {
		return false
	}
	return of <= 0 || part.Float()/of.Float() >= twice*(usual.Float()/all.Float())
}

// crossBuyers counts cross-buyers and groups those who bring a loss.
func (c *cut) crossBuyers() CrossBuyers {
	var x CrossBuyers
	var known, lossy int64
	var all Money
	rows := map[string][]*transform.Figures{}
	for _, l := range c.lives {
		if r := l.row; r.Orders > 0 && r.Net.Known {
			known += one(r.Categories >= 2)
			all -= min(r.Net.Value, 0)
		}
		if l.crossing != "" {
			lossy++
			x.Lost -= l.row.Net.Value
			rows[l.crossing] = append(rows[l.crossing], l.row)
		}
	}
	for i, kind := range crossKinds() {
		x.Kinds[i] = c.groupOf(kind, rows[kind])
	}
	x.Losing, x.Share = rate(lossy, known), share(x.Lost, all)
	return x
}
