package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// trustTable is how far the forecast may be trusted, a column for each sign: they have
// units of their own.
func (b *book) trustTable() reports.Table[metrics.Forecast] {
	type f = metrics.Forecast
	l := b.r.Lifetime
	t := reports.Table[f]{
		Title: "How far to trust the forecast", Key: "Trust", Rows: []f{l.Forecast},
		Columns: []reports.Column[f]{
			reports.Text("Won by", "The model or rule that forecast best.", func(x f) string { return capital(x.Winner) }),
			reports.Text("Verdict", "What may be done with the forecast: Good, Fair or Do not use.", func(x f) string { return x.Verdict }).Bold(),
			reports.PercentIf("Order days missed by", "Forecast over what came, less 1: above zero more was forecast than came.", func(x f) (float64, bool) { return float(x.Next[0].Error) }),
		},
	}
	if l.Next[0].Money.Error.Known {
		t.Columns = append(t.Columns, reports.PercentIf("Purchases missed by", "The same of what customers bought.", func(x f) (float64, bool) { return float(x.Next[0].Money.Error) }))
	}
	t.Columns = append(t.Columns,
		reports.PercentIf("Best plain rule missed by", "The same of order days, by the best of the plain rules.", func(x f) (float64, bool) {
			best, ok := bestPlain(x.Next)
			v, known := float(best.Error)
			return v, ok && known
		}),
		reports.Number2If("How well it ranks", "Area under the curve: 0.5 is chance, 1 perfect.", func(x f) (float64, bool) { return float(x.Next[0].AUC) }),
		reports.Number2If("Calibration slope", "Order days that came for each one forecast: 1 is right.", func(x f) (float64, bool) { return float(x.Next[0].Slope) }),
		reports.Text("Last forecast", "How the last forecast that is over did.", func(f) string { return b.lastMark() }))
	return t
}

// aheadTable is what is expected of everybody together.
func (b *book) aheadTable() reports.Table[metrics.Lifetime] {
	type l = metrics.Lifetime
	x := b.r.Lifetime
	t := reports.Table[l]{
		Title: fmt.Sprintf("Expected of the customers of this workbook in %d months", x.Months), Key: "Ahead", Rows: []l{x},
		Columns: []reports.Column[l]{
			reports.Text("Of", "Whose orders these are.", func(l) string { return "All customers" }),
			reports.CountIf("Order days ahead", "Days with an order to be expected.", func(x l) (int64, bool) { return wholeDays(x.Orders) }),
			reports.Money("Expected of all", "Profit to come, discounted.", func(x l) Money { return x.Ahead }).Bold(),
		},
	}
	if x.Low.Known && x.High.Known {
		t.Columns = append(t.Columns,
			reports.MoneyIf("At least, 90 %", "Less with a chance of 5 %.", func(x l) (Money, bool) { return known(x.Low) }),
			reports.MoneyIf("At most, 90 %", "More with a chance of 5 %.", func(x l) (Money, bool) { return known(x.High) }))
	}
	t.Columns = append(t.Columns, reports.MoneyIf("Value of an order", "To be expected of a customer without a second order.", func(x l) (Money, bool) { return known(x.Worth.Mean) }))
	return t
}
