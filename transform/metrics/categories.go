package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// categoryTable lists every category bought in either year, most revenue first.
func (c *cut) categoryTable() []Category {
	n := len(c.goods.names)
	table, covered, buyers := make([]Category, n), make([]Money, n), make([]int64, n)
	gross, seen := make([]Money, n), make([]bool, n)
	nobody, _ := c.others()
	for i, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			for _, b := range l.buys {
				t := &table[b.category]
				t.Revenue += b.net
				t.Before += b.before
				covered[b.category] += b.covered
				gross[b.category] += b.gross
				seen[b.category] = true
				if b.thisYear && i == 0 {
					buyers[b.category]++
				}
			}
		}
	}
	var all int64
	for _, l := range c.lives {
		all += one(bought(l.row))
	}
	var out []Category
	for i := range table {
		if !seen[i] {
			continue
		}
		t := table[i]
		t.Name, t.Customers = c.goods.names[i], rate(buyers[i], all)
		t.Costed = c.cents(covered[i])
		t.Gross = opt(c.cents(gross[i]), covered[i] != 0)
		t.Revenue, t.Before = c.cents(t.Revenue), c.cents(t.Before)
		t.With, t.WithShare, t.WithLift = c.mostWith(i)
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Category) int {
		return cmp.Or(-cmp.Compare(a.Revenue, b.Revenue), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// mostWith returns the category that rules say a category's households most often
// buy as well, and how often; nothing where none is bought with it more often than
// chance explains. It is the company's, whatever the scope.
func (c *cut) mostWith(category int) (string, Rate, extract.Opt[extract.Decimal]) {
	links := c.s.cross.links[category]
	if len(links) == 0 {
		return "", Rate{}, extract.Opt[extract.Decimal]{}
	}
	a := c.s.association(slices.MinFunc(links, stronger))
	return a.To, a.Rate, extract.Some(a.Lift)
}
