package pages

import (
	"clientele/reports"
	"clientele/transform/metrics"
)

type kept = metrics.Kept

// keptTable shows what became of last year's revenue, by business type.
func (b *book) keptTable() reports.Table[kept] {
	a := b.r.Attrition
	all := a.KeptAll
	all.Name = "All who bought last year"
	rows := first(a.Kept, mostGroups)
	if !told(rows, func(k kept) string { return k.Name }) {
		rows = nil
	}
	enough := func(k kept, x rate) (float64, bool) {
		v, ok := float(x)
		return v, ok && k.Customers >= b.enough()
	}
	return reports.Table[kept]{
		Title: "How much of last year's revenue stayed", Key: "Kept", Rows: rows, Of: len(a.Kept), Totals: b.keptTotals(rows, all),
		Columns: []reports.Column[kept]{
			reports.Text("Business type", "Kind of business or customer group.", func(k kept) string { return named(k.Name) }).Width(24),
			reports.Count("Customers", "Customers with revenue in the 12 months before.", func(k kept) int64 { return k.Customers }),
			scaled(b, "Revenue last year", "What they brought in the 12 months before.", func(k kept) Money { return k.Before }),
			scaled(b, "Revenue", "What they brought in the last 12 months.", func(k kept) Money { return k.Now }),
			reports.PercentIf("Kept", "Of last year's revenue, what is still bought, additions left out: gross revenue retention.", func(k kept) (float64, bool) { return enough(k, k.Gross()) }).Bold(),
			reports.PercentIf("Kept with additions", "The same with what they bought more: net revenue retention. It hides losses behind growth.", func(k kept) (float64, bool) { return enough(k, k.Net()) }),
		},
		Note: "Without new customers and those won back after a year.",
	}
}

// keptTotals closes the table with the types not shown and all of them.
func (b *book) keptTotals(rows []kept, all kept) []kept {
	other := all
	other.Name = "Other"
	for _, k := range rows {
		other.Customers -= k.Customers
		other.Before -= k.Before
		other.Now -= k.Now
		other.Least -= k.Least
	}
	if len(rows) == 0 || other.Customers == 0 {
		return []kept{all}
	}
	return []kept{other, all}
}
