package pages

import (
	"time"

	"clientele/reports"
	"clientele/transform/metrics"
)

// nextWord is what is to be expected of a customer: profit where it is known, else
// revenue.
func (b *book) nextWord() string {
	if b.profitable() {
		return b.profitWord()
	}
	return "revenue"
}

// soon is the money at risk within the horizon.
func (b *book) soon(r row) Money {
	m, _ := b.soonIf(r)
	return m
}

func (b *book) soonIf(r row) (Money, bool) {
	if b.profitable() {
		return known(r.StakeNet)
	}
	return known(r.StakeRevenue)
}

func (b *book) colSoon() reports.Column[row] {
	return reports.MoneyIf("At risk within "+b.horizon(), "Risk times what they bring within "+b.horizon()+" if they order; "+b.nextWord()+".", b.soonIf).Sum()
}

func (b *book) colNext() reports.Column[row] {
	return reports.MoneyIf("If they order", capital(b.nextWord())+" of an order day in 12 months, times the order days that customers like them have within "+b.horizon()+" if they order at all.",
		func(r row) (Money, bool) {
			if b.profitable() {
				return known(r.NextNet)
			}
			return known(r.NextRevenue)
		}).NoTotal()
}

func colBand() reports.Column[row] {
	return reports.Text("Band", "Risk below a third, up to two thirds, or above.", metrics.RiskBand).BadWords(metrics.HighRisk).NoTotal()
}

// overdue is how many days the next order is late by the customer's own rhythm.
func overdue(r row) (int64, bool) {
	late := r.DaysSince.Value - r.UsualGap.Value
	return late, r.DaysSince.Known && r.UsualGap.Known && late > 0
}

func colOverdue() reports.Column[row] {
	return reports.CountIf("Days overdue", "Days since the last order beyond the usual gap; blank where the next order is not due yet or no rhythm is known.", overdue).NoTotal()
}

func colLastComplaint() reports.Column[row] {
	return reports.Date("Last complaint", "Day of the newest complaint.", func(r row) time.Time {
		if r.LastComplaint == 0 {
			return time.Time{}
		}
		return r.LastComplaint.Time()
	}).NoTotal()
}

// bandTable counts the active customers by risk.
func (b *book) bandTable() reports.Table[group] {
	return reports.Table[group]{
		Title: "Active customers by risk of leaving", Key: "RiskBands", Rows: b.r.Attrition.Bands,
		Columns: []reports.Column[group]{
			reports.Text("Risk", "Chance of no order within "+b.horizon()+".", func(g group) string { return g.Name }).Width(20),
			grpCustomers(), b.grpRevenue(),
			reports.Money("Of it at risk", "Risk times revenue of 12 months, of customers at risk: those on the sheet At risk. Who is not is expected to stay and counts nothing.", func(g group) Money { return g.RevenueAtRisk }),
		},
	}
}
