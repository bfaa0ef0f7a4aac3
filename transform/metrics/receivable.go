package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// payments is how a customer pays.
type payments struct {
	weighted int64 // gross amount times days from invoice to full payment, in whole units
	amount   int64 // gross amount of those invoices, in whole units
	open     Money // of the invoices not yet paid as of the day
	over     []Overpaid
	invoices int32 // not yet paid as of the day
	billed   bool
}

// A change is what an invoice owed less from a day on, paid or credited.
type change struct {
	day    Day
	by     Money
	credit bool
}

// collect follows every invoice from its date to its payment. Payments and credit
// notes that name an invoice reduce it; deposits and what will never be paid are
// left out.
func (f *fold) collect(l *life, h *transform.History) {
	paid := f.paidFor(h)
	for i := range h.Invoices {
		inv := &h.Invoices[i]
		day := inv.At.Day(f.zone)
		rate, ok := f.rates.on(inv.Currency, day)
		if inv.Type != extract.PlainInvoice || inv.Status != extract.Valid || day >= f.win.asOf || !ok {
			continue
		}
		gross, err := (inv.Net + inv.Tax.Value).Times(rate)
		if err != nil || gross <= 0 {
			continue
		}
		l.paid.billed = true
		changes := paid[extract.Ref{Source: inv.Source, ID: inv.ID}]
		open := f.follow(l, gross, rate, day, changes)
		if open > 0 {
			l.paid.open += open
			l.paid.invoices++
		} else if open < 0 {
			l.paid.over = append(l.paid.over, overpaid(l.row.ID, inv.ID, gross, rate, changes))
		}
	}
}

// paidFor lists what was paid and credited of each invoice. What is paid back of a
// credit note is owed again on the invoice the note corrects.
func (f *fold) paidFor(h *transform.History) map[extract.Ref][]change {
	paid, corrects := map[extract.Ref][]change{}, map[extract.Ref]string{}
	add := func(source, invoice string, at extract.Instant, by Money, credit bool) {
		if d := at.Day(f.zone); invoice != "" && d < f.win.asOf {
			k := extract.Ref{Source: source, ID: invoice}
			paid[k] = append(paid[k], change{d, by, credit})
		}
	}
	for i := range h.Invoices {
		if c := &h.Invoices[i]; c.Type == extract.CreditNote && c.Status == extract.Valid {
			corrects[extract.Ref{Source: c.Source, ID: c.ID}] = c.Corrects
			add(c.Source, c.Corrects, c.At, -(c.Net + c.Tax.Value), true)
		}
	}
	for i := range h.Payments {
		p := &h.Payments[i]
		invoice := p.Invoice
		if of, note := corrects[extract.Ref{Source: p.Source, ID: invoice}]; note {
			invoice = of
		}
		add(p.Source, invoice, p.At, p.Amount, false)
	}
	return paid
}

// follow lends an invoice's open amount from day to day and returns what is left of
// it, below zero where too much was paid. It was paid on the day it was last settled,
// a day's changes taken together: a credit note paid back opens nothing that was paid.
func (f *fold) follow(l *life, open Money, rate extract.Decimal, day Day, paid []change) Money {
	slices.SortStableFunc(paid, func(a, b change) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.by, b.by)) })
	gross, from := open, day
	lend := func(to Day) {
		span := Window{from, max(from, to)}
		f.lend(l, open, span)
		from = span.To
	}
	due, settled := open, Day(0)
	for i, p := range paid {
		lend(p.day)
		if by, err := p.by.Times(rate); err == nil {
			open -= by
		}
		if i+1 < len(paid) && paid[i+1].day == p.day {
			continue
		}
		if due > 0 && open <= 0 {
			settled = from
		}
		due = open
	}
	lend(f.win.asOf)
	if open <= 0 && f.win.year.Has(settled) {
		l.paid.weighted += int64(gross/extract.Unit) * int64(settled-day)
		l.paid.amount += int64(gross / extract.Unit)
	}
	return open
}
