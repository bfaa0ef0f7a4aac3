package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform"
)

// mostExtremes is how many of the best and of the worst customers are listed.
const mostExtremes = 50

// ranked are the customers who bought within twelve months and whose profit is known,
// most profit first.
func (b *book) ranked() []row {
	return largest(b.where(func(r row) bool { return r.Orders > 0 && r.Net.Known }), net)
}

// extremes are the best and the worst of customers in order, the worst last; nobody is
// in both.
func extremes(all []row) (best, worst []row) {
	n := min(mostExtremes, len(all)/2)
	return first(all, min(mostExtremes, len(all)-n)), all[len(all)-n:]
}

// bestWorst lists the best and the worst customers with how they buy.
func (b *book) bestWorst() reports.Page {
	all := b.ranked()
	best, worst := extremes(all)
	rows := append(best[:len(best):len(best)], worst...)
	return reports.List[row]{
		Head: reports.Head{
			Tab: "Best and worst", Title: "Best and worst customers",
			Question: "Who brings most and who least, and how do they buy?",
			Finding:  b.extremesFinding(best, worst, len(all)),
		},
		Table: b.table("BestWorst", b.extremeColumns(all), rows, len(rows), "Other customers"),
	}
}

// extremesFinding says what the best and the worst bring or lose.
func (b *book) extremesFinding(best, worst []row, all int) string {
	if len(worst) == 0 {
		return b.broughtBy(allOf(all, "customer who bought", "customers who bought"), all, sum(best, net), b.profitWord()) + "."
	}
	return fmt.Sprintf("Of %s the best %s, the worst %s.", reports.Plural(all, "customer who bought", "customers who bought"), b.someBring(best), b.someBring(worst))
}

// someBring counts customers and says what they bring or lose.
func (b *book) someBring(rows []row) string {
	who := reports.Thousands(len(rows))
	if len(rows) == 1 {
		who = "one"
	}
	return b.broughtBy(who, len(rows), sum(rows, net), b.profitWord())
}

func (b *book) extremeColumns(all []row) []reports.Column[row] {
	place := map[transform.CustomerID]int{}
	for i, r := range all {
		place[r.ID] = i + 1
	}
	cols := []reports.Column[row]{
		colCustomer(),
		reports.CountIf("Place", "Place by "+b.profitWord()+" among all who bought in 12 months and whose profit is known.", func(r row) (int, bool) { return place[r.ID], place[r.ID] > 0 }).NoTotal(),
		colType(), colTerritory(), colSegment(), b.colScores(), b.colProfit().Bold().Bar(), b.colMargin(), colRevenue(), colGrowth(), colOrders(), colLastOrder(),
	}
	if b.hasProducts() {
		cols = append(cols, colCategories())
	}
	return append(cols, b.colRisk(), reports.Text("Contact allowed", "May we contact them for marketing: Yes, No or Unknown.", func(r row) string { return capital(r.Consent) }).BadWords("No").NoTotal())
}

// colScores are the three scores, and says what money is.
func (b *book) colScores() reports.Column[row] {
	return reports.ID("RFM", "Scores of recency, frequency and money ("+b.scoredMoney()+"), 5 the best.", func(r row) string { return r.RFM }).NoTotal()
}
