package metrics

import (
	"clientele/extract"
)

// Gone is what went with the customers lost within the year: their twelve months up to
// the last order, and what they were still expected to bring. Revenue and gross profit
// are exact sums of calendar months, Net is of the twelve months before the year.
type Gone struct {
	Customers int64
	Revenue   Money              // of the twelve calendar months up to the one of the last order
	Gross     extract.Opt[Money] // of the same; unknown where no cost is known of any of them
	Net       extract.Opt[Money] // net profit of the twelve months before the last twelve
	Forgone   extract.Opt[Money] // net profit they were still expected to bring over the lifetime horizon, discounted, a year ago
}

// goneWith adds up what went with the customers lost within the year. What was expected
// of them is the estimate of lifetime value as it would have been made a year ago of
// somebody who ordered as often: see foresee. Losses expected are no loss.
func (c *cut) goneWith() Gone {
	var g Gone
	for _, l := range c.lives {
		r := l.row
		if !gone(r) {
			continue
		}
		g.Customers++
		last := r.Last.Month()
		in := Window{last.AddMonths(-11), r.Last + 1}
		g.Revenue += l.soldIn(in)
		if l.all.gross().Known {
			g.Gross = extract.Some(g.Gross.Value + l.earnedIn(in))
		}
		if r.NetBefore.Known {
			g.Net = extract.Some(g.Net.Value + r.NetBefore.Value)
			g.Forgone = extract.Some(g.Forgone.Value + c.expectedOf(l))
		}
	}
	g.Revenue, g.Gross = c.cents(g.Revenue), c.maybe(g.Gross)
	return g
}

// expectedOf returns what a customer lost was expected to bring a year ago, not below
// zero.
func (c *cut) expectedOf(l *life) Money {
	i := retentionCell(l.daysIn(c.win.before))
	if i < 0 || i >= len(c.s.kept) {
		return 0
	}
	factor := annuity(c.s.kept[i].Shrunk.Float(), c.rules.DiscountRate.Float(), c.rules.LifetimeMonths)
	return max(0, c.s.part(decimal(factor), extract.Some(l.row.NetBefore.Value)).Value)
}
