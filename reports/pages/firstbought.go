package pages

import (
	"clientele/reports"
	"clientele/transform/metrics"
)

// mostBeginnings is how many first categories are shown.
const mostBeginnings = 12

func (b *book) hasFirsts() bool { return b.r.Products.FirstAll.Customers > 0 }

// firstTable says what customers bought first and what became of them.
func (b *book) firstTable() reports.Table[metrics.FirstBought] {
	type f = metrics.FirstBought
	p := b.r.Products
	all := p.FirstAll
	all.Name = "All of them"
	cols := []reports.Column[f]{
		reports.Text("First bought", "What customers spent most on on the first day they ordered.", func(x f) string { return x.Name }).Width(20),
		reports.Count("Customers", "Customers who began so, of all time.", func(x f) int64 { return x.Customers }).Bold(),
		reports.Percent0If("Again in a year", "Of those whose first order is a year old or older, the share that ordered on another day within a year.", func(x f) (float64, bool) { return b.share(x.Again) }),
		reports.Percent0If("Still active", "Share of them who are active now.", func(x f) (float64, bool) { return b.share(x.Still) }),
		reports.Number1If("Product categories", "Mean number of categories bought in 12 months, of those who bought.", func(x f) (float64, bool) { return b.mean(x.Categories) }),
	}
	if b.profitable() {
		cols = append(cols, reports.MoneyIf("Profit to date, median", "Half of those whose profit is known brought no more so far.",
			func(x f) (Money, bool) { return x.Each.Value, x.Each.Known && x.Customers-x.NetUnknown >= b.enough() }))
	}
	cols = append(cols,
		reports.Percent0If("Went on to the next", "Share of them who bought the category named last before any other new one.", func(x f) (float64, bool) { return b.share(x.NextShare) }).NoTotal(),
		reports.Text("Next", "The category most of them bought first of what was new to them on a later day.", func(x f) string { return x.Next }).NoTotal())
	return reports.Table[f]{
		Title: "What customers bought first, and what became of them", Key: "FirstBought", Columns: cols, Rows: first(p.First, mostBeginnings), Of: len(p.First), Totals: []f{all},
		Note: "The first order is the first the sources hold. Who began otherwise may differ in other ways too.",
	}
}
