package metrics

import (
	"slices"
	"strconv"

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
	p.Quadrants = c.quadrants(slices.Values(c.rows()), p.Many)
	p.Moves = c.since(Quadrants(), func(l *life) string { return c.quadrantBefore(l, p.Many) }, func(r *transform.Figures) string { return c.quadrant(r, p.Many) })
	p.First, p.FirstAll = c.firstBought()
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
		if bought(l.row) {
			counts = append(counts, float64(l.row.Categories))
		}
	}
	return manyOf(counts)
}

// manyOf returns the whole number above the median of counts, 1 of none.
func manyOf(counts []float64) int64 {
	if len(counts) == 0 {
		return 1
	}
	return int64(model.Median(counts)) + 1
}
