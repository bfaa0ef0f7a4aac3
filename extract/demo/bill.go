package demo

import (
	"math"

	"clientele/extract"
)

// bill tells the invoice of an order, its payment and what was credited.
func (t *teller) bill(o *sale) {
	d := t.e
	day := o.delivered.day
	if day >= t.o.AsOf || d.chance(NeverInvoiced) {
		return
	}
	t.next.invoice++
	y, _, _ := day.Time().Date()
	number := numbered("RE", y, t.next.invoice)
	due := day + extract.Day(o.payDays)
	gross := o.net + o.tax
	status := t.pay(o, number, day, due, gross)
	t.put(billInvoices, number, "RE", t.debtorOf(o), o.id, t.cal.date(day), t.cal.date(due), status, o.currency, euros(o.net), euros(o.tax), euros(gross), nil, nil)
	if o.credit == 0 && d.chance(.009) {
		o.credit, o.creditAt, o.creditFor = int64(math.Round(float64(o.net)*d.uniform(.03, .2))), moment{day, 0}, pick(d, []string{"PR", "PR", "KU", "VS"})
	}
	t.credit(o, number)
	if d.chance(.012 + .02*min(1, o.caller/3)) {
		t.ticket(o.customer, moment{day, 600}.plus(d.between(1000, 20_000)), &ticket{topic: "BIL", order: o.id, about: pick(d, []string{"Invoice copy", "Wrong price on invoice", "Payment reminder", "Change of bank details"})})
	}
}

// debtorOf is the debtor billed; walk-in business has a collective number that no
// debtor bears.
func (t *teller) debtorOf(o *sale) any {
	if o.debtor == nil {
		return "D99999999"
	}
	return o.debtor
}

// pay tells what was paid and returns the status of the invoice.
func (t *teller) pay(o *sale, number string, day, due extract.Day, gross int64) string {
	d := t.e
	if o.seg == household || o.debtor == nil {
		t.payment(o, number, day, gross, "KK")
		return "B"
	}
	if o.delay > 200 && d.chance(.7) {
		if due+180 < t.o.AsOf {
			return "U"
		}
		return "O"
	}
	on := max(day+1, due+extract.Day(math.Round(o.delay*d.uniform(.4, 1.6)+3*d.NormFloat64())))
	if on >= t.o.AsOf {
		return "O"
	}
	how := pick(d, []string{"UE", "UE", "LS"})
	first := gross
	if d.chance(.03) {
		first = gross / 2
		if on+21 < t.o.AsOf {
			t.payment(o, number, on+21, gross-first, how)
		}
	}
	t.payment(o, number, on, first, how)
	if first != gross && on+21 >= t.o.AsOf {
		return "O"
	}
	return "B"
}

func (t *teller) payment(o *sale, number string, on extract.Day, amount int64, how string) {
	if on >= t.o.AsOf {
		return
	}
	t.next.payment++
	date := t.cal.date(on)
	if t.next.payment%BadPaymentEvery == 0 {
		date = "0000-00-00"
	}
	t.put(billPayments, t.next.payment, t.debtorOf(o), number, date, euros(amount), o.currency, how)
}

// credit tells a credit note, and that the money went back. The database writes
// its amounts without a sign.
func (t *teller) credit(o *sale, invoice string) {
	if o.credit <= 0 {
		return
	}
	day := o.creditAt.day + extract.Day(t.e.between(4, 40))
	if day >= t.o.AsOf {
		return
	}
	tax := int64(0)
	if o.net > 0 {
		tax = int64(math.Round(float64(o.credit) * float64(o.tax) / float64(o.net)))
	}
	t.next.credit++
	y, _, _ := day.Time().Date()
	number := numbered("GU", y, t.next.credit)
	t.put(billInvoices, number, "GU", t.debtorOf(o), o.id, t.cal.date(day), t.cal.date(day), "B", o.currency, euros(o.credit), euros(tax), euros(o.credit+tax), invoice, o.creditFor)
	t.payment(o, number, day, -o.credit-tax, "VR")
	t.ledger.credited(t.cal.month(day), o)
}
