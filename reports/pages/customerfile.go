package pages

import (
	"fmt"
	"time"

	"clientele/reports"
)

// mostCustomers is how many customers the file holds.
const mostCustomers = 20_000

// customerFile lists everybody with an order in 24 months.
func (b *book) customerFile(marketing bool) reports.Page {
	all := largest(b.where(func(r row) bool { return r.Orders+r.OrdersBefore > 0 }), revenue)
	rows := first(all, mostCustomers)
	return reports.List[row]{
		Head: reports.Head{
			Tab: "Customer file", Title: "Customer file",
			Question: "What do we know about each customer?",
			Finding:  b.fileFinding(all),
		},
		Table: b.table("Customers", b.fileColumns(marketing), rows, len(all), "No order in 24 months or not listed"),
	}
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

func (b *book) fileColumns(marketing bool) []reports.Column[row] {
	cols := []reports.Column[row]{
		colCustomer(), colID(),
		b.groupColumn(),
		colType(),
		reports.Text("City", "City.", func(r row) string { return r.City }).NoTotal(),
		reports.Text("Country", "Country.", func(r row) string { return r.Country }).NoTotal(),
		colTerritory(), colRep(),
		reports.Text("Status", "prospect, active or lost as of the last day.", func(r row) string { return capital(r.State) }).BadWords("Lost").NoTotal(),
		reports.Month("Since", "Month of the first order.", func(r row) time.Time { return r.First.Time() }).NoTotal(),
		colLastOrder(), colOrders(), colRevenue().Bold(), colBefore(), colGrowth(),
	}
	if b.hasReceivables() {
		cols = append(cols, reports.MoneyIf("Open invoices", "What is missing on invoices not fully paid, with tax, on the last day.",
			func(r row) (Money, bool) { return known(r.Receivable) }).Sum())
	}
	cols = append(cols, b.fileMoney()...)
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
	return append(cols, b.colProfit(), b.colMargin(),
		reports.MoneyIf("Lifetime value", "Profit the customer is still expected to bring: see Method & data.", func(r row) (Money, bool) { return known(r.Ahead) }).Sum())
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
