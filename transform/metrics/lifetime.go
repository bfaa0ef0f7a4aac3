package metrics

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// lifetimeName is what the estimate is called.
const lifetimeName = "Steady margin: net profit of twelve months, going on with the yearly retention of customers who order as often, %d months ahead, discounted at %s a year"

// cells of retention: how many order days within twelve months.
func retentionCells() []string {
	return []string{"1 order day", "2-3 order days", "4-11 order days", "12 or more order days"}
}

// retentionCell returns the cell of a customer who ordered on n days of twelve
// months, -1 for none.
func retentionCell(n int) int {
	switch {
	case n == 0:
		return -1
	case n == 1:
		return 0
	case n < 4:
		return 1
	case n < 12:
		return 2
	}
	return 3
}

func (l *life) daysIn(w Window) int {
	a, _ := slices.BinarySearch(l.days, w.From)
	b, _ := slices.BinarySearch(l.days, w.To)
	return b - a
}

// foresee estimates what every active customer will still bring: a twelfth of last
// year's net profit each month, times the chance to be a customer in the middle of
// that month, r^(t/12), discounted. The yearly retention r is the share, of those
// active a year ago with as many order days, that is active now, drawn towards
// everybody's. Lost customers are expected to bring nothing, losses go on as
// losses, and whoever has no year to learn from is unknown. It is meant as a plain
// rule to beat: P. D. Berger and N. I. Nasr, Customer lifetime value, Journal of
// Interactive Marketing 12 (1998), case 1.
func (s *Set) foresee() {
	s.kept = s.retention()
	learned := s.everybody().Of > 0
	for _, l := range s.lives {
		r := &l.row
		i := retentionCell(l.daysIn(s.win.year))
		switch {
		case len(l.days) == 0 || !r.Net.Known:
		case r.State == transform.StateLost:
			r.Ahead, r.LifetimeBasis = extract.Some(Money(0)), transform.StateLost
		case i >= 0 && learned:
			factor := annuity(s.kept[i].Shrunk.Float(), s.rules.DiscountRate.Float(), s.rules.LifetimeMonths)
			r.Ahead = extract.Some(s.cents(Money(math.RoundToEven(nine(float64(r.Net.Value) * factor)))))
			r.LifetimeBasis = s.kept[i].Cell
		}
	}
}

// annuity returns how many years' profit so many months ahead are worth.
func annuity(retention, discount float64, months int) float64 {
	sum := 0.0
	for k := 1; k <= months; k++ {
		t := (float64(k) - .5) / 12
		sum += math.Pow(retention, t) * math.Pow(1+discount, -t) / 12
	}
	return nine(sum)
}

func (s *Set) everybody() Rate {
	var all Rate
	for _, l := range s.lives {
		if l.row.WasActive {
			all.Of++
			all.Part += one(l.row.Active)
		}
	}
	return all
}

func (s *Set) retention() []Retention {
	raw := make([]Rate, len(retentionCells()))
	for _, l := range s.lives {
		if i := retentionCell(l.daysIn(s.win.before)); i >= 0 && l.row.WasActive {
			raw[i].Of++
			raw[i].Part += one(l.row.Active)
		}
	}
	all := s.everybody()
	wide := model.Shrunk(all.Part, all.Of, .5, 2)
	out := make([]Retention, len(raw))
	for i, name := range retentionCells() {
		shrunk := model.Shrunk(raw[i].Part, raw[i].Of, wide, weight)
		out[i] = Retention{Cell: name, Raw: rate(raw[i].Part, raw[i].Of), Shrunk: decimal(shrunk).Value}
	}
	return out
}

// lifetime tables past and expected value.
func (c *cut) lifetime() Lifetime {
	percent := (c.rules.DiscountRate * 100).String() + " %"
	total := c.group("", ordered)
	return Lifetime{
		Model: fmt.Sprintf(lifetimeName, c.rules.LifetimeMonths, percent), Months: int64(c.rules.LifetimeMonths),
		Discount: c.rules.DiscountRate, Past: total.Lifetime, Ahead: total.Ahead, Customers: total.Customers,
		ByType:   c.groups(func(r *transform.Figures) string { return r.Segment }, ordered),
		BySource: c.sources(), Tenths: c.tenths(), Matrix: c.matrix(), Retention: c.s.kept,
	}
}

// sources sets value beside what winning the customers cost.
func (c *cut) sources() []Source {
	var out []Source
	for _, g := range c.groups(func(r *transform.Figures) string { return r.AcquiredThrough }, ordered) {
		src := Source{Group: g}
		var cost Money
		for _, l := range c.lives {
			if r := &l.row; ordered(r) && r.AcquiredThrough == g.Name && r.AcquisitionCost.Known {
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
		if v := of(&l.row); v.Known && ordered(&l.row) {
			rows = append(rows, &l.row)
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
		if known(&l.row) {
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
