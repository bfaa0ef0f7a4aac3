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
	g := Group{Name: name, Customers: int64(len(rows))}
	var risks, categories, scores []float64
	var lost, start, lostBefore, startBefore int64
	before := true
	for _, r := range rows {
		g.add(r)
		before = before && r.CostToServeBefore.Known
		if r.Active && r.Risk.Known {
			risks = append(risks, r.Risk.Value.Float())
		}
		if r.Orders > 0 {
			categories = append(categories, float64(r.Categories))
		}
		if r.Satisfaction.Known && c.win.year.Has(r.SatisfiedOn) {
			scores = append(scores, r.Satisfaction.Value.Float())
		}
		start, lost = start+one(r.WasActive), lost+one(r.WasActive && !r.Active)
		startBefore, lostBefore = startBefore+one(r.Twice), lostBefore+one(r.Twice && !r.WasActive)
	}
	g.NetBefore.Known = before && len(rows) > 0
	if !g.NetBefore.Known {
		g.NetBefore.Value = 0
	}
	g.Risk, g.Categories, g.Satisfaction = meanOf(risks), meanOf(categories), meanOf(scores)
	g.Attrition, g.Before = rate(lost, start), rate(lostBefore, startBefore)
	return g
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
