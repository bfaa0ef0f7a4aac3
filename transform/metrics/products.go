package metrics

import (
	"cmp"
	"slices"
	"strconv"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

func bought(r *transform.Figures) bool { return r.Orders > 0 }

// products tables breadth beside profit, over twelve months.
func (c *cut) products() Products {
	p := Products{
		ByCount: c.byNumber(func(r *transform.Figures) int64 { return r.Categories }, bought),
		Many:    c.many(), Categories: c.categoryTable(), PerCustomer: c.group("", bought).Categories,
	}
	c.homes(&p)
	for i := range p.Quadrants {
		name := [...]string{"many, profitable", "many, not profitable", "few, profitable", "few, not profitable"}[i]
		p.Quadrants[i] = c.group(name, func(r *transform.Figures) bool {
			return bought(r) && r.Net.Known && (r.Categories >= p.Many) == (i < 2) && (r.Net.Value > 0) == (i%2 == 0)
		})
	}
	nobody, _ := c.others()
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			p.NotOnLines += l.offLines
		}
	}
	return p
}

// byNumber groups customers by a number: 1, 2, 3, 4, 5 and more; 0 is left out.
func (c *cut) byNumber(of func(*transform.Figures) int64, in func(*transform.Figures) bool) []Group {
	var out []Group
	for n := int64(1); n <= 5; n++ {
		name := strconv.FormatInt(n, 10)
		if n == 5 {
			name += " and more"
		}
		g := c.group(name, func(r *transform.Figures) bool { return in(r) && (of(r) == n || (n == 5 && of(r) > n)) })
		out = append(out, g)
	}
	return out
}

// many returns the number of categories above the median of those who bought.
func (c *cut) many() int64 {
	var counts []float64
	for _, l := range c.lives {
		if bought(&l.row) {
			counts = append(counts, float64(l.row.Categories))
		}
	}
	if len(counts) == 0 {
		return 1
	}
	return int64(model.Median(counts)) + 1
}

// homes groups households, each counted once as one customer with the sum of its
// members' money.
func (c *cut) homes(p *Products) {
	var heads []transform.Figures
	at := map[transform.CustomerID]int{}
	for _, l := range c.lives {
		i, seen := at[l.row.Household]
		if !seen {
			i = len(heads)
			at[l.row.Household] = i
			heads = append(heads, transform.Figures{})
			heads[i].HouseholdCategories = l.row.HouseholdCategories
		}
		heads[i].HouseholdSize++
		joinHome(&heads[i], &l.row)
	}
	p.Households = c.homesBy(heads, func(r *transform.Figures) int64 { return r.HouseholdCategories })
	p.BySize = c.homesBy(heads, func(r *transform.Figures) int64 { return r.HouseholdSize })
	var breadth []float64
	for i := range heads {
		if heads[i].Orders > 0 {
			breadth = append(breadth, float64(heads[i].HouseholdCategories))
		}
	}
	p.PerHousehold = meanOf(breadth)
}

func joinHome(h, r *transform.Figures) {
	h.Orders += r.Orders
	h.Revenue += r.Revenue
	h.RevenueBefore += r.RevenueBefore
	h.CostToServe += r.CostToServe
	h.Complaints += r.Complaints
	h.Gross = extract.Opt[Money]{Value: h.Gross.Value + r.Gross.Value, Known: h.Gross.Known || r.Gross.Known}
	h.Net = extract.Opt[Money]{Value: h.Net.Value + r.Net.Value, Known: h.Net.Known || r.Net.Known}
	h.Lifetime.Value += r.Lifetime.Value
	h.Ahead.Value += r.Ahead.Value
	h.Categories = h.HouseholdCategories
	h.Active, h.WasActive, h.Twice = h.Active || r.Active, h.WasActive || r.WasActive, h.Twice || r.Twice
	for a := range activities {
		*field(&h.Costs, a) += *field(&r.Costs, a)
	}
}

func (c *cut) homesBy(heads []transform.Figures, of func(*transform.Figures) int64) []Group {
	var out []Group
	for n := int64(1); n <= 5; n++ {
		name := strconv.FormatInt(n, 10)
		if n == 5 {
			name += " and more"
		}
		var rows []*transform.Figures
		for i := range heads {
			if h := &heads[i]; h.Orders > 0 && (of(h) == n || (n == 5 && of(h) > n)) {
				rows = append(rows, h)
			}
		}
		out = append(out, c.groupOf(name, rows))
	}
	return out
}

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
		all += one(bought(&l.row))
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
