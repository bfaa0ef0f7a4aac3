package pages

import "clientele/reports"

// gradeTables set every forecast of an accepted report that is over beside what came:
// order days apart from money.
func (b *book) gradeTables(list []grade, changed bool) reports.Band {
	days, money := b.gradeTable(reports.KindCount), b.gradeTable(reports.KindMoney)
	days.Title, days.Key, money.Title, money.Key = "Earlier forecasts of order days, and what came", "ForecastGrades", "Earlier forecasts of money, and what came", "ForecastMoney"
	for _, g := range list {
		if g.said.Kind.Money() {
			money.Rows = append(money.Rows, g)
		} else {
			days.Rows = append(days.Rows, g)
		}
	}
	if changed {
		days.Note = "Money of forecasts made when revenue was counted otherwise is not graded: the definition has changed since."
	}
	return beside(when(len(days.Rows) > 0 || changed, days), when(len(money.Rows) > 0, money))
}

// gradeTable is forecasts of one unit.
func (b *book) gradeTable(k reports.Kind) reports.Table[grade] {
	t := reports.Table[grade]{Columns: []reports.Column[grade]{
		reports.Text("Forecast made", "When the accepted report was about.", b.gradeName).Width(30),
		reports.Values(k, "Forecast then", "As the accepted report kept it.", func(g grade) reports.Value { return g.said }),
		reports.Values(k, "Came since", "Of the customers there were then, until the last day of this report. Revenue is net of credit notes; nothing is discounted.", func(g grade) reports.Value { return g.came }),
		reports.PercentIf("Forecast off by", "Forecast over what came, less 1: above zero more was forecast than came.", func(g grade) (float64, bool) { return float(g.off) }).Bold(),
		reports.Text("Grade", gradeRule(), grade.mark),
	}}
	if k.Money() {
		of := reports.Text("Of", "What was forecast.", func(g grade) string { return g.of })
		t.Columns = append([]reports.Column[grade]{t.Columns[0], of}, t.Columns[1:]...)
	} else {
		t.Columns[1], t.Columns[2] = t.Columns[1].Unit("order days"), t.Columns[2].Unit("order days")
	}
	return t
}
