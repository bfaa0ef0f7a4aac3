package pages

import (
	"fmt"
	"time"

	"clientele/reports"
)

// customerFile lists everybody with an order in 24 months.
func (b *book) customerFile(marketing bool) reports.Page {
	all := b.filed()
	rows := b.onFile(marketing)
	others := "No order in 24 months or not listed"
	if b.whole && len(rows) == len(all) {
		others = "No order in 24 months"
	}
	t := b.table("Customers", b.fileColumns(marketing), rows, len(all), others)
	t.Note = b.cutNote(printedNote(t.Columns), len(rows), len(all))
	return reports.List[row]{
		Head: reports.Head{
			Tab: "Customer file", Title: "Customer file",
			Question: "What do we know about each customer?",
			Finding:  b.fileFinding(all),
		},
		Table: t,
	}
}

// filed are who ordered in 24 months, as they stand in the file.
func (b *book) filed() []row {
	return largest(b.where(func(r row) bool { return r.Orders+r.OrdersBefore > 0 }), revenue)
}

// fileFinding counts customers, records and who is still active.
func (b *book) fileFinding(all []row) string {
	active := 0
	for _, r := range all {
		if r.Active {
			active++
		}
	}
	if len(all) == 0 {
		return "No customer ordered in the last 24 months."
	}
	return fmt.Sprintf("%s ordered in the last 24 months; %s still active.",
		reports.Plural(len(all), "customer", "customers"), reports.Plural(active, "is", "are"))
}

// The greatest widths of names in the customer file: with them all columns that print are read at half their size or more.
const (
	widestCustomer = 32
	widestGroup    = 24
	widestPlace    = 17
	widestCountry  = 13
)

func (b *book) fileColumns(marketing bool) []reports.Column[row] {
	cols := []reports.Column[row]{
		colCustomer().Within(widestCustomer), colID(),
		b.groupColumn().Within(widestGroup),
		colType().Within(widestPlace),
		reports.Text("City", "City.", func(r row) string { return r.City }).Within(widestPlace).NoTotal(),
		reports.Text("Country", "Country.", func(r row) string { return r.Country }).Within(widestCountry).NoTotal(),
		colTerritory().Within(widestPlace), colRep().Within(widestPlace),
		reports.Text("Status", "prospect, active or lost as of the last day.", func(r row) string { return capital(r.State) }).BadWords("Lost").NoTotal(),
		reports.Month("Since", "Month of the first order.", func(r row) time.Time { return r.First.Time() }).NoTotal(),
		colLastOrder(), colOrders(), colRevenue().Bold(), colBefore(), colGrowth(),
	}
	cols = append(cols, b.fileMoney()...)
	cols[len(cols)-1] = cols[len(cols)-1].LastPrinted()
	return append(cols, b.fileScreen(marketing)...)
}

// fileMoney are the columns of profit, the last that print.
func (b *book) fileMoney() []reports.Column[row] {
	if !b.profitable() {
		return nil
	}
	var cols []reports.Column[row]
	if b.costed() {
		cols = append(cols,
			reports.MoneyIf("Gross profit", "Revenue less cost of goods, 12 months, of what has a known cost.", func(r row) (Money, bool) { return known(r.Gross) }).Sum(),
			reports.Money("Cost to serve", "The six activities together, 12 months.", func(r row) Money { return r.CostToServe }).Sum().Blank(isNobody))
	}
	return append(cols, b.colProfit(), b.colMargin())
}

// fileScreen are the columns right of the printed page.
func (b *book) fileScreen(marketing bool) []reports.Column[row] {
	var cols []reports.Column[row]
	if b.profitable() {
		cols = append(cols, reports.MoneyIf("Lifetime value", "Profit the customer is still expected to bring: see Method & data.", func(r row) (Money, bool) { return known(r.Ahead) }).Sum())
	}
	if len(b.seconds) > 0 {
		cols = append(cols, b.colSecond())
	}
	if b.hasReceivables() {
		cols = append(cols, reports.MoneyIf("Open invoices", "What is missing on invoices not fully paid, with tax, on the last day.",
			func(r row) (Money, bool) { return known(r.Receivable) }).Sum())
	}
	if b.hasProducts() {
		cols = append(cols, colCategories())
	}
	cols = append(cols, b.colScores(), colSegment(), colRung(), b.colRisk())
	cols = append(cols, b.fileService()...)
	if marketing {
		cols = append(cols, b.fileNeeds()...)
	}
	return append(cols, reports.Count("Records merged", "Records of all sources behind this customer.", func(r row) int64 { return r.Records }).Blank(isNobody))
}

// printedNote says which columns stand on the screen only.
func printedNote(cols []reports.Column[row]) string {
	for _, c := range cols {
		if c.Head().Last {
			return fmt.Sprintf("Prints up to %s; the columns after it are for the screen.", c.Head().Text)
		}
	}
	return ""
}

func (b *book) fileService() []reports.Column[row] {
	var cols []reports.Column[row]
	if b.hasSurveys() {
		cols = append(cols, colSatisfaction())
	}
	if b.hasTickets() {
		cols = append(cols, reports.Count("Complaints", "Complaints made in 12 months.", func(r row) int64 { return r.Complaints }).Sum().Blank(isNobody))
	}
	return cols
}

// fileNeeds are the columns of marketing: what each customer wants, and whether
// they may be contacted.
func (b *book) fileNeeds() []reports.Column[row] {
	var cols []reports.Column[row]
	if b.hasAnswers() {
		cols = append(cols,
			reports.Text("Top need", "Their most important stated need.", func(r row) string { return r.TopNeed }).NoTotal(),
			reports.Date("Stated on", "When they stated it.", func(r row) time.Time { return r.NeedOn.Time() }).NoTotal(),
			reports.Text("Stated to", "The source that holds the answer.", func(r row) string { return r.NeedSource }).NoTotal(),
			reports.Text("Still holds", "Yes: not older than 24 months; Ask again: older.", b.holds).BadWords("Ask again").NoTotal())
	}
	if len(b.r.Needs.Demand) > 0 {
		head, help := "Wanted, not bought", "What they last enquired about or named in a questionnaire within 24 months and have not bought since."
		if !b.r.Needs.Traced {
			head, help = "Wanted", "What they last enquired about or named in a questionnaire within 24 months; whether they bought it is not known."
		}
		cols = append(cols,
			reports.Text(head, help, func(r row) string { return r.Wanted }).NoTotal(),
			reports.Date("Wanted on", "When they asked for it.", func(r row) time.Time { return r.WantedOn.Time() }).NoTotal())
	}
	return append(cols, reports.Text("Contact allowed", "May we contact them for marketing: Yes, No or Unknown.", func(r row) string { return capital(r.Consent) }).BadWords("No").NoTotal())
}

// holds says whether a stated need may still be relied on.
func (b *book) holds(r row) string {
	switch {
	case r.TopNeed == "":
		return ""
	case r.NeedUntil > b.r.Period.To:
		return "Yes"
	}
	return "Ask again"
}
