package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform"
)

// topCustomers lists the most valuable customers and how to keep them.
func (b *book) topCustomers() reports.Page {
	active := b.where(func(r row) bool { return r.Orders > 0 })
	largest(active, b.ranking)
	n := max(25, min(100, len(active)/10))
	rows := first(active, n)
	return reports.List[row]{
		Head: reports.Head{
			Tab: "Top customers", Title: "Top customers",
			Question: "Who are our most valuable customers, and how do we keep them?",
			Finding:  b.topFinding(rows, len(active)),
		},
		Table: b.table("Top", b.topColumns(active), rows, len(active), "Other customers"),
	}
}

// topFinding says how much the best bring of all.
func (b *book) topFinding(top []row, buying int) string {
	what, total := "revenue", b.r.Overview.Revenue.Customers
	if b.profitable() {
		what, total = b.profitWord(), b.r.Overview.Profit.Customers
	}
	got := sum(top, b.ranking)
	who := fmt.Sprintf("The top %s of %s", reports.Thousands(len(top)), reports.Plural(buying, "buying customer", "buying customers"))
	if len(top) == buying {
		who = allOf(buying, "buying customer", "buying customers")
	}
	switch share, ok := of(got, total); {
	case buying == 0:
		return "Nobody bought in the last 12 months."
	case got < 0 && !b.profitable():
		return fmt.Sprintf("%s: revenue of %s after credit notes of %s%s.", who, b.money(got), b.money(sum(top, func(r row) Money { return r.Credited })), b.bringsMost(top))
	case ok && len(top) < buying:
		return fmt.Sprintf("%s bring %s of all %s, %s.", who, reports.Percent0Words(share), what, b.money(got))
	default:
		return b.broughtBy(who, len(top), got, what) + b.bringsMost(top) + "."
	}
}

// bringsMost names the best of several.
func (b *book) bringsMost(top []row) string {
	if len(top) < 2 || b.ranking(top[0]) <= 0 {
		return ""
	}
	return fmt.Sprintf("; %s brings most, %s", top[0].Name, b.money(b.ranking(top[0])))
}

func (b *book) topColumns(ranked []row) []reports.Column[row] {
	cols := []reports.Column[row]{colCustomer(), colTerritory(), colSegment(), colRevenue(), colGrowth()}
	if b.profitable() {
		cols = append(cols, b.colProfit().Bold().Bar(), b.colMargin(), b.colCumulative(ranked))
	} else {
		cols[3] = cols[3].Bold().Bar()
	}
	if b.hasProducts() {
		cols = append(cols, colCategories())
	}
	if b.hasSurveys() {
		cols = append(cols, colSatisfaction())
	}
	return append(cols, b.colRisk(), colRung(),
		reports.Wrap("How to keep them", "The most urgent thing first, from what is recorded.", keeping).Width(32).NoTotal(),
		b.colMonths())
}

// colCumulative adds profit up from the best customer down.
func (b *book) colCumulative(ranked []row) reports.Column[row] {
	total, sum := b.r.Overview.Profit.Customers, Money(0)
	share := map[transform.CustomerID]float64{}
	for _, r := range ranked {
		sum += r.Net.Value
		share[r.ID], _ = of(sum, total)
	}
	return reports.PercentIf("Cumulative share of profit", "Profit of this and all better customers over profit of all customers.",
		func(r row) (float64, bool) { return share[r.ID], total > 0 && r.Net.Known }).NoTotal()
}
