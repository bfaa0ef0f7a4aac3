package pages

import (
	"slices"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// The columns that several lists of customers share. Each has one name and one
// meaning everywhere.

func colCustomer() reports.Column[row] {
	return reports.Text("Customer", "Name of the customer, one for all records merged.", func(r row) string { return r.Name }).Width(26)
}

func colID() reports.Column[row] {
	return reports.ID("Customer no.", "The customer's number, for good; enquire with it.", func(r row) string { return string(r.ID) }).NoTotal()
}

func colTerritory() reports.Column[row] {
	return reports.Text("Territory", "Sales territory of the customer.", func(r row) string { return r.Place() }).NoTotal()
}

// placed leaves the territory out where no customer has one.
func placed[R any](b *book, cols []reports.Column[R]) []reports.Column[R] {
	if b.hasTerritories() {
		return cols
	}
	return slices.DeleteFunc(cols, func(c reports.Column[R]) bool { return c.Head().Text == "Territory" })
}

func colRep() reports.Column[row] {
	return reports.Text("Rep", "Who looks after the customer.", func(r row) string { return r.Rep }).NoTotal()
}

func colType() reports.Column[row] {
	return reports.Text("Business type", "Kind of business or customer group.", func(r row) string { return r.Segment }).NoTotal()
}

func colSegment() reports.Column[row] {
	return reports.Text("Segment", "Segment by recency and frequency of orders.", func(r row) string { return r.RFMSegment }).NoTotal()
}

func colRevenue() reports.Column[row] {
	return reports.Money("Revenue", "Net revenue of 12 months after credit notes.", revenue).Sum()
}

func colBefore() reports.Column[row] {
	return reports.Money("Revenue last year", "The same of the 12 months before.", func(r row) Money { return r.RevenueBefore }).Sum()
}

func colGrowth() reports.Column[row] {
	return reports.DeltaPercentIf("vs last year", "Revenue against the 12 months before, of customers who were there for all of them.",
		func(r row) (float64, bool) { return float(r.Change()) })
}

func (b *book) colProfit() reports.Column[row] {
	if b.costed() {
		return reports.MoneyIf("Net profit", "Revenue less cost of goods and cost to serve, 12 months; blank where the cost of goods is unknown.",
			func(r row) (Money, bool) { return known(r.Net) }).Sum()
	}
	return reports.MoneyIf("Gross profit", "Revenue less cost of goods, 12 months; blank where the cost is unknown.",
		func(r row) (Money, bool) { return known(r.Net) }).Sum()
}

func (b *book) colMargin() reports.Column[row] {
	head := "Net margin"
	if !b.costed() {
		head = "Gross margin"
	}
	return reports.PercentIf(head, capital(b.profitWord())+overCosted+", 12 months.", func(r row) (float64, bool) { return float(r.Margin()) })
}

func colCategories() reports.Column[row] {
	return reports.Count("Product categories", "Distinct product categories bought in 12 months.", func(r row) int64 { return r.Categories }).NoTotal()
}

func colSatisfaction() reports.Column[row] {
	return reports.Number1If("Satisfaction, 1–5", "Their last answer, converted to 1 to 5, 5 the best: of a satisfaction survey, else of recommendation, else of effort.",
		func(r row) (float64, bool) { return float(r.Satisfaction) }).NoTotal()
}

func (b *book) colRisk() reports.Column[row] {
	return reports.Percent0If("Risk of leaving", "Chance of no order within the next "+b.horizon()+".",
		func(r row) (float64, bool) { return float(r.Risk) }).NoTotal()
}

func colRung() reports.Column[row] {
	return reports.Text("Loyalty step", "Step on the loyalty ladder: Aware, Trial, Purchase, Multiple, Loyalty.", func(r row) string { return r.Rung }).NoTotal()
}

func colOrders() reports.Column[row] {
	return reports.Count("Orders", "Orders of 12 months.", func(r row) int64 { return r.Orders }).Sum()
}

func colLastOrder() reports.Column[row] {
	return reports.Date("Last order", "Day of the last order.", func(r row) time.Time { return r.Last.Time() }).NoTotal()
}

func colDaysSince() reports.Column[row] {
	return reports.CountIf("Days since", "Days from the last order to the end of the period.", func(r row) (int64, bool) { return known(r.DaysSince) }).NoTotal()
}

func colUsualGap() reports.Column[row] {
	return reports.CountIf("Usual gap, days", "Median days between orders, from three order days on.", func(r row) (int64, bool) { return known(r.UsualGap) }).NoTotal()
}

// colMonths is the small line of the 13 last complete months.
func (b *book) colMonths() reports.Column[row] {
	months := b.lastMonths(13)
	names := make([]string, len(months))
	for i, m := range months {
		names[i] = m.Time().Format("Jan 06")
	}
	return reports.Spark("13 months", "Revenue by month; the numbers stand to the right of the page.", names,
		func(r row) []Money { return b.monthly(r, months) }).NoTotal()
}

// monthly returns the revenue of a customer in some months.
func (b *book) monthly(r row, months []transform.Day) []Money {
	if r.Months == "" {
		return nil
	}
	all, last := r.Monthly(), (b.r.Period.To - 1).Month()
	out := make([]Money, len(months))
	for i, m := range months {
		if at := len(all) - 1 - apart(m, last); at >= 0 && at < len(all) {
			out[i] = all[at]
		}
	}
	return out
}

// amounts shows one of the six costs to serve.
func amounts(head, help string, cost func(transform.Costs) extract.Money) reports.Column[row] {
	return reports.Money(head, help, func(r row) Money { return cost(r.Costs) }).Sum().Blank(isNobody)
}
