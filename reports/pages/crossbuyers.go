package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

func (b *book) hasCrossLosers() bool { return b.profitable() && b.r.CrossSell.Across.Losing.Part > 0 }

// crossKind puts a kind of loss-making cross-buyer into words, with what to do.
func crossKind(code string) (name, advice string) {
	switch code {
	case metrics.FlagDemander:
		return "Service demanders", "Serve by self-service; charge visits"
	case metrics.FlagReverser:
		return "Revenue reversers", "Find out why goods come back; agree terms of return"
	case metrics.FlagMaximiser:
		return "Promotion maximisers", "End discounts that are not earned"
	case metrics.FlagLimiter:
		return "Spending limiters", "Offer nothing more; agree fewer, larger orders"
	}
	return "None of the four", "Go through prices and terms"
}

// crossTable shows why some who buy across bring a loss.
func (b *book) crossTable() reports.Table[group] {
	x := b.r.CrossSell.Across
	var rows []group
	for _, g := range x.Kinds {
		if g.Customers > 0 {
			rows = append(rows, g)
		}
	}
	return reports.Table[group]{
		Title: "Customers of two categories and more who bring a loss", Key: "CrossBuyers", Rows: rows, Note: b.crossNote(),
		Columns: []reports.Column[group]{
			reports.Text("Behaviour", "The first of four that applies; see Method & data.", func(g group) string { name, _ := crossKind(g.Name); return name }).Width(20),
			grpCustomers(), b.grpRevenue(), b.grpProfit().Bold(),
			reports.Text("What to do", "One line for each behaviour.", func(g group) string { _, advice := crossKind(g.Name); return advice }),
		},
	}
}

// crossNote sets their loss beside all losses.
func (b *book) crossNote() string {
	x := b.r.CrossSell.Across
	text := fmt.Sprintf("%s of %s of two categories and more", reports.Thousands(x.Losing.Part), reports.Plural(x.Losing.Of, "customer", "customers"))
	if share, ok := b.share(x.Losing); ok {
		text += " (" + reports.Percent0Words(share) + ")"
	}
	lose := " lose "
	if x.Losing.Part == 1 {
		lose = " loses "
	}
	text += lose + b.money(x.Lost)
	if share, ok := float(x.Share); ok {
		text += ", " + reports.Percent0Words(share) + " of what all loss-making customers who bought lose"
	}
	return text + ". They get no offers."
}
