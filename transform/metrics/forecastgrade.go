package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// periodsAhead is after how many periods a forecast is held against what came.
func periodsAhead() []int { return []int{1, 3, 6, 12} }

// A Promise is what was forecast, or what came, of the customers who had ordered before a
// day: order days within so many periods from it.
type Promise struct {
	Day     Day
	Periods int64
	Orders  extract.Opt[extract.Decimal]
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
	var out []Promise
	for i, n := range periodsAhead() {
		sum := 0.0
		for _, l := range c.lives {
			if l.foreseen > 0 && !ended(l) {
				sum += c.s.forecast.soon[i][l.foreseen-1]
			}
		}
		out = append(out, Promise{c.win.asOf, int64(n), decimal(sum)})
	}
	return out
}

// came counts the order days since a period's end some periods ago, of the scope's
// customers who had ordered before.
func (c *cut) came() []Promise {
	var out []Promise
	for _, n := range periodsAhead() {
		since := periodsFrom(c.period, c.win.asOf, -n)
		sum := int64(0)
		for _, l := range c.lives {
			if len(l.days) > 0 && l.days[0] < since {
				sum += orderDays(l.days, Window{since, c.win.asOf})
			}
		}
		out = append(out, Promise{since, int64(n), decimal(float64(sum))})
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
