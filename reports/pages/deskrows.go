package pages

import (
	"slices"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// deskRow is one measure of the service desk: this year, last year, and which way
// is good.
type deskRow struct {
	name, unit       string
	now, was, change reports.Value
	better, remark   string
}

// The directions of a measure.
const (
	higherIsBetter = "higher"
	lowerIsBetter  = "lower"
	neitherBetter  = "neither"
)

// deskTable sets measures of the desk beside last year.
func (b *book) deskTable(title, key string, rows []deskRow) reports.Table[deskRow] {
	t := reports.Table[deskRow]{
		Title: title, Key: key, Rows: rows,
		Columns: []reports.Column[deskRow]{
			reports.Text("Measure", "What is measured.", func(r deskRow) string { return r.name }).Width(40),
			reports.Measure("12 months", "Of the last 12 months; blank: not recorded or too few cases.", func(r deskRow) reports.Value { return r.now }).Bold(),
			reports.Measure("Last year", "Of the 12 months before.", func(r deskRow) reports.Value { return r.was }),
			reports.Measure("Change", "Against last year: of shares in percentage points, else in percent.", func(r deskRow) reports.Value { return r.change }),
			reports.Text("Better is", "Which direction is good.", func(r deskRow) string { return r.better }),
			reports.Text("Unit", "What the number counts.", func(r deskRow) string { return r.unit }),
		},
	}
	if slices.ContainsFunc(t.Rows, func(r deskRow) bool { return r.remark != "" }) {
		t.Columns = append(t.Columns, reports.Wrap("Remark", "Why there is no number, and what to record.", func(r deskRow) string { return r.remark }).Width(30))
	}
	return t
}

// arriving are what comes in; settling is what becomes of it.
func (b *book) arriving() reports.Table[deskRow] {
	t := b.deskTable("Orders and contacts, 12 months", "Desk", append(b.orderRows(), b.contactRows()...))
	t.Note = "No target stands beside these: the records of kind targets hold revenue and profit only. Contacts are those of any channel, in and out, without internal ones."
	return t
}

func (b *book) settling() reports.Table[deskRow] {
	return b.deskTable("Settled and sold, 12 months", "DeskSettled", append(b.settledRows(), b.sellingRows()...))
}

func (b *book) orderRows() []deskRow {
	orders := func(of func(metrics.Desk) rate) func(metrics.Desk) (rate, int64) {
		return func(d metrics.Desk) (rate, int64) { return of(d), d.Orders }
	}
	international := b.absentField(extract.Orders, "ship_country")
	if b.r.Rules.HomeCountry == "" {
		international = "company.country in the configuration"
	}
	rows := []deskRow{
		b.deskNumber("Orders a day", "orders", higherIsBetter, orders(func(d metrics.Desk) rate { return extract.Some(d.OrdersPerDay) }), ""),
		b.deskNumber("Orders on the median day", "orders", higherIsBetter, orders(func(d metrics.Desk) rate { return d.MedianOrders }), ""),
		b.deskNumber("Orders on a busy day: 19 of 20 have no more", "orders", neitherBetter, orders(func(d metrics.Desk) rate { return d.BusyOrders }), ""),
		b.deskRate("International orders", neitherBetter, func(d metrics.Desk) metrics.Rate { return d.International }, international),
	}
	if b.company() {
		rows = append(rows,
			b.deskRate("Orders of unknown customers: no earlier customer matches", neitherBetter, func(d metrics.Desk) metrics.Rate { return d.Unknown }, ""),
			b.deskRate("of them unmatched: of nobody we know", lowerIsBetter, func(d metrics.Desk) metrics.Rate { return d.Unmatched }, ""))
	}
	return append(rows,
		b.deskRate("of them new: first order of a customer", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.New }, ""),
		b.deskRate("Deliveries by the day promised", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.OnTime }, b.absentField(extract.Shipments, "promised")))
}

