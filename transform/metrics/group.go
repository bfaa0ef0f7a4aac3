package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// group takes the customers together that a rule picks.
func (c *cut) group(name string, in func(*transform.Figures) bool) Group {
	var picked []*transform.Figures
	for _, l := range c.lives {
		if in(l.row) {
			picked = append(picked, l.row)
		}
	}
	return c.groupOf(name, picked)
}

// groups divides the customers a rule picks by a word, most revenue first, then
// by name.
func (c *cut) groups(word func(*transform.Figures) string, in func(*transform.Figures) bool) []Group {
	rows := map[string][]*transform.Figures{}
	var names []string
	for _, l := range c.lives {
		if r := l.row; in(r) {
			w := word(r)
			if _, seen := rows[w]; !seen {
				names = append(names, w)
			}
			rows[w] = append(rows[w], r)
		}
	}
	out := make([]Group, 0, len(names))
	for _, n := range names {
		out = append(out, c.groupOf(n, rows[n]))
	}
	slices.SortFunc(out, func(a, b Group) int { return cmp.Or(-cmp.Compare(a.Revenue, b.Revenue), cmp.Compare(a.Name, b.Name)) })
	return out
}

// groupOf adds rows up. The order of rows must be that of ids, because averages
// are sums of floats.
func (c *cut) groupOf(name string, rows []*transform.Figures) Group {
	g := c.grouping(name)
	for _, r := range rows {
		g.take(r)
	}
	return g.done()
}

// A grouping adds up one row after the other, and keeps none.
type grouping struct {
	Group
	year                    Window
	risks, breadth, scores  []float64
	lost, start             int64
	lostBefore, startBefore int64
	costlessBefore          bool // of somebody what serving cost a year ago is not known
}

func (c *cut) grouping(name string) *grouping {
	return &grouping{Group: Group{Name: name}, year: c.win.year}
}

func (g *grouping) take(r *transform.Figures) {
	g.Customers++
	g.add(r)
	g.costlessBefore = g.costlessBefore || !r.CostToServeBefore.Known
	if r.Active && r.Risk.Known {
		g.risks = append(g.risks, r.Risk.Value.Float())
	}
	if r.Orders > 0 {
		g.breadth = append(g.breadth, float64(r.Categories))
	}
	if r.Satisfaction.Known && g.year.Has(r.SatisfiedOn) {
		g.scores = append(g.scores, r.Satisfaction.Value.Float())
	}
	g.start, g.lost = g.start+one(r.WasActive), g.lost+one(r.WasActive && !r.Active)
	g.startBefore, g.lostBefore = g.startBefore+one(r.Twice), g.lostBefore+one(r.Twice && !r.WasActive)
}

func (g *grouping) done() Group {
	out := g.Group
	out.NetBefore.Known = !g.costlessBefore && g.Customers > 0
	if !out.NetBefore.Known {
		out.NetBefore.Value = 0
	}
	out.Risk, out.Categories, out.Satisfaction = meanOf(g.risks), meanOf(g.breadth), meanOf(g.scores)
	out.Attrition, out.Before = rate(g.lost, g.start), rate(g.lostBefore, g.startBefore)
	return out
}

func (g *Group) add(r *transform.Figures) {
	g.Revenue += r.Revenue
	g.RevenueBefore += r.RevenueBefore
	g.Gross += r.Gross.Value
	g.Costed += r.Costed
	g.CostedBefore += r.CostedBefore
	g.CostToServe += r.CostToServe
	for a := range activities {
		*field(&g.Costs, a) += *field(&r.Costs, a)
	}
	if !r.Net.Known {
		g.NetUnknown++
	}
	g.Net += r.Net.Value
	g.NetBefore.Value += r.NetBefore.Value
	g.Lifetime += r.Lifetime.Value
	g.Ahead += r.Ahead.Value
	g.Estimated += one(r.Ahead.Known)
	g.Complaints += r.Complaints
	g.Buying += one(r.Orders > 0)
	if r.AtRisk {
		g.AtRisk++
		g.RevenueAtRisk += r.RevenueAtRisk.Value
		g.ProfitAtRisk += r.ProfitAtRisk.Value
	}
}

func one(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// opt returns a value unknown where it is not.
func opt[T any](v T, known bool) extract.Opt[T] {
	if !known {
		return extract.Opt[T]{}
	}
	return extract.Some(v)
}
