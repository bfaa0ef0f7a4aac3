package pages

import (
	"fmt"
	"slices"

	"clientele/reports"
)

// mostExtremes is how many of the best and of the worst customers are listed.
const mostExtremes = 50

// extremes are the customers that bring most and least, of those who bought within
// twelve months and whose profit is known; nobody is in both.
func (b *book) extremes() (best, worst []row) {
	all := largest(b.where(func(r row) bool { return r.Orders > 0 && r.Net.Known }), net)
	n := min(mostExtremes, len(all)/2)
	worst = slices.Clone(all[len(all)-n:])
	slices.Reverse(worst)
	return first(all, min(mostExtremes, len(all)-n)), worst
}

// bestWorst lists the best and the worst customers with how they buy.
func (b *book) bestWorst() reports.Page {
	best, worst := b.extremes()
	return reports.Board{
		Head: reports.Head{
			Tab: "Best and worst", Title: "Best and worst customers",
			Question: "Who brings most and who least, and how do they buy?",
			Finding: fmt.Sprintf("The best %s bring %s of %s, the worst %s bring %s.",
				reports.Thousands(len(best)), b.money(sum(best, net)), b.profitWord(), reports.Thousands(len(worst)), b.money(sum(worst, net))),
		},
		Bands: []reports.Band{
			{b.extremeTable("Best customers, most profit first", "Best", best)},
			{b.extremeTable("Worst customers, least profit first", "Worst", worst)},
		},
	}
}

func (b *book) extremeTable(title, key string, rows []row) reports.Table[row] {
	cols := []reports.Column[row]{
		colCustomer(), colType(), colSegment(), b.colScores(), b.colProfit().Bold(), b.colMargin(), colRevenue(), colGrowth(), colOrders(), colLastOrder(),
	}
	if b.hasProducts() {
		cols = append(cols, colCategories())
	}
	cols = append(cols, b.colRisk(), reports.Text("Contact allowed", "May we contact them for marketing: Yes, No or Unknown.", func(r row) string { return capital(r.Consent) }).BadWords("No").NoTotal())
	return reports.Table[row]{Title: title, Key: key, Columns: cols, Rows: rows, Totals: b.closing(rows, "Other customers")}
}

// colScores are the three scores, and says what money is.
func (b *book) colScores() reports.Column[row] {
	return reports.ID("RFM", "Scores of recency, frequency and money ("+b.scoredMoney()+"), 5 the best.", func(r row) string { return r.RFM }).NoTotal()
}
