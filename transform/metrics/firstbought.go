package metrics

import (
	"cmp"
	"slices"

	"clientele/transform"
	"clientele/transform/model"
)

// mostFirsts is how many first categories are kept.
const mostFirsts = 50

// firsts notes the category a customer spent most on on their first day with an order,
// and the one they spent most on on the first later day that brought a category they
// had not had; what no product list names says nothing. Categories count from 1.
func (l *life) firsts(sales []sale, goods *catalogue) {
	if len(l.days) == 0 {
		return
	}
	had := map[int32]bool{}
	for from := 0; from < len(sales); {
		to, spend := from, map[int32]Money{}
		for ; to < len(sales) && sales[to].day == sales[from].day; to++ {
			sales[to].onCategories(spend, goods)
		}
		best := largestNew(spend, had)
		switch {
		case sales[from].day == l.days[0]:
			l.first = best
		case best != 0:
			l.next = best
			return
		}
		for c := range spend {
			had[c] = true
		}
		from = to
	}
}

// onCategories adds up what a purchase spends on each category the list names.
func (s *sale) onCategories(spend map[int32]Money, goods *catalogue) {
	for i := range s.parts {
		if p := &s.parts[i]; !s.credit && p.bought && goods.named(p.category) {
			spend[p.category] += p.net
		}
	}
}

// largestNew returns the category with most spend that was not had before, counted
// from 1; of equals the one whose name comes first; 0 without any.
func largestNew(spend map[int32]Money, had map[int32]bool) (best int32) {
	for c, m := range spend {
		if had[c] {
			continue
		}
		if best == 0 || m > spend[best-1] || m == spend[best-1] && c < best-1 {
			best = c + 1
		}
	}
	return best
}

// firstBought tables what customers bought first, most customers first, and everybody
// together.
func (c *cut) firstBought() (list []FirstBought, all FirstBought) {
	began := map[int32][]*life{}
	var everybody []*life
	for _, l := range c.lives {
		if l.first != 0 {
			began[l.first] = append(began[l.first], l)
			everybody = append(everybody, l)
		}
	}
	for category, lives := range began {
		list = append(list, c.first(c.goods.names[category-1], lives))
	}
	slices.SortFunc(list, func(a, b FirstBought) int {
		return cmp.Or(-cmp.Compare(a.Customers, b.Customers), cmp.Compare(a.Name, b.Name))
	})
	return list[:min(len(list), mostFirsts)], c.first("", everybody)
}

// first says what became of customers who began alike; they come in order of id.
func (c *cut) first(name string, lives []*life) FirstBought {
	out := FirstBought{Group: c.groupOf(name, rowsOf(lives))}
	var again, watched, still int64
	var profits []float64
	next := map[int32]int64{}
	for _, l := range lives {
		if l.days[0].AddMonths(12) <= c.win.asOf {
			watched++
			again += one(len(l.days) > 1 && l.days[1] < l.days[0].AddMonths(12))
		}
		still += one(l.row.Active)
		if l.row.Lifetime.Known {
			profits = append(profits, l.row.Lifetime.Value.Float())
		}
		if l.next != 0 {
			next[l.next]++
		}
	}
	out.Again, out.Still = rate(again, watched), rate(still, int64(len(lives)))
	if len(profits) > 0 {
		out.Each = opt(c.cents(Money(nine(model.Median(profits))*10_000)), true)
	}
	if best := mostCounted(next); best != 0 {
		out.Next, out.NextShare = c.goods.names[best-1], rate(next[best], int64(len(lives)))
	}
	return out
}

// mostCounted returns the number counted most often, the smallest of equals, 0 of none.
func mostCounted(counts map[int32]int64) (best int32) {
	for n, count := range counts {
		if best == 0 || count > counts[best] || count == counts[best] && n < best {
			best = n
		}
	}
	return best
}

func rowsOf(lives []*life) []*transform.Figures {
	out := make([]*transform.Figures, len(lives))
	for i, l := range lives {
		out[i] = l.row
	}
	return out
}
