package pages

import (
	"clientele/reports"
	"clientele/transform/metrics"
)

// The columns that tables of customer groups share.

func grpName(head string) reports.Column[group] {
	return reports.Text(head, "Customers taken together.", func(g group) string { return named(g.Name) }).Width(20)
}

// named writes the name of a group that has none.
func named(s string) string {
	if s == "" {
		return "Not recorded"
	}
	return s
}

func grpCustomers() reports.Column[group] {
	return reports.Count("Customers", "Customers in the group, buying or not.", func(g group) int64 { return g.Customers })
}

func (b *book) grpRevenue() reports.Column[group] {
	return b.thousands("Revenue", "Net revenue of 12 months after credit notes.", func(g group) Money { return g.Revenue })
}

func (b *book) grpBefore() reports.Column[group] {
	return b.thousands("Revenue last year", "The same of the 12 months before.", func(g group) Money { return g.RevenueBefore })
}

func (b *book) grpChange() reports.Column[group] {
	head, help := "Change", "Revenue less revenue of the 12 months before."
	change := func(g group) Money { return g.Revenue - g.RevenueBefore }
	if b.large() {
		return reports.DeltaMoneyK(head, help, change)
	}
	return reports.DeltaMoney(head, help, change)
}

// grpGrowth leaves groups of a handful blank: one customer's year is no trend.
func (b *book) grpGrowth() reports.Column[group] {
	return reports.DeltaPercentIf("vs last year", "Revenue against the 12 months before; blank for groups of too few customers.", b.grown)
}

func (b *book) grown(g group) (float64, bool) {
	x, ok := growth(g.Revenue, g.RevenueBefore)
	return x, ok && (g.Customers >= b.enough() || g.Name == allCustomers)
}

func (b *book) grpGross() reports.Column[group] {
	return b.thousands("Gross profit", "Revenue less cost of goods, 12 months, of what has a known cost.", func(g group) Money { return g.Gross })
}

func (b *book) grpProfit() reports.Column[group] {
	if !b.costed() {
		return b.thousands("Gross profit", "Revenue less cost of goods, 12 months, of what has a known cost.", func(g group) Money { return g.Net })
	}
	return b.thousands("Net profit", "Gross profit less cost to serve, 12 months.", func(g group) Money { return g.Net })
}

// overCosted says what margins are shares of.
const overCosted = " over the revenue whose cost of goods is known; blank without such revenue, or where the loss is more than three times it"

func (b *book) grpMargin() reports.Column[group] {
	head := "Net margin"
	if !b.costed() {
		head = "Gross margin"
	}
	return reports.PercentIf(head, capital(b.profitWord())+overCosted+".", func(g group) (float64, bool) { return float(g.Margin()) })
}

// grpMarginChange compares the margin with last year's in points.
func grpMarginChange() reports.Column[group] {
	return reports.DeltaPointsIf("Margin vs last year", "Margin less the margin of the 12 months before, in percentage points.", marginChange)
}

func marginChange(g group) (float64, bool) {
	now, ok := float(g.Margin())
	before, was := float(g.MarginBefore())
	return (now - before) * 100, ok && was
}

func (b *book) grpShare(total Money) reports.Column[group] {
	return reports.PercentIf("Share of profit", "Part of the profit of all customers; blank where that is not above zero.",
		func(g group) (float64, bool) { return of(g.Net, total) })
}

func (b *book) grpAhead() reports.Column[group] {
	return reports.MoneyIf("Lifetime value each", "Profit a customer is still expected to bring, mean of those with an estimate.", b.aheadEach)
}

func (b *book) aheadEach(g group) (Money, bool) { return b.each(g.Ahead, g.Estimated) }

func (b *book) grpPast() reports.Column[group] {
	return reports.MoneyIf("Profit to date each", "Profit a customer has brought so far, mean of the group.",
		func(g group) (Money, bool) { return b.each(g.Lifetime, g.Customers-g.NetUnknown) })
}

// each divides an amount over customers, in whole units; of too few there is none.
func (b *book) each(m Money, n int64) (Money, bool) {
	if n < b.enough() {
		return 0, false
	}
	return (m / Money(n)).Round(0), true
}

func (b *book) grpRisk() reports.Column[group] {
	return reports.PercentIf("Risk of leaving", "Mean chance of no order within the next "+b.horizon()+", of active customers.",
		func(g group) (float64, bool) { return b.mean(g.Risk) })
}

func (b *book) grpCategories() reports.Column[group] {
	return reports.Number1If("Product categories", "Mean number of categories bought in 12 months, of customers who bought.",
		func(g group) (float64, bool) { return b.mean(g.Categories) })
}

func (b *book) grpSatisfaction() reports.Column[group] {
	return reports.Number1If("Last answers, 1–5", "Mean of each customer's last answer, of whatever survey, 5 the best; blank below the least number of answers.",
		func(g group) (float64, bool) { return b.mean(g.Satisfaction) })
}

// mean opens an average, false where too few cases are behind it.
func (b *book) mean(m metrics.Mean) (float64, bool) {
	return m.Mean.Value.Float(), m.Mean.Known && m.N >= b.enough()
}

func (b *book) grpAttrition() reports.Column[group] {
	return reports.PercentIf("Attrition", "Of the customers active a year ago, the share lost now.",
		func(g group) (float64, bool) { return b.share(g.Attrition) })
}

func (b *book) grpAttritionBetween() reports.Column[group] {
	return reports.Text("95 % interval", "Of 100 such intervals 95 hold the true share.", func(g group) string { return b.between(g.Attrition) })
}

func (b *book) grpAttritionChange() reports.Column[group] {
	return reports.DeltaPointsIf("vs last year", "Attrition less attrition a year earlier, in percentage points.", b.attritionChange).LowerIsBetter()
}

func (b *book) attritionChange(g group) (float64, bool) {
	now, ok := b.share(g.Attrition)
	before, was := b.share(g.Before)
	return (now - before) * 100, ok && was
}

// share opens a rate, false where too few cases are behind it.
func (b *book) share(r metrics.Rate) (float64, bool) {
	if r.Of < b.enough() {
		return 0, false
	}
	return float(r.Share())
}
