package pages

import (
	"cmp"
	"slices"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// rankColumns set what a customer is expected to bring beside what they bring now, and
// beside what winning them cost where that is recorded of anybody listed.
func (b *book) rankColumns(list []metrics.Foreseen) []reports.Column[metrics.Foreseen] {
	rank := b.profitRanks()
	out := []reports.Column[metrics.Foreseen]{
		reports.CountIf("Rank by profit now", "Place among all customers of this workbook by the "+b.profitWord()+" of 12 months; the table is in order of what is expected.", func(x metrics.Foreseen) (int64, bool) {
			at, ok := rank[x.ID]
			return at, ok
		}),
	}
	if slices.ContainsFunc(list, func(x metrics.Foreseen) bool { _, ok := b.payback(x); return ok }) {
		out = append(out, reports.Number1If("Payback of winning, months", "What winning the customer cost over what a month of the last 12 brings; blank where no cost is recorded or nothing is brought.", b.payback))
	}
	return out
}

// profitRanks numbers the customers whose profit is known and who bought, best first.
func (b *book) profitRanks() map[transform.CustomerID]int64 {
	list := b.where(func(r row) bool { return r.Net.Known && r.Orders > 0 })
	slices.SortFunc(list, func(x, y row) int {
		return cmp.Or(-cmp.Compare(x.Net.Value, y.Net.Value), cmp.Compare(x.ID, y.ID))
	})
	out := make(map[transform.CustomerID]int64, len(list))
	for i, r := range list {
		out[r.ID] = int64(i + 1)
	}
	return out
}

// payback is how many months of profit as of now winning a customer cost.
func (b *book) payback(x metrics.Foreseen) (float64, bool) {
	r := b.at[x.ID]
	if r == nil || !r.AcquisitionCost.Known || !r.Net.Known || r.Net.Value <= 0 {
		return 0, false
	}
	return 12 * r.AcquisitionCost.Value.Float() / r.Net.Value.Float(), true
}
