package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// lifetime tables past and expected value.
func (c *cut) lifetime() Lifetime {
	total := c.group("", ordered)
	return Lifetime{
		Model: c.s.lifetimeModel(), Months: int64(c.rules.LifetimeMonths),
		Discount: c.rules.DiscountRate, Past: total.Lifetime, Ahead: total.Ahead, Customers: total.Customers,
		ByType:   c.groups(func(r *transform.Figures) string { return r.Segment }, ordered),
		BySource: c.sources(), Tenths: c.tenths(), Matrix: c.matrix(), Retention: c.s.kept, Forecast: c.forecast(),
	}
}

// sources sets value beside what winning the customers cost.
func (c *cut) sources() []Source {
	var out []Source
	for _, g := range c.groups(func(r *transform.Figures) string { return r.AcquiredThrough }, ordered) {
		src := Source{Group: g}
		var cost Money
		for _, l := range c.lives {
			if r := l.row; ordered(r) && r.AcquiredThrough == g.Name && r.AcquisitionCost.Known {
				cost += r.AcquisitionCost.Value
				src.CostKnown.Part++
			}
		}
		src.CostKnown = rate(src.CostKnown.Part, g.Customers)
		if n := Money(src.CostKnown.Part); n > 0 {
			src.Cost = extract.Some(c.cents(cost / n))
			src.Return = share((g.Lifetime+g.Ahead)/Money(g.Customers), cost/n)
		}
		out = append(out, src)
	}
	return out
}

// tenths divides customers with a known expected value by it, best first.
func (c *cut) tenths() []Group {
	return c.slices(10, func(r *transform.Figures) extract.Opt[Money] { return r.Ahead })
}

// slices divides customers into n parts of nearly equal number by an amount, the
// largest first; ties go by id.
func (c *cut) slices(n int, of func(*transform.Figures) extract.Opt[Money]) []Group {
	var rows []*transform.Figures
	for _, l := range c.lives {
		if v := of(l.row); v.Known && ordered(l.row) {
			rows = append(rows, l.row)
		}
	}
	slices.SortFunc(rows, func(a, b *transform.Figures) int {
		return cmp.Or(-cmp.Compare(of(a).Value, of(b).Value), cmp.Compare(a.ID, b.ID))
	})
	var out []Group
	for i := range n {
		if p := rows[i*len(rows)/n : (i+1)*len(rows)/n]; len(p) > 0 {
			p = slices.Clone(p)
			slices.SortFunc(p, func(a, b *transform.Figures) int { return cmp.Compare(a.ID, b.ID) })
			out = append(out, c.groupOf(fmt.Sprint(i+1), p))
		}
	}
	return out
}

// matrix crosses past with expected value, each against its median.
func (c *cut) matrix() [4]Group {
	known := func(r *transform.Figures) bool { return ordered(r) && r.Lifetime.Known && r.Ahead.Known }
	var past, ahead []float64
	for _, l := range c.lives {
		if known(l.row) {
			past, ahead = append(past, float64(l.row.Lifetime.Value)), append(ahead, float64(l.row.Ahead.Value))
		}
	}
	p, a := model.Median(past), model.Median(ahead)
	var out [4]Group
	for i := range out {
		out[i] = c.group([...]string{"past high, ahead high", "past high, ahead low", "past low, ahead high", "past low, ahead low"}[i],
			func(r *transform.Figures) bool {
				return known(r) && (float64(r.Lifetime.Value) > p) == (i < 2) && (float64(r.Ahead.Value) > a) == (i%2 == 0)
			})
	}
	return out
}
