package metrics

import (
	"cmp"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// A Frequency is how often customers of one business type ordered in twelve months, and
// what is between each and the upper quarter of their type. Of customers whose first
// order is older than the twelve months only: who came later had less time.
type Frequency struct {
	Name      string
	Customers int64                        // who bought within twelve months
	Orders    Mean                         // orders each in twelve months
	Upper     extract.Opt[extract.Decimal] // the upper quartile: a quarter of them order so often or more
	Below     int64                        // customers who order less often
	Room      int64                        // orders a year they would add at that rate
	Worth     Money                        // those orders at the customer's own mean revenue of an order
}

// frequencies tables business types, most room first, then by name.
func (c *cut) frequencies() []Frequency {
	by := map[string][]*transform.Figures{}
	var names []string
	for _, l := range c.lives {
		if r := l.row; r.Orders > 0 && len(l.days) > 0 && l.days[0] < c.win.year.From {
			if by[r.Segment] == nil {
				names = append(names, r.Segment)
			}
			by[r.Segment] = append(by[r.Segment], r)
		}
	}
	var out []Frequency
	for _, name := range names {
		out = append(out, c.frequency(name, by[name]))
	}
	slices.SortFunc(out, func(a, b Frequency) int { return cmp.Or(-cmp.Compare(a.Worth, b.Worth), cmp.Compare(a.Name, b.Name)) })
	return out
}

func (c *cut) frequency(name string, rows []*transform.Figures) Frequency {
	orders := make([]float64, len(rows))
	for i, r := range rows {
		orders[i] = float64(r.Orders)
	}
	f := Frequency{Name: name, Customers: int64(len(rows)), Orders: meanOf(orders), Upper: quantile(orders, .75)}
	upper := int64(math.Round(model.Quantile(orders, .75))) // one of the counts
	for _, r := range rows {
		lacks := upper - r.Orders
		if lacks <= 0 {
			continue
		}
		f.Below++
		f.Room += lacks
		f.Worth += c.cents(max(0, r.Revenue) / Money(r.Orders) * Money(lacks))
	}
	return f
}
