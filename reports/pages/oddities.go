package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform"
)

// oddities names the records and customers that figures are easily misread by, and
// how they are taken; nothing where there are none.
func (b *book) oddities() reports.Notes {
	n := reports.Notes{Title: "What stood out in the records, and how it is taken"}
	add := func(happened bool, text string, args ...any) {
		if happened {
			n.Lines = append(n.Lines, fmt.Sprintf(text, args...))
		}
	}
	o, whole := b.r.Data.Odd, b.company()
	add(o.Largest.Known, "One customer brings %s of revenue (%s): totals, means and the share of the best follow what this one does.", reports.Percent0Words(o.Largest.Value.Float()), b.whoIs(o.Who))
	add(o.Began != 0, "The first sale is of %s, so there %s: nothing is compared with last year, and no trend is drawn.",
		o.Began.Time().Format("2 January 2006"), isOrAre(o.Months, "month")+" of sales")
	add(o.Refunded.Count > 0, "%s back more in 12 months than they bought, %s beyond it: their revenue is below zero, no share or margin is formed of it.",
		reports.Plural(o.Refunded.Count, "customer was paid", "customers were paid"), b.money(o.Refunded.Amount))
	add(whole && o.Below.Count > 0, "%s of a value below zero, %s in all: they lower revenue at their own date and count as orders. Credits are better recorded as credit notes.",
		reports.Plural(o.Below.Count, "order is", "orders are"), b.money(o.Below.Amount))
	add(whole && o.Nothing > 0, "Orders worth nothing: %s. Each counts as an order and brings no revenue.", reports.Thousands(o.Nothing))
	add(o.Goods.Known, "Sales of %s have no known cost of goods: they are in revenue, and in no gross profit, net profit or margin.", b.money(o.Goods.Value))
	add(o.Minutes > 0 && b.costed(), "%s no minutes: each is taken to last what the company says, else the mean of its kind, else %d minutes.",
		reports.Plural(o.Minutes, "ticket of 12 months has", "tickets of 12 months have"), 8)
	for _, a := range b.r.Data.Unconvertible {
		add(whole, "%s in %s without an exchange rate of their day: in no figure. Add a rate under rates, from a day before the first of them.",
			reports.Plural(a.Count, "document is", "documents are"), a.Currency)
	}
	u := b.r.Data.Unplanned
	add(whole && u.Count > 0, "%s a customer who is not there, %s in all: they stand beside nobody. Take the number from Customer no.", reports.Plural(u.Count, "target names", "targets name"), b.money(u.Amount))
	return n
}

// isOrAre counts something after "there".
func isOrAre(n int64, noun string) string {
	if n == 1 {
		return "is one " + noun
	}
	return "are " + reports.Plural(n, noun, noun+"s")
}

// whoIs returns the name of a customer of the scope, nothing where there is none.
func (b *book) whoIs(id transform.CustomerID) string {
	if r, ok := b.at[id]; ok {
		return r.Name
	}
	return ""
}
