package pages

import (
	"fmt"

	"clientele/reports"
)

// mostLosses is how many loss-makers are listed.
const mostLosses = 150

// lossMakers lists the customers that cost more than they bring.
func (b *book) lossMakers() reports.Page {
	all := b.find(b.r.Profitability.LossMakers)
	rows := capped(b, all, mostLosses)
	t := b.table("LossMakers", b.lossColumns(), rows, len(all), "Other customers")
	t.Note = b.cutNote(t.Note, len(rows), len(all))
	return reports.List[row]{
		Head: reports.Head{
			Tab: "Loss-makers", Title: "Loss-makers",
			Question: "Which customers cost us money, and what would fix it?",
			Finding:  b.lossFinding(all),
		},
		Table: t,
	}
}

// lossFinding counts the losses among all who bought, and apart from them those who
// bought nothing and were served all the same.
func (b *book) lossFinding(all []row) string {
	if len(all) == 0 {
		return "No customer costs more than they bring."
	}
	idle := ""
	if n := int64(len(all)) - b.r.Profitability.Losing.Buying; n > 0 {
		idle = fmt.Sprintf(", and %s", reports.Plural(n, "other bought nothing but was served", "others bought nothing but were served"))
	}
	return fmt.Sprintf("%s of %s more than they bring%s; together they lose us %s a year.",
		reports.Thousands(b.r.Profitability.Losing.Buying), reports.Plural(b.r.Profitability.Total.Buying, "buying customer costs", "buying customers cost"), idle, b.money(-sum(all, net)))
}

func (b *book) lossColumns() []reports.Column[row] {
	cols := []reports.Column[row]{
		colCustomer(), colTerritory(), colSegment(),
		reports.MoneyIf("Net result", "Gross profit less cost to serve, 12 months.", func(r row) (Money, bool) { return known(r.Net) }).Bold().Sum(),
		colRevenue(),
		reports.MoneyIf("Gross profit", "Revenue less cost of goods, 12 months, of what has a known cost.", func(r row) (Money, bool) { return known(r.Gross) }).Sum(),
	}
	if b.costed() {
		cols = append(cols, reports.Money("Cost to serve", "The six activities together, 12 months.", func(r row) Money { return r.CostToServe }).Sum().Blank(isNobody))
		if even := b.r.Profitability.AverageToServe; even.Known {
			cols = append(cols, reports.DeltaMoneyIf("vs even share", "Cost to serve less "+b.money(even.Value)+", all pools over all buying customers: what an average would hide.",
				func(r row) (Money, bool) { return r.CostToServe - even.Value, !isNobody(r) }).LowerIsBetter().NoTotal())
		}
		for _, a := range withParts() {
			col := amounts(a.name, a.help+", 12 months.", a.of)
			if a.isSubtotal() {
				col = col.Bold()
			}
			cols = append(cols, col)
		}
	}
	cols = append(cols, colOrders(),
		reports.MoneyIf("Average order", "Net value of an order, 12 months.", func(r row) (Money, bool) { return known(r.AverageOrder) }).NoTotal())
	if b.costed() {
		cols = append(cols, reports.Text("Largest driver", "What costs most: an activity, or goods sold below their cost.", largestDriver).NoTotal())
	}
	return append(cols, reports.Wrap("Way back to profit", "What would bring them to zero: less of what costs most, if its cost falls with its number, or higher prices, if they buy as much.", b.wayBack).Width(40).NoTotal())
}

func activityName(code string) string {
	for _, a := range sixActivities() {
		if a.code == code {
			return a.name
		}
	}
	return ""
}

// activityHelp says what an activity does.
func activityHelp(code string) string {
	for _, a := range sixActivities() {
		if a.code == code {
			return a.help
		}
	}
	return ""
}
