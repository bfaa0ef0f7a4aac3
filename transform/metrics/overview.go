package metrics

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// overview gathers the key figures; the other metrics must be there.
func (c *cut) overview(r *Results) Overview {
	total := r.Profitability.Total
	o := Overview{
		Revenue:       r.Profitability.Revenue,
		RevenueBefore: c.revenueBefore(),
		Period:        c.split(func(l *life) Money { return l.period }, func(f *transform.Figures) Money { return f.Period }),
		PeriodBefore:  c.split(func(l *life) Money { return l.periodBefore }, func(f *transform.Figures) Money { return f.PeriodBefore }),
		Orders:        c.counts(func(l *life) int64 { return l.year.orders }),
		OrdersBefore:  c.counts(func(l *life) int64 { return l.before.orders }),
		PeriodOrders:  c.counts(func(l *life) int64 { return int64(l.periodOrders) }),
		Target:        c.target(extract.TargetRevenue, c.scope, c.win.year),
		PeriodTarget:  c.target(extract.TargetRevenue, c.scope, c.win.period),
		ProfitTarget:  c.target(extract.TargetProfit, c.scope, c.win.year),
		Profit:        r.Profitability.Net, ProfitBefore: total.NetBefore,
		AtRisk: total.AtRisk, RevenueAtRisk: total.RevenueAtRisk, ProfitAtRisk: total.ProfitAtRisk,
		Attrition: total.Attrition, Before: total.Before, ContractsMet: r.Contracts.Met,
		Satisfaction: r.Satisfaction.Mean, Categories: r.Products.PerCustomer,
		Lifetime: total.Lifetime, Ahead: total.Ahead, OpenComplaints: r.Service.Open, OldestComplaint: r.Service.Oldest,
		Moved: c.moved(), Months: c.monthPairs(), Territories: c.territories(r), Whole: c.company(),
	}
	c.periodProfit(&o)
	for _, l := range c.lives {
		o.Active += one(l.row.Active)
		o.ActiveBefore += one(l.row.WasActive)
	}
	return o
}

func (c *cut) moved() Moved {
	var m Moved
	for _, l := range c.lives {
		r := l.row
		m.Before += r.RevenueBefore
		m.Now += r.Revenue
		for i, x := range []struct {
			move string
			to   *Money
		}{
			{transform.MoveNew, &m.New},
			{transform.MoveReturned, &m.Returned},
			{transform.MoveGrowing, &m.Growing},
			{transform.MoveDeclining, &m.Declining},
			{transform.MoveLost, &m.Lost},
		} {
			if r.Move == x.move {
				*x.to += r.Revenue - r.RevenueBefore
				m.Customers[i]++
			}
		}
	}
	return m
}

// monthPairs sets the last twelve complete calendar months beside the same a year
// ago, and after them the month that the as-of day cuts off.
func (c *cut) monthPairs() []MonthPair {
	nobody, _ := c.others()
	sums := make([]Money, transform.SeriesMonths)
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			nets, _ := c.s.monthly(l)
			for i, m := range nets {
				sums[i] += m
			}
		}
	}
	from := transform.SeriesMonths - 12
	if c.win.partial((c.win.asOf - 1).Month()) {
		from--
	}
	var out []MonthPair
	for i := from; i < transform.SeriesMonths; i++ {
		m := c.win.series.AddMonths(i)
		out = append(out, MonthPair{
			Month: m, Partial: c.win.partial(m), Revenue: c.cents(sums[i]), Before: c.cents(sums[i-12]),
			Target: c.target(extract.TargetRevenue, c.scope, Window{m, m.AddMonths(1)}),
		})
	}
	return out
}

// target adds up what is wanted of a window, months cut by days: the company's own
// targets, in months without one the sum of the territories'. A rep has none.
func (c *cut) target(measure string, scope transform.Scope, in Window) extract.Opt[Money] {
	if scope.Rep != "" {
		return extract.Opt[Money]{}
	}
	var months []Day
	company, parts := map[Day]Money{}, map[Day]Money{}
	has := map[Day]bool{}
	for i := range c.ledger.Targets {
		t := &c.ledger.Targets[i]
		m := t.Month.Month()
		if t.Measure != measure || !t.Whole() || in.overlap(Window{m, m.AddMonths(1)}) == 0 || (scope.Territory != "" && t.Territory != scope.Territory) {
			continue
		}
		months = append(months, m)
		amount := Money(in.prorated(m, int64(t.Amount)))
		if t.Territory == "" {
			company[m] += amount
			has[m] = true
		} else {
			parts[m] += amount
		}
	}
	slices.Sort(months)
	var sum Money
	months = slices.Compact(months)
	for _, m := range months {
		if has[m] {
			sum += company[m]
		} else {
			sum += parts[m]
		}
	}
	return opt(c.cents(sum), len(months) > 0)
}

// revenueBefore is what the twelve months before brought, of customers and of nobody known.
func (c *cut) revenueBefore() Split {
	return c.split(func(l *life) Money { return l.before.net() }, func(f *transform.Figures) Money { return f.RevenueBefore })
}

// revenue is what twelve months brought, of customers and of nobody known.
func (c *cut) revenue() Split {
	return c.split(func(l *life) Money { return l.year.net() }, func(r *transform.Figures) Money { return r.Revenue })
}
