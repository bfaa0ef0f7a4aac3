package metrics

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// periodsAhead is after how many periods a forecast is held against what came.
func periodsAhead() []int { return []int{1, 3, 6, 12} }

// A Promise is what was forecast, or what came, of the customers who had ordered before a
// day, within so many periods from it.
type Promise struct {
	Day     Day
	Periods int64
	Orders  extract.Opt[extract.Decimal] // order days
	Revenue extract.Opt[Money]           // net of credit notes, not discounted
	Gross   extract.Opt[Money]           // gross profit, of customers with a known cost
}

// periodsFrom returns the day so many periods after, or before, another.
func periodsFrom(p transform.Period, d Day, n int) Day {
	if p.Kind == transform.Monthly {
		return d.AddMonths(n)
	}
	return d + Day(n)*(p.To-p.From)
}

// promises returns what the winner expects of the scope's customers from the as-of day on.
func (c *cut) promises() []Promise {
	f := &c.s.forecast
	out := make([]Promise, len(periodsAhead()))
	orders, revenue, gross := make([]float64, len(out)), make([]float64, len(out)), make([]float64, len(out))
	for _, l := range c.lives {
		if l.foreseen == 0 || ended(l) {
			continue
		}
		each := f.worth.each(l)
		brings, leaves := each*f.worth.share(l, partRevenue), 0.0
		if l.row.GrossAll.Known {
			leaves = each * f.worth.share(l, partGross)
		}
		for i := range out {
			days := f.soon[i][l.foreseen-1]
			orders[i], revenue[i], gross[i] = orders[i]+days, revenue[i]+days*brings, gross[i]+days*leaves
		}
	}
	for i, n := range periodsAhead() {
		out[i] = Promise{Day: c.win.asOf, Periods: int64(n), Orders: decimal(orders[i]), Revenue: c.s.maybe(money(revenue[i]))}
		if c.costed() {
			out[i].Gross = c.s.maybe(money(gross[i]))
		}
	}
	return out
}

// costed reports whether the cost of anything the scope's customers bought is known.
func (c *cut) costed() bool {
	return slices.ContainsFunc(c.lives, func(l *life) bool { return len(l.days) > 0 && l.row.GrossAll.Known })
}

// came adds up what came since a period's end some periods ago, of the scope's customers
// who had ordered before.
func (c *cut) came() []Promise {
	var out []Promise
	costed := c.costed()
	for i, n := range periodsAhead() {
		since := c.win.pasts.periods[i]
		orders, sum := int64(0), earned{}
		for _, l := range c.lives {
			if len(l.days) == 0 || l.days[0] >= since {
				continue
			}
			orders += orderDays(l.days, Window{since, c.win.asOf})
			e := l.from(i)
			sum.net += e.net
			if l.row.GrossAll.Known {
				sum.gross += e.gross
			}
		}
		out = append(out, Promise{
			Day: since, Periods: int64(n), Orders: decimal(float64(orders)), Revenue: extract.Some(c.s.cents(sum.net)),
			Gross: extract.Opt[Money]{Value: c.s.cents(sum.gross), Known: costed},
		})
	}
	return out
}

// soon lets the winner forecast the periods promises are made for.
func (s *Set) soon() (out [][]float64) {
	for _, n := range periodsAhead() {
		weeks := float64(periodsFrom(s.period, s.win.asOf, n)-s.win.asOf) / 7
		out = append(out, s.forecast.result.Ahead([]float64{weeks}, []float64{1}))
	}
	return out
}
