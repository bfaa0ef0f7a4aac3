package pages

import (
	"fmt"
	"slices"

	"clientele/reports"
)

// products shows how much of the range customers buy, beside what they bring.
func (b *book) products() reports.Page {
	board := reports.Board{
		Head: reports.Head{
			Tab: "Products", Title: "Products per customer and household",
			Question: "How many of our categories do customers buy, and does breadth go with profit?",
			Finding:  b.productFinding(),
		},
		Bands: []reports.Band{
			{flat(b.breadthChart()), flat(b.categoryChart())},
			{b.breadthTable("By number of categories a customer buys", "Categories", "Breadth", b.r.Products.ByCount), b.breadthTable("Households by size", "Customers in it", "HouseholdSize", b.r.Products.BySize)},
			{b.categoryTable()},
			{b.breadthTable("By number of categories a household buys", "Categories", "HouseholdBreadth", b.r.Products.Households)},
		},
	}
	if b.profitable() {
		board.Bands = append(board.Bands, b.quadrantBand())
	}
	if b.hasFirsts() {
		board.Bands = append(board.Bands, reports.Band{b.firstTable()})
	}
	if b.hasCrossLosers() {
		board.Bands = append(board.Bands, reports.Band{b.crossTable()})
	}
	return board
}

// productFinding says how broad customers buy and whether breadth goes with profit.
func (b *book) productFinding() string {
	p := b.r.Products
	mean, ok := b.mean(p.PerCustomer)
	if !ok {
		return fmt.Sprintf("Too few customers bought to speak of a mean (%s).", reports.Thousands(p.PerCustomer.N))
	}
	text := "Customers buy " + reports.DecimalWords(mean, 2) + " " + breadthWord(b.r.Rules.ProductsBy)
	if x, ok := b.mean(p.PerHousehold); ok {
		text += ", households " + reports.DecimalWords(x, 2)
	}
	return text + "; " + lower(b.breadthMessage()) + "."
}

func lower(s string) string {
	if len(s) < 2 {
		return s
	}
	return string(s[0]|0x20) + s[1:]
}

// eachWorth is profit or revenue of one customer of a group.
func (b *book) eachWorth(g group) (Money, bool) {
	m, _ := b.worth(g)
	n := g.Customers
	if b.profitable() {
		n -= g.NetUnknown
	}
	return b.each(m, n)
}

// breadthMessage compares customers of one category with those of most.
func (b *book) breadthMessage() string {
	_, word := b.worth(group{})
	var some []group
	for _, g := range b.r.Products.ByCount {
		if g.Customers >= b.enough() {
			some = append(some, g)
		}
	}
	if len(some) < 2 {
		return "Too few customers differ in breadth to compare"
	}
	one, most := some[0], some[len(some)-1]
	low, ok := b.eachWorth(one)
	high, also := b.eachWorth(most)
	if !ok || !also {
		return "What breadth brings is not known"
	}
	return fmt.Sprintf("Each customer of %s brings %s of %s, of %s %s", categoriesWord(most.Name), b.money(high), word, categoriesWord(one.Name), b.money(low))
}

func categoriesWord(n string) string {
	if n == "1" {
		return "1 category"
	}
	return n + " categories"
}

// breadthChart draws profit of one customer by number of categories.
func (b *book) breadthChart() reports.Chart {
	_, word := b.worth(group{})
	c := reports.Chart{
		Key: "breadth", Kind: reports.Columns, Value: reports.KindMoney, Signed: true, Labels: true,
		Message: b.breadthMessage(), Unit: capital(word) + " of one customer, 12 months, ¤, by number of categories bought",
	}
	s := reports.Series{Name: capital(word) + " each"}
	for _, g := range inhabited(b.r.Products.ByCount) {
		m, ok := b.eachWorth(g)
		c.Categories = append(c.Categories, g.Name)
		s.Values, s.Missing = append(s.Values, m.Float()), append(s.Missing, !ok || g.Customers < b.enough())
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// breadthTable sets breadth beside profit, margin and risk.
func (b *book) breadthTable(title, head, key string, groups []group) reports.Table[group] {
	who := grpCustomers()
	if key != "Breadth" {
		who = reports.Count("Households", "Households that bought within 12 months.", func(g group) int64 { return g.Customers })
	}
	cols := []reports.Column[group]{
		reports.ID(head, "Customers taken together.", func(g group) string { return named(g.Name) }).Width(20), who, // "1" is the name of a group here
		reports.MoneyIf("Revenue each", "Revenue of 12 months for each of them.", func(g group) (Money, bool) { return b.each(g.Revenue, g.Customers) }),
	}
	if b.profitable() {
		cols = append(cols, reports.MoneyIf("Profit each", capital(b.profitWord())+" of 12 months for each of them.", b.eachWorth).Bold(), b.grpMargin())
	}
	cols = append(cols, b.grpRevenue())
	if b.profitable() {
		cols = append(cols, b.grpProfit())
	}
	t := reports.Table[group]{Title: title, Key: key, Rows: inhabited(groups), Columns: cols}
	if key == "Breadth" {
		t.Columns = append(t.Columns, b.grpRisk())
		t.Totals = b.ending("No category in 12 months", groups...)
	}
	return t
}

// inhabited leaves out groups of nobody.
func inhabited(groups []group) []group {
	return slices.DeleteFunc(slices.Clone(groups), func(g group) bool { return g.Customers == 0 })
}
