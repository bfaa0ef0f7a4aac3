package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A factor is something that may set best customers apart from worst.
type factor struct {
	name string
	of   func(*transform.Figures) extract.Opt[float64]
}

func count(of func(*transform.Figures) int64) func(*transform.Figures) extract.Opt[float64] {
	return func(r *transform.Figures) extract.Opt[float64] { return extract.Some(float64(of(r))) }
}

func factorList() []factor {
	return []factor{
		{"orders", count(func(r *transform.Figures) int64 { return r.Orders })},
		{"order_value", func(r *transform.Figures) extract.Opt[float64] {
			return opt(r.AverageOrder.Value.Float(), r.AverageOrder.Known)
		}},
		{"lines", count(func(r *transform.Figures) int64 { return r.OrderLines })},
		{"shipments", count(func(r *transform.Figures) int64 { return r.Shipments })},
		{"visits", count(func(r *transform.Figures) int64 { return r.VisitCount })},
		{"calls", count(func(r *transform.Figures) int64 { return r.CallCount })},
		{"tickets", count(func(r *transform.Figures) int64 { return r.Tickets })},
		{"returns", count(func(r *transform.Figures) int64 { return r.ReturnCount })},
		{"complaints", count(func(r *transform.Figures) int64 { return r.Complaints })},
		{"days_to_pay", func(r *transform.Figures) extract.Opt[float64] {
			return opt(r.DaysToPay.Value.Float(), r.DaysToPay.Known)
		}},
		{"categories", count(func(r *transform.Figures) int64 { return r.Categories })},
	}
}

// factors compares the best fifth with all and with the worst; nothing where a
// fifth is too small to speak for itself.
func (c *cut) factors(fifths []Group) []Factor {
	if len(fifths) < 5 || fifths[0].Customers < int64(c.rules.MinSample) {
		return nil
	}
	rows := c.byNet()
	n := len(rows)
	var out []Factor
	for _, f := range factorList() {
		x := Factor{Name: f.name, Best: average(rows[:n/5], f.of), All: average(rows, f.of), Worst: average(rows[4*n/5:], f.of)}
		if x.Best.Known && x.Worst.Known && x.Best.Value > 0 {
			x.Ratio = decimal(x.Worst.Value.Float() / x.Best.Value.Float())
		}
		if x.All.Known && x.All.Value != 0 {
			out = append(out, x)
		}
	}
	return out
}

func (c *cut) byNet() []*transform.Figures {
	var rows []*transform.Figures
	for _, l := range c.lives {
		if r := l.row; r.Net.Known && r.Orders > 0 {
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b *transform.Figures) int {
		return cmp.Or(-cmp.Compare(a.Net.Value, b.Net.Value), cmp.Compare(a.ID, b.ID))
	})
	return rows
}

func average(rows []*transform.Figures, of func(*transform.Figures) extract.Opt[float64]) extract.Opt[extract.Decimal] {
	sum, n := 0.0, 0.0
	for _, r := range rows {
		if v := of(r); v.Known {
			sum, n = sum+v.Value, n+1
		}
	}
	return decimal(sum / n)
}
