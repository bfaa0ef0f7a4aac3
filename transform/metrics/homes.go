package metrics

import (
	"iter"
	"strconv"

	"clientele/extract"
	"clientele/transform"
)

// homes groups households, each counted once as one customer with the sum of its
// members' money.
func (c *cut) homes(p *Products) {
	homes := c.membersAtHome()
	byBreadth, bySize := c.upToFive(), c.upToFive()
	var breadth []float64
	for h := range eachHome(homes) {
		if h.Orders == 0 {
			continue
		}
		sortIn(byBreadth, h.HouseholdCategories, h)
		sortIn(bySize, h.HouseholdSize, h)
		breadth = append(breadth, float64(h.HouseholdCategories))
	}
	p.Households, p.BySize = allDone(byBreadth), allDone(bySize)
	p.PerHousehold = meanOf(breadth)
	p.ManyAtHome = manyOf(breadth)
	p.HomeQuadrants = c.quadrants(eachHome(homes), p.ManyAtHome)
}

// membersAtHome divides customers by households, in order of their first members.
func (c *cut) membersAtHome() [][]*life {
	var homes [][]*life
	at := map[transform.CustomerID]int{}
	for _, l := range c.lives {
		i, seen := at[l.row.Household]
		if !seen {
			i = len(homes)
			at[l.row.Household] = i
			homes = append(homes, nil)
		}
		homes[i] = append(homes[i], l)
	}
	return homes
}

// eachHome yields each household as one customer, one after the other in the same
// memory: a row is large, and there are almost as many households as customers.
func eachHome(homes [][]*life) iter.Seq[*transform.Figures] {
	return func(yield func(*transform.Figures) bool) {
		var h transform.Figures
		for _, home := range homes {
			h = transform.Figures{}
			h.HouseholdCategories, h.HouseholdSize = home[0].row.HouseholdCategories, int64(len(home))
			for _, l := range home {
				joinHome(&h, l.row)
			}
			if !yield(&h) {
				return
			}
		}
	}
}

func joinHome(h, r *transform.Figures) {
	h.Orders += r.Orders
	h.Revenue += r.Revenue
	h.RevenueBefore += r.RevenueBefore
	h.CostToServe += r.CostToServe
	h.Complaints += r.Complaints
	h.Gross = extract.Opt[Money]{Value: h.Gross.Value + r.Gross.Value, Known: h.Gross.Known || r.Gross.Known}
	h.Costed += r.Costed
	h.Net = extract.Opt[Money]{Value: h.Net.Value + r.Net.Value, Known: h.Net.Known || r.Net.Known}
	h.Lifetime.Value += r.Lifetime.Value
	h.Ahead.Value += r.Ahead.Value
	h.Categories = h.HouseholdCategories
	h.Active, h.WasActive, h.Twice = h.Active || r.Active, h.WasActive || r.WasActive, h.Twice || r.Twice
	for a := range activities {
		*field(&h.Costs, a) += *field(&r.Costs, a)
	}
}

// upToFive are the groups of one to four of something, and of five and more.
func (c *cut) upToFive() []*grouping {
	var out []*grouping
	for n := 1; n <= 5; n++ {
		name := strconv.Itoa(n)
		if n == 5 {
			name += " and more"
		}
		out = append(out, c.grouping(name))
	}
	return out
}

// sortIn adds a row to the group of its number, to none below one.
func sortIn(groups []*grouping, n int64, r *transform.Figures) {
	if n >= 1 {
		groups[min(n, int64(len(groups)))-1].take(r)
	}
}

func allDone(groups []*grouping) []Group {
	out := make([]Group, 0, len(groups))
	for _, g := range groups {
		out = append(out, g.done())
	}
	return out
}
