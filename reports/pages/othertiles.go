package pages

import (
	"fmt"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// What an overview can show beside the key figures that are specified.

func (b *book) choiceActive() tileChoice { return tileChoice{has: true, tile: b.tileActive} }
func (b *book) choiceOrders() tileChoice { return tileChoice{has: true, tile: b.tileOrders} }
func (b *book) choiceNew() tileChoice    { return tileChoice{has: b.bought(), tile: b.tileNew} }

func (b *book) choiceOrderValue() tileChoice {
	o := b.r.Overview
	return tileChoice{has: o.Orders.Company() >= b.enough() && o.Revenue.Company() > 0, tile: b.tileOrderValue}
}

func (b *book) choiceEnquiries() tileChoice {
	return tileChoice{has: b.hasProspects(), tile: b.tileEnquiries}
}

func (b *book) choiceInvoices() tileChoice {
	return tileChoice{has: b.hasReceivables(), tile: b.tileInvoices}
}

// tileNew is how many customers ordered for the first time.
func (b *book) tileNew() reports.Tile {
	to := b.r.Period.To
	year, before := to.AddMonths(-12), to.AddMonths(-24)
	var now, was int64
	for _, r := range b.rows {
		switch {
		case r.First == 0 || r.First < before:
		case r.First < year:
			was++
		default:
			now++
		}
	}
	t := reports.Tile{Key: "new_customers", Label: "New customers, 12 months", Value: reports.CountValue(now), Note: "first order within 12 months", Against: "no last year to compare with"}
	t = b.countChange(t, now, was, "last year", b.soldBefore(before))
	t.TrendName = "New customers"
	t.Trend, t.Points = b.trend(func(m metrics.MonthTotal) float64 { return float64(m.New) })
	return t
}

// tileOrderValue is what an order brings on average, of 12 months.
func (b *book) tileOrderValue() reports.Tile {
	o := b.r.Overview
	each := func(m Money, n int64) Money { return (m / Money(max(n, 1))).Round(b.r.Rules.MinorPlaces) }
	now := each(o.Revenue.Company(), o.Orders.Company())
	t := reports.Tile{
		Key: "order_value", Label: "Value of an order, 12 months", Value: reports.MoneyValue(now), Against: "no last year to compare with",
		Note: "revenue over " + reports.Plural(o.Orders.Company(), "order", "orders"),
	}
	if o.OrdersBefore.Company() >= b.enough() {
		if x, ok := growth(now, each(o.RevenueBefore.Company(), o.OrdersBefore.Company())); ok {
			t.Delta, t.Against = reports.DeltaPercentValue(x), "vs last year"
		}
	}
	t.TrendName = "Value of an order"
	for _, m := range b.totals(b.lastMonths(13)) {
		if m.Orders > 0 {
			t.Trend, t.Points = append(t.Trend, m.Revenue.Float()/float64(m.Orders)), append(t.Points, m.Month.Time().Format("Jan 06"))
		}
	}
	return t
}

// tileEnquiries is what open enquiries are worth; how many there are where nobody wrote a
// value down.
func (b *book) tileEnquiries() reports.Tile {
	p := b.r.Prospects
	t := reports.Tile{Key: "open_enquiries", Label: "Open enquiries", Value: reports.CountValue(p.Open), Note: fmt.Sprintf("%s no reply", reports.Plural(p.Unanswered, "has had", "have had"))}
	now := float64(p.Open)
	if p.Value.Known {
		t.Key, t.Label, t.Value, now = "open_enquiries_value", "Open enquiries, value", reports.MoneyValue(p.Value.Value), p.Value.Value.Float()
		t.Note = fmt.Sprintf("%s; %s no reply", reports.Plural(p.Open, "enquiry", "enquiries"), reports.Plural(p.Unanswered, "has had", "have had"))
	}
	return b.moreThan(t, now)
}

// tileInvoices is what is missing on invoices on the last day.
func (b *book) tileInvoices() reports.Tile {
	var open extract.Opt[Money]
	owing := 0
	for _, r := range b.rows {
		add(&open, r.Receivable)
		if r.Receivable.Value > 0 {
			owing++
		}
	}
	return b.since(reports.Tile{
		Key: "open_invoices", Label: "Open invoices, with tax", Value: reports.MoneyValue(open.Value),
		Note: "of " + reports.Plural(owing, "customer", "customers"),
	}, open.Value.Float())
}
