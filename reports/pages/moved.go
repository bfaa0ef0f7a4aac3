package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// chartMoved shows what moved revenue of customers between the two years.
func (b *book) chartMoved() reports.Chart {
	m := b.r.Overview.Moved
	c := reports.Chart{
		Key: "revenue_moved", Kind: reports.Columns, Value: b.scale(), Signed: true, Labels: true,
		Message: b.movedMessage(m), Unit: "Change in revenue of customers against last year, " + b.unit(),
		Categories: []string{"Lost", "Declining", "Growing", "Returned", "New", "Net change"},
		Series:     []reports.Series{{Name: "Change", Values: reports.Units([]Money{m.Lost, m.Declining, m.Growing, m.Returned, m.New, m.Net()})}},
	}
	if m.Before == 0 && m.Now == 0 {
		c.Series = nil
	}
	c.Alt = fmt.Sprintf("%s. Lost %s, declining %s, growing %s, returned %s, new %s, net %s.", c.Message,
		b.money(m.Lost), b.money(m.Declining), b.money(m.Growing), b.money(m.Returned), b.money(m.New), b.money(m.Net()))
	return c
}

// movedMessage weighs what was gained against what was lost.
func (b *book) movedMessage(m metrics.Moved) string {
	losses, gains := Money(0), Money(0)
	for _, part := range []Money{m.Lost, m.Declining, m.Growing, m.Returned, m.New} {
		losses += max(-part, 0) // new customers credited more than they bought are a loss
		gains += max(part, 0)
	}
	switch {
	case losses == 0 && gains == 0:
		return "No customer's revenue moved"
	case losses == 0:
		return fmt.Sprintf("Customers bought %s more and nobody bought less", b.money(gains))
	case gains == 0:
		return fmt.Sprintf("Customers bought %s less and nobody bought more", b.money(losses))
	case gains > losses:
		return fmt.Sprintf("Gains of %s more than made up %s of losses", b.money(gains), b.money(losses))
	case gains == losses:
		return fmt.Sprintf("Gains and losses of %s balance", b.money(gains))
	}
	return fmt.Sprintf("Gains of %s did not make up %s of losses", b.money(gains), b.money(losses))
}