func (b *book) contactRows() []deskRow {
	contacts := func(of func(metrics.Desk) rate) func(metrics.Desk) (rate, int64) {
		return func(d metrics.Desk) (rate, int64) { return of(d), d.Contacts }
	}
	asked := func(of func(metrics.Desk) rate) func(metrics.Desk) (rate, int64) {
		return func(d metrics.Desk) (rate, int64) { return of(d), d.Asked }
	}
	answered := b.absentField(extract.Tickets, "topic", "answered")
	return []deskRow{
		b.deskNumber("Calls and other contacts a day", "contacts", lowerIsBetter, contacts(func(d metrics.Desk) rate { return extract.Some(d.PerDay) }), ""),
		b.deskNumber("Internal calls about an order for each call asking for its status", "calls", lowerIsBetter,
			asked(func(d metrics.Desk) rate { return d.PerStatus }), b.absentField(extract.Tickets, "topic", "direction", "order")),
		b.deskNumber("Time to tell where a shipment is, median", "minutes", lowerIsBetter, asked(func(d metrics.Desk) rate { return d.Status }), answered),
		b.deskNumber("Time to tell where a shipment is, nine of ten", "minutes", lowerIsBetter, asked(func(d metrics.Desk) rate { return d.StatusSlow }), answered),
		b.deskNumber("Time to the first answer, median", "minutes", lowerIsBetter, contacts(func(d metrics.Desk) rate { return d.Answer }), b.absentField(extract.Tickets, "answered")),
		{
			name: "Contacts open at the end", unit: "contacts", better: lowerIsBetter, now: reports.CountValue(b.r.Service.Now.Open),
			was: reports.CountValue(b.r.Service.Was.Open), change: b.openChange(),
		},
	}
}

// openChange compares what is open with a year ago.
func (b *book) openChange() reports.Value {
	now, was := b.r.Service.Now.Open, b.r.Service.Was.Open
	if was == 0 {
		return reports.Nothing()
	}
	return changed(float64(now)/float64(was)-1, lowerIsBetter)
}

func (b *book) settledRows() []deskRow {
	closed := b.absentField(extract.Tickets, "closed")
	complaints := func(d metrics.Desk) (rate, int64) { return d.ComplaintDays, d.Complaints }
	contacts := func(d metrics.Desk) (rate, int64) { return d.Close, d.Contacts }
	recorded := func(field string, of func(metrics.Desk) metrics.Rate) func(metrics.Desk) metrics.Rate {
		if b.absentField(extract.Tickets, field) != "" {
			return func(metrics.Desk) metrics.Rate { return metrics.Rate{} }
		}
		return of
	}
	return []deskRow{
		b.deskRate("Complaints closed within five days", higherIsBetter, recorded("closed", func(d metrics.Desk) metrics.Rate { return d.Resolved5 }), closed),
		b.deskRate("Contacts opened again", lowerIsBetter, recorded("reopened", func(d metrics.Desk) metrics.Rate { return d.Reopened }), b.absentField(extract.Tickets, "reopened")),
		b.deskNumber("Time to close a complaint, median", "days", lowerIsBetter, complaints, closed),
		b.deskNumber("Time to close a contact, median", "days", lowerIsBetter, contacts, closed),
		b.deskRate("Solved at the first contact", higherIsBetter, recorded("closed", func(d metrics.Desk) metrics.Rate { return d.FirstContact }), closed),
		b.deskRate("Solved by the moment promised", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.Promised }, b.absentField(extract.Tickets, "promised")),
		b.deskRate("Complaints found justified", lowerIsBetter, func(d metrics.Desk) metrics.Rate { return d.Upheld }, b.absentField(extract.Tickets, "upheld")),
	}
}

func (b *book) sellingRows() []deskRow {
	missing := b.absentField(extract.Activities, "type")
	if missing != "" {
		missing += " call"
	}
	perDay := func(d metrics.Desk) (rate, int64) {
		if d.Sales.Calls == 0 || d.Days == 0 {
			return rate{}, 0
		}
		return extract.Some(extract.Decimal(float64(d.Sales.Calls) / float64(d.Days) * float64(extract.One))), d.Sales.Calls
	}
	rows := []deskRow{
		b.deskNumber("Sales calls of reps a day", "calls", higherIsBetter, perDay, missing),
		b.deskRate("Sales calls with an order within seven days", higherIsBetter, func(d metrics.Desk) metrics.Rate { return d.Sales.Followed }, missing),
		b.deskRate("the same customers in the seven days before", neitherBetter, func(d metrics.Desk) metrics.Rate { return d.Sales.Preceded }, missing),
	}
	now, was := b.r.Service.Now.Sales, b.r.Service.Was.Sales
	if now.Calls == 0 {
		return rows
	}
	r := deskRow{name: "Revenue of orders within seven days of a sales call", unit: reports.Symbol(b.in.Currency), better: higherIsBetter, now: reports.MoneyValue(now.Revenue)}
	if was.Calls > 0 {
		r.was = reports.MoneyValue(was.Revenue)
	}
	if x, ok := growth(now.Revenue, was.Revenue); ok {
		r.change = changed(x, higherIsBetter)
	}
	return append(rows, r)
}
