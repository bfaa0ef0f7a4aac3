package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// profitability tables who makes and who consumes profit.
func (c *cut) profitability() Profitability {
	p := Profitability{Fifths: c.fifths(), Total: c.group("Total", everybody)}
	c.sums(&p)
	if c.whole {
		for _, pool := range c.s.costs.pools {
			p.Pools = append(p.Pools, *pool)
		}
		if n := Money(p.Total.Buying); n > 0 {
			p.AverageToServe = extract.Some(c.cents(c.s.costs.total / n))
		}
		p.Months = c.profitMonths()
	}
	p.Unknown = c.group("Cost of goods unknown", func(r *transform.Figures) bool { return !r.Net.Known })
	p.Losing = c.group("Making losses", losing)
	p.Idle = c.group("Served without buying", func(r *transform.Figures) bool { return losing(r) && r.Orders == 0 })
	c.whale(&p)
	p.ByType = c.groups(func(r *transform.Figures) string { return r.Segment }, everybody)
	p.ByTerritory = c.groups((*transform.Figures).Place, everybody)
	c.plan(p.ByType, p.ByTerritory)
	p.LossMakers = c.list(losing, func(a, b *transform.Figures) int { return cmp.Compare(a.Net.Value, b.Net.Value) })
	p.Below = c.list(below, func(a, b *transform.Figures) int {
		return cmp.Compare(a.Net.Value-a.Expected.Value, b.Net.Value-b.Expected.Value)
	})
	p.Factors = c.factors(p.Fifths)
	return p
}

func losing(r *transform.Figures) bool { return r.Net.Known && r.Net.Value < 0 }

func below(r *transform.Figures) bool {
	return r.Net.Known && r.Expected.Known && r.Net.Value < r.Expected.Value
}

// list returns the ids of customers a rule picks, in an order that ends on the id.
func (c *cut) list(in func(*transform.Figures) bool, order func(a, b *transform.Figures) int) []transform.CustomerID {
	var rows []*transform.Figures
	for _, l := range c.lives {
		if in(l.row) {
			rows = append(rows, l.row)
		}
	}
	slices.SortStableFunc(rows, order) // rows come in order of id
	ids := make([]transform.CustomerID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	return ids
}

// sums fills the money lines. Revenue = Goods + Gross + NoCost in every line of
// them, and Net = Gross - CostToServe but for customers without a known cost.
func (c *cut) sums(p *Profitability) {
	p.Revenue = c.revenue()
	p.Gross = c.split(func(l *life) Money { return l.year.gross().Value }, func(r *transform.Figures) Money { return r.Gross.Value })
	p.Goods = c.split(func(l *life) Money { return l.year.goods }, func(r *transform.Figures) Money { return 0 })
	for _, l := range c.lives {
		m := c.cents(l.year.goods)
		p.Goods.Customers += m
		if c.whole {
			p.Goods.Rounding -= m
		}
	}
	p.NoCost = p.Revenue.minus(p.Gross).minus(p.Goods)
	p.CostToServe.Customers = p.Total.CostToServe
	if c.whole {
		for _, pool := range c.s.costs.pools {
			p.CostToServe.Unassigned += pool.Unassigned
			p.CostToServe.Excluded += pool.Excluded
			p.CostToServe.Rounding += pool.Rounding
		}
	}
	p.Net = p.Gross.minus(p.CostToServe)
	p.Net.Customers = p.Total.Net
}

func (s Split) minus(o Split) Split {
	return Split{s.Customers - o.Customers, s.Unassigned - o.Unassigned, s.Rounding - o.Rounding, s.Excluded - o.Excluded}
}

// fifths divides buying customers by net profit, best first.
func (c *cut) fifths() []Group {
	return c.slices(5, func(r *transform.Figures) extract.Opt[Money] { return opt(r.Net.Value, r.Net.Known && r.Orders > 0) })
}

// profitMonths returns the months of the twelve, cut to them.
func (c *cut) profitMonths() []ProfitMonth {
	var out []ProfitMonth
	for m := c.win.year.From.Month(); m < c.win.asOf; m = m.AddMonths(1) {
		w := Window{max(m, c.win.year.From), min(m.AddMonths(1), c.win.asOf)}
		p := ProfitMonth{Window: w}
		for i := range c.ledger.Costs {
			if k := &c.ledger.Costs[i]; k.Month.Month() == m {
				p.Pools += Money(w.prorated(k.Month, int64(k.Amount)))
			}
		}
		for _, list := range [][]*life{c.s.lives, c.s.nobody} {
			for _, l := range list {
				p.Revenue += l.soldIn(w)
				p.Gross += l.earnedIn(w)
			}
		}
		out = append(out, p)
	}
	return out
}
