package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// territories sets each territory against its target, last year and its risks.
func (c *cut) territories(r *Results) []Territory {
	var out []Territory
	met := map[string]Rate{}
	for _, k := range r.Contracts.Rows {
		place := c.placeOf(k.Customer)
		was := met[place]
		met[place] = Rate{Part: was.Part + one(k.Status == ContractMet), Of: was.Of + 1}
	}
	for _, g := range r.Profitability.ByTerritory {
		t := Territory{Group: g, Months: make([]Money, transform.SeriesMonths), Contracts: rate(met[g.Name].Part, met[g.Name].Of)}
		t.Target = c.target(extract.TargetRevenue, transform.Scope{Territory: g.Name, Rep: c.scope.Rep}, c.win.year)
		for _, l := range c.lives {
			if l.row.Place() == g.Name {
				t.add(l.row)
			}
		}
		slices.Sort(t.Reps)
		t.Reps = slices.Compact(t.Reps)
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Territory) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// company is the whole company as one territory, for the workbook of a scope to stand
// beside: revenue with that of nobody known, all else of its customers; it names nobody.
func (c *cut) company() []Territory {
	if c.whole {
		return nil
	}
	all := c.s.cut(transform.Scope{})
	t := Territory{Group: all.group("", everybody), Months: make([]Money, transform.SeriesMonths)}
	t.Target = all.target(extract.TargetRevenue, transform.Scope{}, c.win.year)
	t.Planned = all.target(extract.TargetProfit, transform.Scope{}, c.win.year)
	t.Revenue, t.RevenueBefore = all.revenue().Company(), all.revenueBefore().Company()
	var met, of int64
	for _, l := range all.lives {
		t.add(l.row)
		for i := range l.contracts {
			of++
			met += one(l.contracts[i].Status == ContractMet)
		}
	}
	t.Reps, t.Contracts = nil, rate(met, of)
	return []Territory{t}
}

func (t *Territory) add(r *transform.Figures) {
	if r.Rep != "" {
		t.Reps = append(t.Reps, r.Rep)
	}
	t.Declining += one(hasFlag(r, FlagDeclining))
	t.Unanswered += r.Unanswered
	t.OpenComplaint += r.OpenComplaints
	t.Active += one(r.Active)
	t.Commission += max(0, r.Net.Value)
	for i, m := range r.Monthly() {
		t.Months[i] += m
	}
}

func (c *cut) placeOf(id transform.CustomerID) string {
	i, found := slices.BinarySearchFunc(c.lives, id, func(l *life, id transform.CustomerID) int { return cmp.Compare(l.row.ID, id) })
	if !found {
		return ""
	}
	return c.lives[i].row.Place()
}
