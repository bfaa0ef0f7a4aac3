package metrics

import (
	"strconv"

	"clientele/extract"
	"clientele/transform"
)

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
		joinHome(&heads[i], l.row)
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
	p.ManyAtHome = manyOf(breadth)
	p.HomeQuadrants = c.quadrants(pointers(heads), p.ManyAtHome)
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

func pointers(rows []transform.Figures) []*transform.Figures {
	out := make([]*transform.Figures, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	return out
}
