package metrics

import (
	"cmp"
	"math"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A Kept is what customers who brought revenue in the twelve months before the last
// twelve brought in those: Before is the first, Now the second, and Least the smaller
// of the two of each customer.
type Kept struct {
	Name               string
	Customers          int64
	Before, Now, Least Money
}

// Gross returns the share of revenue kept without what customers added: gross revenue
// retention, at most 1.
func (k Kept) Gross() extract.Opt[extract.Decimal] { return share(k.Least, k.Before) }

// Net returns the share of revenue kept with what customers added: net revenue
// retention. It hides losses behind growth, so it stands beside Gross.
func (k Kept) Net() extract.Opt[extract.Decimal] { return share(k.Now, k.Before) }

func (k *Kept) add(r *transform.Figures) {
	k.Customers++
	k.Before += r.RevenueBefore
	k.Now += r.Revenue
	k.Least += min(r.Revenue, r.RevenueBefore)
}

// kept says by business type, most revenue first, and of all, what became of last
// year's revenue.
func (c *cut) kept() (types []Kept, all Kept) {
	at := map[string]*Kept{}
	for _, l := range c.lives {
		r := l.row
		if r.RevenueBefore <= 0 {
			continue
		}
		if at[r.Segment] == nil {
			at[r.Segment] = &Kept{Name: r.Segment}
		}
		at[r.Segment].add(r)
		all.add(r)
	}
	for _, k := range at {
		types = append(types, *k)
	}
	slices.SortFunc(types, func(a, b Kept) int { return cmp.Or(-cmp.Compare(a.Before, b.Before), cmp.Compare(a.Name, b.Name)) })
	return types, all
}

// The readings of a month's attrition.
const (
	MoreThanUsual  = "more"
	FewerThanUsual = "fewer"
)

// leastLost is how many losses must be expected of a month for the limits of a
// p chart, which take the binomial for normal.
const leastLost = 5

// signal holds each month against the twelve before it: more or fewer lost than the
// mean share plus or minus three standard errors, W. A. Shewhart, Economic Control of
// Quality of Manufactured Product (1931). A month cut short is not judged.
func signal(months []AttritionMonth) {
	for i := 12; i < len(months); i++ {
		var lost, opening int64
		for _, m := range months[i-12 : i] {
			lost, opening = lost+m.Lost, opening+m.Opening
		}
		m := &months[i]
		usual := float64(lost) / float64(max(1, opening))
		expected := usual * float64(m.Opening)
		if m.Partial || expected < leastLost {
			continue
		}
		limit := 3 * math.Sqrt(expected*(1-usual))
		switch off := float64(m.Lost) - expected; {
		case off > limit:
			m.Signal = MoreThanUsual
		case off < -limit:
			m.Signal = FewerThanUsual
		}
	}
}
