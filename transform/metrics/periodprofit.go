package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// periodProfit fills in what customers left in the period, in the same a year ago, and month by month.
func (c *cut) periodProfit(o *Overview) {
	o.PeriodProfit, o.PeriodProfitBefore = c.profitIn(c.win.period), c.profitIn(c.win.periodBefore)
	o.PeriodProfitTarget = c.target(extract.TargetProfit, c.scope, c.win.period)
	for m := profitFrom(c.win.asOf); m.AddMonths(1) <= c.win.asOf; m = m.AddMonths(1) {
		if p := c.profitIn(Window{m, m.AddMonths(1)}); p.Known {
			o.ProfitMonths = append(o.ProfitMonths, NetMonth{m, p.Value})
		}
	}
}

// profitIn returns net profit of customers in a window of whole slots: gross profit of what they bought in it, less
// their cost to serve of twelve months as far as they caused it in it. It is of the customers whose net profit of those
// twelve months is known, and unknown where cost pools do not reach back.
func (c *cut) profitIn(in Window) extract.Opt[Money] {
	if in.From < c.win.before.From || in.From < c.win.year.From && c.s.costed.months < c.s.costs.months {
		return extract.Opt[Money]{}
	}
	return extract.Some(c.cents(c.leftIn(in)))
}

// leftIn is the same without rounding.
func (c *cut) leftIn(in Window) (sum Money) {
	for _, l := range c.lives {
		for i := range l.slots {
			s := &l.slots[i]
			day := c.win.slots[s.at].From
			known := l.row.Net.Known
			if day < c.win.year.From {
				known = l.row.NetBefore.Known
			}
			if known && in.Has(day) {
				sum += s.gross - s.cost
			}
		}
	}
	return sum
}

// slotCheck ties the days of the twelve months to the twelve months.
func (c *cut) slotCheck(r *Results) transform.Check {
	want := r.Profitability.Net.Customers
	for _, l := range c.lives {
		if l.row.Net.Known {
			want += l.year.gross().Value - l.row.Gross.Value
		}
	}
	return transform.Tie("Net profit of customers: by days of the twelve months, and shown + rounding", c.leftIn(c.win.year), want)
}
