package pages

import (
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

type profitMonth = metrics.ProfitMonth

// monthlyProfit tables profit by month, of the whole company only: pools belong to no
// territory. A month that the window of twelve months begins in the middle of is left
// out, because gross profit is kept by whole months.
func (b *book) monthlyProfit() reports.Block {
	months := slices.DeleteFunc(slices.Clone(b.r.Profitability.Months), func(m profitMonth) bool { return m.From != m.From.Month() })
	if len(months) == 0 || !b.profitable() {
		return nil
	}
	t := reports.Table[profitMonth]{
		Title: "Profit by month", Key: "ProfitMonths", Rows: months, Columns: b.profitMonthColumns(),
		Totals: []profitMonth{sumOfMonths(months)},
	}
	if b.costed() {
		t.Note = "Of the company, Unassigned included. Cost pools are whole here, with what nobody used, so what is left is not the net profit of customers."
	}
	return t
}

func (b *book) profitMonthColumns() []reports.Column[profitMonth] {
	cols := []reports.Column[profitMonth]{
		reports.Text("Month", "Calendar month of the 12.", profitMonthWord).Width(20),
		scaled(b, "Revenue", "Revenue of the month, of customers and of nobody we know.", func(m profitMonth) Money { return m.Revenue }),
		scaled(b, "Gross profit", "Revenue less cost of goods, of what has a known cost.", func(m profitMonth) Money { return m.Gross }),
	}
	if !b.costed() {
		return cols
	}
	return append(cols,
		scaled(b, "Cost pools", "What serving cost in the month, used or not.", func(m profitMonth) Money { return m.Pools }),
		scaled(b, "Left", "Gross profit less cost pools.", func(m profitMonth) Money { return m.Gross - m.Pools }).Bold(),
	)
}

// profitMonthWord names a month, the sum of all by a window longer than one.
func profitMonthWord(m profitMonth) string {
	if m.To > m.From.AddMonths(1) {
		return "Together"
	}
	return m.From.Time().Format("Jan 2006")
}

func sumOfMonths(months []profitMonth) profitMonth {
	sum := profitMonth{Window: metrics.Window{From: months[0].From, To: months[len(months)-1].To}}
	for _, m := range months {
		sum.Revenue += m.Revenue
		sum.Gross += m.Gross
		sum.Pools += m.Pools
	}
	return sum
}
