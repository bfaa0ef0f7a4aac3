package pages

import (
	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// arriving is what comes in; settling is what becomes of it.
func (b *book) arriving() reports.Stack {
	return b.deskStack("Orders, contacts and sales calls, 12 months", sentences("Contacts are those of any channel, in and out, without internal ones.", b.targetNote()), b.arrivals())
}

func (b *book) settling() reports.Stack {
	return b.deskStack("Answered and settled, 12 months", "", b.settlements())
}

func (b *book) arrivals() []deskGroup {
	return []deskGroup{{inADay, b.dailyRows()}, {ofOrders, append(b.orderRows(), b.sellingRows()...)}, {inMoney, b.soldRows()}}
}

func (b *book) settlements() []deskGroup {
	return []deskGroup{{ofCalls, b.settledRows()}, {inMinutes, b.answerRows()}, {inDays, b.closingRows()}, {inCalls, b.internalRows()}, {waiting, b.openRows()}}
}

// dailyRows are how many come in a day.
func (b *book) dailyRows() []deskRow {
	orders := func(of func(metrics.Desk) rate) func(metrics.Desk) (rate, int64) {
		return func(d metrics.Desk) (rate, int64) { return of(d), d.Orders }
	}
	row := func(key, name, better string, of func(metrics.Desk) (rate, int64), missing string) deskRow {
		return b.deskNumber(inADay.kind, key, name, better, of, missing)
	}
	return []deskRow{
		row(metrics.OrdersADay, "Orders a day", higherIsBetter, orders(func(d metrics.Desk) rate { return extract.Some(d.OrdersPerDay) }), ""),
		row(metrics.MedianOrders, "Orders on the median day", higherIsBetter, orders(func(d metrics.Desk) rate { return d.MedianOrders }), ""),
		row("", "Orders on a busy day: 19 of 20 have no more", neitherBetter, orders(func(d metrics.Desk) rate { return d.BusyOrders }), ""),
		row(metrics.ContactsADay, "Calls and other contacts a day", lowerIsBetter, func(d metrics.Desk) (rate, int64) { return extract.Some(d.PerDay), d.Contacts }, ""),
		row(metrics.SalesCallsADay, "Sales calls of reps a day", higherIsBetter, salesCalls, b.noCalls()),
	}
}

// salesCalls are calls of reps a day, and how many there were.
func salesCalls(d metrics.Desk) (rate, int64) {
	if d.Sales.Calls == 0 || d.Days == 0 {
		return rate{}, 0
	}
	return extract.Some(extract.Decimal(float64(d.Sales.Calls) / float64(d.Days) * float64(extract.One))), d.Sales.Calls
}

// noCalls names the field that would hold calls of reps where it is never filled.
func (b *book) noCalls() string {
	if missing := b.absentField(extract.Activities, "type"); missing != "" {
		return missing + " call"
	}
	return ""
}

// orderRows are shares of the orders.
func (b *book) orderRows() []deskRow {
	international := b.absentField(extract.Orders, "ship_country")
	if b.r.Rules.HomeCountry == "" {
		international = "company.country in the configuration"
	}
	rows := []deskRow{b.deskRate("", "International orders", neitherBetter, func(d metrics.Desk) metrics.Rate { return d.International }, international)}
	if b.company() {
		rows = append(rows,
			b.deskRate("", "Orders of unknown customers", neitherBetter, func(d metrics.Desk) metrics.Rate { return d.Unknown }, ""),
			b.deskRate(metrics.UnmatchedOrders, "of them unmatched: of nobody we know", lowerIsBetter, func(d metrics.Desk) metrics.Rate { return d.Unmatched }, ""))
	}
	return append(rows,
		b.deskRate(metrics.FirstOrders, "of them new: first order of a customer", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.New }, ""),
		b.deskRate(metrics.DeliveredAsPromised, "Deliveries by the day promised", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.OnTime }, b.absentField(extract.Shipments, "promised")))
}

// sellingRows are shares of the sales calls.
func (b *book) sellingRows() []deskRow {
	missing := b.noCalls()
	return []deskRow{
		b.deskRate(metrics.SalesCallsWithOrder, "Sales calls with an order within seven days", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.Sales.Followed }, missing),
		b.deskRate("", "the same customers in the seven days before", neitherBetter, func(d metrics.Desk) metrics.Rate { return d.Sales.Preceded }, missing),
	}
}

