package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// owedLines say what customers owe with tax, and what they paid beyond that.
func (b *book) owedLines() []apartLine {
	var lines []apartLine
	d := b.r.Data
	if d.Open.Count > 0 {
		lines = append(lines, b.own("Open invoices", d.Open, "Customers' invoices not fully paid: what is missing, with tax."))
	}
	if d.Over.Count > 0 {
		lines = append(lines, b.own("Paid too much", d.Over,
			"Customers' invoices of which more was paid and credited than they asked: what is beyond, with tax. It lowers no other invoice."))
	}
	return lines
}

// own is a line in the company's currency.
func (b *book) own(name string, a metrics.Aside, help string) apartLine {
	return apartLine{name, a.Count, true, a.Amount, b.in.Currency, help}
}

// overpaidTable names the invoices of which too much was paid and credited.
func (b *book) overpaidTable() reports.Table[metrics.Overpaid] {
	type over = metrics.Overpaid
	return reports.Table[over]{
		Title: "Invoices paid beyond their amount", Key: "Overpaid", Rows: b.r.Data.Overpaid, Of: int(b.r.Data.Over.Count),
		Note: "A payment booked twice, on the wrong invoice, or a credit note that was not paid back.",
		Columns: []reports.Column[over]{
			reports.Text("Customer", "Who paid too much.", func(o over) string { return b.nameOf(o) }).Width(methodWidths[0]),
			reports.Text("Invoice", "Its number in the source.", func(o over) string { return o.Invoice }),
			reports.Wrap("What it means", "Paid and credited against what was asked, with tax.", b.overpaidWords).Width(methodWidths[2]),
			reports.MoneyCents("Beyond", "Paid and credited beyond the invoice, with tax.", func(o over) Money { return o.Over() }).Bold(),
		},
	}
}

func (b *book) nameOf(o metrics.Overpaid) string {
	if r, ok := b.at[o.Customer]; ok {
		return r.Name
	}
	return string(o.Customer)
}

func (b *book) overpaidWords(o metrics.Overpaid) string {
	text := fmt.Sprintf("%s paid", reports.MoneyExact(b.in.Currency, o.Paid))
	if o.Credited != 0 {
		text += fmt.Sprintf(" and %s credited", reports.MoneyExact(b.in.Currency, o.Credited))
	}
	return text + " of " + reports.MoneyExact(b.in.Currency, o.Gross)
}
