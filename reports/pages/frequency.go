package pages

import (
	"clientele/reports"
	"clientele/transform/metrics"
)

// frequencyTable says how often each business type orders and what it would bring if it
// ordered as often as its upper quarter.
func (b *book) frequencyTable() reports.Table[metrics.Frequency] {
	type f = metrics.Frequency
	rows := b.frequent()
	return reports.Table[f]{
		Title: "How often they order, and could that grow?", Key: "Frequency", Rows: first(rows, mostGroups), Of: len(rows),
		Columns: []reports.Column[f]{
			reports.Text("Business type", "Kind of business or customer group.", func(x f) string { return named(x.Name) }).Width(20),
			reports.Count("Customers", "Customers of a year and longer who bought within 12 months.", func(x f) int64 { return x.Customers }),
			reports.Number1If("Orders a year", "Mean number of orders in 12 months.", func(x f) (float64, bool) { return b.mean(x.Orders) }),
			reports.Number1If("Upper quarter", "Orders in 12 months that a quarter of them reach or exceed.", func(x f) (float64, bool) { return float(x.Upper) }),
			reports.Count("Below", "Customers who order less often.", func(x f) int64 { return x.Below }),
			reports.Count("Orders to add", "Orders a year if each of those ordered as often as the upper quarter begins at.", func(x f) int64 { return x.Room }),
			scaled(b, "Revenue to add", "These orders at each customer's own mean revenue of an order: a limit, no forecast.", func(x f) Money { return x.Worth }).Bold(),
		},
	}
}

// frequent are the types of enough customers to speak of quarters.
func (b *book) frequent() (out []metrics.Frequency) {
	for _, x := range b.r.RFM.Frequencies {
		if x.Customers >= b.enough() {
			out = append(out, x)
		}
	}
	return out
}
