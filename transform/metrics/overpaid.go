package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// mostOverpaid is how many overpaid invoices are named.
const mostOverpaid = 25

// An Overpaid is an invoice of which more was paid and credited than it asked, in
// the company's currency with tax. What customers owe never falls below zero for it.
type Overpaid struct {
	Customer transform.CustomerID
	Invoice  string
	Gross    Money
	Paid     Money
	Credited Money
}

// Over is what was received beyond the invoice.
func (o *Overpaid) Over() Money { return o.Paid + o.Credited - o.Gross }

func overpaid(of transform.CustomerID, invoice string, gross Money, rate extract.Decimal, paid []change) Overpaid {
	o := Overpaid{Customer: of, Invoice: invoice, Gross: gross}
	for _, p := range paid {
		by, err := p.by.Times(rate)
		switch {
		case err != nil:
		case p.credit:
			o.Credited += by
		default:
			o.Paid += by
		}
	}
	return o
}

// owed adds up the invoices of a scope's customers that are open, and those that
// were overpaid by a cent or more, the largest first. Without payments nobody knows.
func (c *cut) owed(d *Data) {
	if !c.s.data.has(extract.Payments) {
		return
	}
	for _, l := range c.lives {
		d.Open.Count += int64(l.paid.invoices)
		d.Open.Amount += l.row.Receivable.Value
		for _, o := range l.paid.over {
			o.Gross, o.Paid, o.Credited = c.cents(o.Gross), c.cents(o.Paid), c.cents(o.Credited)
			if o.Over() > 0 {
				d.Over.Count++
				d.Over.Amount += o.Over()
				d.Overpaid = append(d.Overpaid, o)
			}
		}
	}
	slices.SortFunc(d.Overpaid, func(a, b Overpaid) int {
		return cmp.Or(-cmp.Compare(a.Over(), b.Over()), cmp.Compare(a.Customer, b.Customer), cmp.Compare(a.Invoice, b.Invoice))
	})
	d.Overpaid = d.Overpaid[:min(mostOverpaid, len(d.Overpaid))]
}
