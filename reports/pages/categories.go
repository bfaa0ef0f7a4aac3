package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// mostCategories is how many categories are shown.
const mostCategories = 25

// categoryTable shows penetration and margin of each category.
func (b *book) categoryTable() reports.Table[metrics.Category] {
	type c = metrics.Category
	all := b.r.Products.Categories
	cols := []reports.Column[c]{
		reports.Text("Category", "Product category.", func(x c) string { return x.Name }).Width(26),
		reports.Count("Customers", "Customers who bought it in 12 months.", func(x c) int64 { return x.Customers.Part }).NoTotal(),
		reports.PercentIf("Penetration", "Of all customers who bought in 12 months.", func(x c) (float64, bool) { return b.share(x.Customers) }),
		scaled(b, "Revenue", "Revenue of its order lines, 12 months, orders of nobody we know among them.", func(x c) Money { return x.Revenue }).Bold(),
		reports.DeltaPercentIf("vs last year", "Revenue against the 12 months before.", func(x c) (float64, bool) { return growth(x.Revenue, x.Before) }),
	}
	if b.profitable() {
		cols = append(cols,
			scaled(b, "Gross profit", "Of lines with a known cost.", func(x c) Money { return x.Gross.Value }).Blank(func(x c) bool { return !x.Gross.Known }),
			reports.PercentIf("Gross margin", "Gross profit"+overCosted+".", func(x c) (float64, bool) { return float(x.Margin()) }))
	}
	cols = append(cols,
		reports.Percent0If("Bought together", "Share of its households that also buy the category named last.", func(x c) (float64, bool) { return b.share(x.WithShare) }),
		reports.CountIf("Households with both", "Households that bought both in 12 months.", func(x c) (int64, bool) { return x.WithShare.Part, x.With != "" }).NoTotal(),
		reports.Number1If("Times usual", "That share over the one of all households: the lift.", func(x c) (float64, bool) { return float(x.WithLift) }),
		reports.Text("Most often bought with", "Of the categories its households buy more often than chance explains, the one most of them buy; of the whole company.", func(x c) string { return x.With }).NoTotal())
	return reports.Table[c]{Title: "Categories", Key: "Categories", Columns: cols, Rows: first(all, mostCategories), Of: len(all), Totals: b.categoryTotals(all)}
}

// categoryTotals ends the table on the revenue of the company.
func (b *book) categoryTotals(all []metrics.Category) []metrics.Category {
	var rows []metrics.Category
	listed := first(all, mostCategories)
	var sum, before Money
	for _, c := range listed {
		sum += c.Revenue
		before += c.Before
	}
	o := b.r.Overview
	total := metrics.Category{Name: "All revenue", Revenue: o.Revenue.Company(), Before: o.RevenueBefore.Company()}
	if rest := total.Revenue - sum; rest != 0 {
		rows = append(rows, metrics.Category{Name: "Other, freight, discounts, credit notes", Revenue: rest, Before: total.Before - before})
	}
	return append(rows, total)
}

// categoryChart draws how many customers buy each category.
func (b *book) categoryChart() reports.Chart {
	c := reports.Chart{Key: "penetration", Kind: reports.Bars, Value: reports.KindPercent0, Labels: true, Unit: "Customers who bought the category, % of all who bought in 12 months", Message: "No category was bought"}
	s := reports.Series{Name: "Penetration", Role: reports.Actual}
	best, most := "", 0.0
	for _, x := range first(b.r.Products.Categories, mostGroups) {
		share, ok := float(x.Customers.Share())
		if !ok {
			continue
		}
		c.Categories = append(c.Categories, x.Name)
		s.Values = append(s.Values, share)
		if share > most {
			best, most = x.Name, share
		}
	}
	if best != "" {
		c.Message = fmt.Sprintf("%s reaches %s of customers", best, reports.Percent0Words(most))
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}
