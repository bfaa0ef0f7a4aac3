package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

const secondHead = "Second order worth"

// secondSteps is what the step from one purchase to several is worth for one customer of
// each business type: what those who went on earn more, times the chance to go on within
// a year. Types it is worth nothing for are left out.
func (b *book) secondSteps() map[string]Money {
	if !b.profitable() {
		return nil
	}
	each := map[string]Money{}
	for _, s := range b.r.Ladder.Steps {
		if s.From == metrics.Purchase && s.Waiting > 0 && s.Worth.Known && s.Worth.Value > 0 {
			each[s.Type] = (s.Worth.Value / Money(s.Waiting)).Round(b.r.Rules.MinorPlaces)
		}
	}
	return each
}

// secondWorth is what a second order of a customer is worth, false for whoever has not
// ordered on exactly one day.
func (b *book) secondWorth(r row) (Money, bool) {
	m := b.seconds[r.Segment]
	return m, m > 0 && r.Rung == metrics.Purchase
}

func (b *book) colSecond() reports.Column[row] {
	return reports.MoneyIf(secondHead, "Of customers who ordered on one day: what those of their business type who went on earn more in 12 months × the chance to go on within a year. Blank for all others.",
		b.secondWorth).Sum().NoTotal()
}

// secondOrders is worth what the step from one purchase to several has been worth,
// times how often it was taken, of the customers in the customer file: there a column
// adds up to it.
func (b *book) secondOrders(marketing bool) reports.Action {
	n, worth := 0, Money(0)
	for _, r := range b.onFile(marketing) {
		if m, ok := b.secondWorth(r); ok {
			n, worth = n+1, worth+m
		}
	}
	if n == 0 {
		return reports.Action{}
	}
	return reports.Action{
		Key: "second_orders", Do: fmt.Sprintf("Win a second order from %s", reports.Plural(n, "customer who ordered once", "customers who ordered once")),
		Why: fmt.Sprintf("Worth = column “%s”, about %s each: what those who went on earn more × the chance to go on within a year.",
			secondHead, b.money((worth / Money(n)).Round(0))),
		Worth: reports.MoneyValue(worth), Where: "Customer file", Who: b.inMonth("Marketing with sales"),
	}
}
