package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// crossMeasures say how offers and campaigns are made, where there are any.
func (b *book) crossMeasures() []stated {
	x, year := b.r.CrossSell, "12 months"
	var rows []stated
	if b.hasProducts() && x.Found > 0 {
		rows = append(rows, stated{"Goes together", "Categories one household buys more often than chance explains", fmt.Sprintf("Bought by %s and more; lift above 1 at the lower end of its 95 %% interval; Fisher's exact test, corrected for all %s", reports.Plural(x.Least, "household", "households"), reports.Plural(x.Tests, "pair", "pairs")), "order lines, products", year})
	}
	if b.hasOffers() {
		rows = append(rows, stated{"Offer", "The next category for a household", "Not bought in 24 months and no enquiry about it lost in 12; for customers active, with a profit and not at risk; share of similar households that buy it × their median spend" + b.marginWords(), "order lines, products, enquiries", year})
	}
	if len(b.worthwhile()) > 0 && x.Response.Basis == metrics.ResponseMeasured {
		rows = append(rows, stated{"Response", "Share of those written to who answer", "Answers over letters, by business type drawn towards all types as if ten more had been written", "contacts", "24 months"})
	}
	if b.hasCrossLosers() {
		rows = append(rows, stated{"Loss-making cross-buyers", "Why breadth does not pay with some", "Two categories and more and a loss. Service demanders: desk and visits take twice the usual share of revenue; revenue reversers: credit notes twice the usual share of purchases; promotion maximisers: discounts twice the usual, or half of the orders promotional; spending limiters: spend no more than the median customer of one category", "orders, lines, costs", year})
	}
	return rows
}

func (b *book) marginWords() string {
	if !b.profitable() {
		return ""
	}
	text := " × gross margin of the category"
	if b.costed() {
		text += fmt.Sprintf(" less cost to serve (%s of revenue)", reports.PercentWords(b.r.CrossSell.Serving.Float()))
	}
	return text
}
