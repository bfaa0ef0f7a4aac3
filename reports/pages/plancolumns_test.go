package pages

import (
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// planned are two territories: North, which brought 80, and South, which brought 120;
// customers of no territory brought nothing.
func planned(north, south extract.Opt[Money]) *book {
	row := func(name string, net int64, plan extract.Opt[Money]) territory {
		return territory{Group: group{Name: name, Customers: 1, Revenue: euros(300), Costed: euros(300), Net: euros(net), Planned: plan}}
	}
	b := over(func(r *metrics.Results) {
		r.Overview.Territories = []territory{row("North", 80, north), row("South", 120, south), row(transform.Unplaced, 0, extract.Opt[Money]{})}
		r.Profitability.Total = group{Customers: 2, Revenue: euros(600), Gross: euros(200), Costed: euros(600), Net: euros(200)}
		r.Overview.Revenue.Customers = euros(600)
	})
	b.profits = true
	return b
}

func TestTerritoriesStandBesideTheirPlans(t *testing.T) {
	none := extract.Opt[Money]{}
	for _, c := range []struct {
		name         string
		north, south extract.Opt[Money]
		all          string
	}{
		{"of every territory", extract.Some(euros(100)), extract.Some(euros(110)), "210 −10"},
		{"of one: the profit of all is not set beside the plan of some", extract.Some(euros(100)), none, "blank blank"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := planned(c.north, c.south).territoryPage().Sheet().Grids()[0]
			at, behind := column(g, "Planned"), column(g, "vs plan")
			if at < 0 || behind < 0 {
				t.Fatalf("no plan among the columns %v", g.Columns)
			}
			read := func(row []reports.Value) string { return units(row[at]) + " " + units(row[behind]) }
			same(t, read(g.Row(0)), "100 −20")
			same(t, read(g.Total(0)), c.all)
		})
	}
	if g := planned(none, none).territoryPage().Sheet().Grids()[0]; column(g, "Planned") >= 0 {
		t.Error("a column of plans that nobody made")
	}
}

// units writes an amount in whole units.
func units(v reports.Value) string {
	if !v.Known {
		return "blank"
	}
	return reports.Thousands(v.Amount / int64(extract.Unit))
}
