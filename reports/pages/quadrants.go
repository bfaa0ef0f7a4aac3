package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// quadrantName puts a quarter of breadth × profit into words.
func (b *book) quadrantName(code string, many int64) string {
	above, below := "profitable", "loss-making"
	if h := b.r.Rules.Hurdle; h > 0 {
		above, below = "above "+b.money(h), "not above "+b.money(h)
	}
	switch code {
	case metrics.ManyAbove:
		return fmt.Sprintf("%d and more, %s", many, above)
	case metrics.ManyBelow:
		return fmt.Sprintf("%d and more, %s", many, below)
	case metrics.FewAbove:
		return fmt.Sprintf("Fewer than %d, %s", many, above)
	case metrics.FewBelow:
		return fmt.Sprintf("Fewer than %d, %s", many, below)
	}
	return ""
}

func quadrantAdvice(code string) string {
	switch code {
	case metrics.ManyAbove:
		return "Keep and reward"
	case metrics.ManyBelow:
		return "Stop offering more; fix terms"
	case metrics.FewAbove:
		return "Offer the next category"
	case metrics.FewBelow:
		return "Serve at low cost"
	}
	return ""
}

// quadrantTable crosses breadth with profit.
func (b *book) quadrantTable(title, key, who string, many int64, groups [4]group) reports.Table[group] {
	return reports.Table[group]{
		Title: title, Key: key, Rows: groups[:],
		Columns: []reports.Column[group]{
			reports.Text("Categories, profit", "Quarter of breadth × profit.", func(g group) string { return b.quadrantName(g.Name, many) }).Width(26),
			reports.Count(capital(who), capital(who)+" that bought within 12 months and whose profit is known.", func(g group) int64 { return g.Customers }).Bold(),
			b.grpRevenue(), b.grpProfit(),
			reports.Text("What to do", "One line for each quarter.", func(g group) string { return quadrantAdvice(g.Name) }),
		},
	}
}

// quadrantBand is breadth × profit of customers and of households.
func (b *book) quadrantBand() reports.Band {
	p := b.r.Products
	return reports.Band{
		b.quadrantTable("Breadth × profit of customers", "Quadrants", "customers", p.Many, p.Quadrants),
		b.quadrantTable("Breadth × profit of households", "HomeQuadrants", "households", p.ManyAtHome, p.HomeQuadrants),
	}
}
