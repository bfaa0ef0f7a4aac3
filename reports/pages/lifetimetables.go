package pages

import (
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

// lifetimeTable compares business types by what a customer brings.
func (b *book) lifetimeTable() reports.Table[group] {
	rows := b.r.Lifetime.ByType
	return reports.Table[group]{
		Title: "By business type", Key: "LifetimeByType", Rows: first(rows, mostGroups), Of: len(rows), Totals: b.ending(restOf(rows), first(rows, mostGroups)...),
		Columns: []reports.Column[group]{grpName("Business type"), grpCustomers(), b.grpPast(), b.grpAhead().Bold(), b.grpProfit()},
	}
}

// sourceTable sets what customers bring beside what winning them cost, where that is
// recorded.
func (b *book) sourceTable() reports.Table[metrics.Source] {
	type s = metrics.Source
	rows := b.r.Lifetime.BySource
	t := reports.Table[s]{
		Title: "By source, with the cost to win a customer", Key: "LifetimeBySource", Rows: first(rows, mostGroups), Of: len(rows), Totals: b.sourceTotals(rows),
		Columns: []reports.Column[s]{
			reports.Text("Came through", "How customers came to us.", func(x s) string { return named(x.Name) }).Width(20),
			reports.Count("Customers", "Customers in the group, buying or not.", func(x s) int64 { return x.Customers }),
			reports.MoneyIf("Profit to date each", "Profit a customer has brought so far.", func(x s) (Money, bool) { return b.each(x.Lifetime, x.Customers-x.NetUnknown) }),
			reports.MoneyIf("Lifetime value each", "Profit a customer is still expected to bring.", func(x s) (Money, bool) { return b.aheadEach(x.Group) }).Bold(),
		},
	}
	if !slices.ContainsFunc(rows, func(x s) bool { return x.Cost.Known }) {
		t.Title = "By source"
		b.lacks("Lifetime value, cost to win a customer", "no source records it (parties.acquisition_cost)")
		return t
	}
	t.Columns = append(t.Columns,
		reports.MoneyIf("Cost to win one", "Mean cost to win a customer, of those where it is recorded.", func(x s) (Money, bool) { return known(x.Cost) }),
		reports.Number1If("Value ÷ cost", "Profit to date and expected, over the cost to win.", func(x s) (float64, bool) { return float(x.Return) }))
	return t
}

// sourceTotals close the sources with who is in none of those shown, and all.
func (b *book) sourceTotals(rows []metrics.Source) []metrics.Source {
	var groups []group
	for _, x := range rows {
		groups = append(groups, x.Group)
	}
	var totals []metrics.Source
	for _, g := range b.ending(restOf(groups), first(groups, mostGroups)...) {
		totals = append(totals, metrics.Source{Group: g})
	}
	return totals
}

// matrixTable sets what was brought beside what is expected.
func (b *book) matrixTable() reports.Table[group] {
	names := [4]string{"High so far, high ahead", "High so far, low ahead", "Low so far, high ahead", "Low so far, low ahead"}
	advice := map[string]string{names[0]: "Keep", names[1]: "Find out what changed", names[2]: "Invest", names[3]: "Serve at low cost"}
	var rows []group
	for i, g := range b.r.Lifetime.Matrix {
		g.Name = names[i]
		rows = append(rows, g)
	}
	return reports.Table[group]{
		Title: "So far × ahead", Key: "Matrix", Rows: rows,
		Columns: []reports.Column[group]{
			grpName("Customers with profit"), grpCustomers().Bold(), b.grpPast(), b.grpAhead(),
			reports.Text("What to do", "One line for each quarter.", func(g group) string { return advice[g.Name] }),
		},
		Note: "High: above the median of customers with an estimate.",
	}
}

// retentionTable shows what the estimate rests on.
func (b *book) retentionTable() reports.Table[metrics.Retention] {
	type t = metrics.Retention
	return reports.Table[t]{
		Title: "Yearly retention the estimate uses", Key: "Retention", Rows: b.r.Lifetime.Retention,
		Columns: []reports.Column[t]{
			reports.Text("Order days in the year before", "Customers active a year ago, by how often they had ordered.", func(x t) string { return x.Cell }).Width(26),
			reports.Count("Customers", "Active a year ago.", func(x t) int64 { return x.Raw.Of }),
			reports.PercentIf("Still active", "Share active now.", func(x t) (float64, bool) { return b.share(x.Raw) }),
			reports.Percent("Used", "The share drawn towards everybody's, more so where few are behind it.", func(x t) float64 { return x.Shrunk.Float() }).Bold(),
		},
	}
}

// tenthTable is the numbers behind the tenths.
func (b *book) tenthTable() reports.Table[group] {
	rows := tenths(b.r.Lifetime.Tenths)
	return reports.Table[group]{
		Title: "Tenths of customers by profit expected", Key: "Tenths", Rows: rows, Totals: b.ending("Without an estimate", rows...),
		Columns: []reports.Column[group]{grpName("Group"), grpCustomers(), b.grpPast(), b.grpAhead().Bold(), b.grpRevenue(), b.grpProfit(), b.grpRisk()},
	}
}