// soldRows is the revenue that followed sales calls.
func (b *book) soldRows() []deskRow {
	now, was := b.r.Service.Now.Sales, b.r.Service.Was.Sales
	if now.Calls == 0 {
		return nil
	}
	r := deskRow{key: metrics.SalesCallRevenue, name: "Orders within seven days of a sales call", better: higherIsBetter, now: reports.MoneyValue(now.Revenue)}
	if was.Calls > 0 {
		r.was = reports.MoneyValue(was.Revenue)
	}
	if x, ok := growth(now.Revenue, was.Revenue); ok {
		r.change = changed(x, higherIsBetter)
	}
	return []deskRow{r}
}

// settledRows are shares of contacts and complaints.
func (b *book) settledRows() []deskRow {
	closed := b.absentField(extract.Tickets, "closed")
	recorded := func(field string, of func(metrics.Desk) metrics.Rate) func(metrics.Desk) metrics.Rate {
		if b.absentField(extract.Tickets, field) != "" {
			return func(metrics.Desk) metrics.Rate { return metrics.Rate{} }
		}
		return of
	}
	return []deskRow{
		b.deskRate(metrics.ClosedInFiveDays, "Complaints closed within five days", higherIsBetter, recorded("closed", func(d metrics.Desk) metrics.Rate { return d.Resolved5 }), closed),
		b.deskRate(metrics.ContactsReopened, "Contacts opened again", lowerIsBetter, recorded("reopened", func(d metrics.Desk) metrics.Rate { return d.Reopened }), b.absentField(extract.Tickets, "reopened")),
		b.deskRate(metrics.FirstContactSolved, "Solved at the first contact", higherIsBetter, recorded("closed", func(d metrics.Desk) metrics.Rate { return d.FirstContact }), closed),
		b.deskRate(metrics.SolvedAsPromised, "Solved by the moment promised", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.Promised }, b.absentField(extract.Tickets, "promised")),
		b.deskRate(metrics.ComplaintsJustified, "Complaints found justified", lowerIsBetter, func(d metrics.Desk) metrics.Rate { return d.Upheld }, b.absentField(extract.Tickets, "upheld")),
	}
}

// asked counts a number by the enquiries about where an order stands.
func asked(of func(metrics.Desk) rate) func(metrics.Desk) (rate, int64) {
	return func(d metrics.Desk) (rate, int64) { return of(d), d.Asked }
}

// answerRows are the minutes until somebody answers.
func (b *book) answerRows() []deskRow {
	answered := b.absentField(extract.Tickets, "topic", "answered")
	row := func(key, name string, of func(metrics.Desk) (rate, int64), missing string) deskRow {
		return b.deskNumber(inMinutes.kind, key, name, lowerIsBetter, of, missing)
	}
	return []deskRow{
		row(metrics.StatusMinutes, "Time to tell where a shipment is, median", asked(func(d metrics.Desk) rate { return d.Status }), answered),
		row(metrics.StatusMinutesSlow, "Time to tell where a shipment is, nine of ten", asked(func(d metrics.Desk) rate { return d.StatusSlow }), answered),
		row(metrics.AnswerMinutes, "Time to the first answer, median", func(d metrics.Desk) (rate, int64) { return d.Answer, d.Contacts }, b.absentField(extract.Tickets, "answered")),
	}
}

// closingRows are the days until a contact is closed.
func (b *book) closingRows() []deskRow {
	closed := b.absentField(extract.Tickets, "closed")
	row := func(key, name string, of func(metrics.Desk) (rate, int64)) deskRow {
		return b.deskNumber(inDays.kind, key, name, lowerIsBetter, of, closed)
	}
	return []deskRow{
		row(metrics.ComplaintDays, "Time to close a complaint, median", func(d metrics.Desk) (rate, int64) { return d.ComplaintDays, d.Complaints }),
		row(metrics.ContactDays, "Time to close a contact, median", func(d metrics.Desk) (rate, int64) { return d.Close, d.Contacts }),
	}
}

// internalRows are what an answer takes inside the company.
func (b *book) internalRows() []deskRow {
	return []deskRow{b.deskNumber(inCalls.kind, metrics.InternalPerStatus, "Internal calls for each status call", lowerIsBetter,
		asked(func(d metrics.Desk) rate { return d.PerStatus }), b.absentField(extract.Tickets, "topic", "direction", "order"))}
}

// openRows are what is left to do.
func (b *book) openRows() []deskRow {
	now, was := b.r.Service.Now.Open, b.r.Service.Was.Open
	r := deskRow{key: metrics.OpenContacts, name: "Contacts open at the end", better: lowerIsBetter, now: reports.CountValue(now), was: reports.CountValue(was)}
	if was > 0 {
		r.change = changed(float64(now)/float64(was)-1, lowerIsBetter)
	}
	return []deskRow{r}
}
