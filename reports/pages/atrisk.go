package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform"
)

// mostAtRisk is how many accounts at risk are listed.
const mostAtRisk = 300

// endangered are the accounts that may leave, most revenue at risk first.
func (b *book) endangered() []row {
	return largest(b.where(func(r row) bool { return r.AtRisk }), revenueAtRisk)
}

// atRisk lists the accounts that may leave, most money at stake first.
func (b *book) atRisk() reports.Page {
	all := b.endangered()
	rows := capped(b, all, mostAtRisk)
	return reports.List[row]{
		Head: reports.Head{
			Tab: "At risk", Title: "Accounts at risk",
			Question: "Which accounts may leave, and how much money is at stake?",
			Finding:  b.riskFinding(all),
		},
		Table: reports.Table[row]{Key: "AtRisk", Columns: placed(b, b.riskColumns()), Rows: rows, Of: len(all), Totals: riskClosing(all, rows), Note: b.cutNote(b.riskNote(), len(rows), len(all))},
	}
}

// riskFinding says how many may leave and what is expected to go with them.
func (b *book) riskFinding(all []row) string {
	if len(all) == 0 {
		return fmt.Sprintf("No account has a risk of %s or more of placing no order in the next %s.", b.threshold(), b.horizon())
	}
	return fmt.Sprintf("%s worth %s a year may leave; expected loss of revenue if nothing is done: %s a year; of %s within %s: %s.",
		reports.Plural(len(all), "account", "accounts"), b.money(sum(all, revenue)), b.money(sum(all, revenueAtRisk)), b.nextWord(), b.horizon(), b.money(sum(all, b.soon)))
}

func (b *book) threshold() string { return reports.Percent0Words(b.r.Rules.RiskThreshold.Float()) }

func (b *book) riskNote() string {
	return fmt.Sprintf("Listed: active customers whose risk is %s or more, most revenue at risk first. Risk = chance of no order within %s. At risk = risk × the figures of 12 months; within %s = risk × %s to be expected of those days from customers like them who order.",
		b.threshold(), b.horizon(), b.horizon(), b.nextWord())
}

// riskClosing ends the list on the same sums as the Overview.
func riskClosing(all, rows []row) []row {
	total := []row{together("All at risk", all)}
	if len(rows) == len(all) {
		return total
	}
	return append([]row{together("At risk, not listed", all[len(rows):])}, total...)
}

func (b *book) riskColumns() []reports.Column[row] {
	cols := []reports.Column[row]{
		colCustomer(), colTerritory(), colRep(), b.colRisk(), colBand(),
		colRevenueAtRisk().Bold().Bar(),
		colRevenue(),
	}
	if b.profitable() {
		cols = append(cols, b.colProfitAtRisk())
	}
	cols = append(cols, b.colSoon(), b.colNext())
	return append(cols, colLastOrder(), colDaysSince(), colUsualGap(), colOverdue(), colLastComplaint(),
		reports.Wrap("Main reason", "The strongest sign recorded; an association, no proof.", func(r row) string { return b.reason(r.Reason, r) }).Width(30).NoTotal(),
		reports.Wrap("Second reason", "The next strongest sign recorded.", func(r row) string { return b.reason(r.Also, r) }).Width(28).NoTotal(),
		reports.Wrap("Next step", "What to do first.", riskStep).Width(28).NoTotal())
}

func colRevenueAtRisk() reports.Column[row] {
	return reports.MoneyIf("Revenue at risk", "Risk times revenue of 12 months.", func(r row) (Money, bool) { return known(r.RevenueAtRisk) }).Sum()
}

func (b *book) colProfitAtRisk() reports.Column[row] {
	return reports.MoneyIf(capital(b.profitWord())+" at risk", "Risk times "+b.profitWord()+" of 12 months.",
		func(r row) (Money, bool) { return known(r.ProfitAtRisk) }).Sum()
}

func riskStep(r row) string {
	if r.Reason == "" {
		return nextStep(transform.ReasonQuiet)
	}
	return nextStep(r.Reason)
}
