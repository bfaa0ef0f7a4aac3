package metrics

import (
	"cmp"
	"slices"
)

// mostPairs is how many categories, by customers, are looked at in pairs.
const mostPairs = 200

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
	pairs := c.pairs(buyers)
	var out []Category
	for i := range table {
		if !seen[i] {
			continue
		}
		t := table[i]
		t.Name, t.Customers = c.goods.names[i], rate(buyers[i], all)
		t.CostKnown = share(covered[i], t.Revenue)
		t.Gross = opt(c.cents(gross[i]), covered[i] != 0)
		t.Revenue, t.Before = c.cents(t.Revenue), c.cents(t.Before)
		t.With, t.WithShare = c.mostWith(i, pairs[i], buyers)
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Category) int {
		return cmp.Or(-cmp.Compare(a.Revenue, b.Revenue), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// pairs counts customers who bought two categories, of the ones most bought.
func (c *cut) pairs(buyers []int64) map[int]map[int]int64 {
	order := make([]int, len(buyers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return -cmp.Compare(buyers[a], buyers[b]) })
	in := map[int32]bool{}
	for _, i := range order[:min(len(order), mostPairs)] {
		in[int32(i)] = true
	}
	pairs := map[int]map[int]int64{}
	for _, l := range c.lives {
		for _, a := range l.buys {
			for _, b := range l.buys {
				if a.category == b.category || !a.thisYear || !b.thisYear || !in[a.category] || !in[b.category] {
					continue
				}
				if pairs[int(a.category)] == nil {
					pairs[int(a.category)] = map[int]int64{}
				}
				pairs[int(a.category)][int(b.category)]++
			}
		}
	}
	return pairs
}

// mostWith returns the category most of a category's customers also bought.
func (c *cut) mostWith(category int, with map[int]int64, buyers []int64) (string, Rate) {
	best, most := -1, int64(0)
	for other := range buyers { // in order of name, so that ties do not depend on chance
		if n := with[other]; n > most {
			best, most = other, n
		}
	}
	if best < 0 || buyers[category] < int64(c.rules.MinSample) {
		return "", Rate{}
	}
	return c.goods.names[best], rate(most, buyers[category])
}
