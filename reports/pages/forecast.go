package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// forecastBands show what is expected of single customers, and how far to trust it.
func (b *book) forecastBands() []reports.Band {
	var graded []reports.Band
	if list, changed := b.grades(); len(list) > 0 || changed {
		graded = []reports.Band{b.gradeTables(list, changed)}
	}
	if b.r.Lifetime.Winner == "" {
		return graded
	}
	bands := []reports.Band{{b.trustTable()}}
	if len(b.r.Lifetime.Best) > 0 {
		bands = append(bands, reports.Band{b.foreseenTable()})
	}
	bands = append(bands, reports.Band{b.calibrationChart(), b.trackChart()}, reports.Band{b.calibrationTable(), b.signNotes()})
	bands = append(bands, graded...)
	return append(bands, beside(b.raceTable(), when(b.r.Lifetime.Next[0].Money.RMSE.Known, b.raceMoneyTable())))
}

// forecastNote says what the estimate is, and how far to trust it.
func (b *book) forecastNote() string {
	f := b.r.Lifetime.Forecast
	switch {
	case f.Winner == "" && f.Why == "":
		return b.lifetimeModel() + ". A simple rule, not a promise; losses go on as losses."
	case f.Winner == "":
		return b.lifetimeModel() + ". A simple rule, because models cannot be tested yet: " + f.Why + ". Losses go on as losses."
	}
	return fmt.Sprintf("%s. Trust: %s. Whoever is shown as lost may still order, and is counted with what the forecast says.", capital(b.lifetimeModel()), f.Verdict)
}

// mostForeseen is how many customers are listed: with the table before them they fill a printed page.
const mostForeseen = 25

// foreseenTable lists the customers that are expected to bring most.
func (b *book) foreseenTable() reports.Table[metrics.Foreseen] {
	type f = metrics.Foreseen
	l := b.r.Lifetime
	t := reports.Table[f]{
		Title: fmt.Sprintf("Expected to bring most in the next %d months", l.Months), Key: "Foreseen", Rows: first(l.Best, mostForeseen), Of: int(l.Customers),
		Columns: []reports.Column[f]{
			reports.Text("Customer expected", "Name of the customer.", func(x f) string { return b.foreseenName(x) }).Width(26),
			reports.MoneyIf("So far", "Profit the customer has brought to date.", func(x f) (Money, bool) { return known(x.Past) }),
			reports.Money("Expected ahead", "Profit to come, discounted: order days × value × share of profit.", func(x f) Money { return x.Ahead }).Bold(),
		},
		Note: "Interval: from 200 sets of parameters that the orders leave possible, each with one course of events; that the model itself is wrong is not in it.",
	}
	if len(l.Best) > 0 && l.Best[0].Low.Known {
		t.Columns = append(t.Columns,
			reports.MoneyIf("At least, 90 %", "Less with a chance of 5 %.", func(x f) (Money, bool) { return known(x.Low) }),
			reports.MoneyIf("At most, 90 %", "More with a chance of 5 %.", func(x f) (Money, bool) { return known(x.High) }))
	} else {
		t.Note = "No interval: a plain rule says nothing of its own uncertainty."
	}
	t.Columns = append(t.Columns,
		reports.Percent0If("Orders in "+b.horizon(), "Chance of at least one order, by the forecast.", func(x f) (float64, bool) { return float(x.Chance) }),
		reports.Number1If("Order days ahead", fmt.Sprintf("Days with an order to be expected in %d months.", l.Months), func(x f) (float64, bool) { return float(x.Orders) }),
		reports.MoneyIf("Value of an order day", "Revenue to be expected of a day with an order.", func(x f) (Money, bool) { return known(x.Each) }),
		reports.PercentIf("Share of profit", "Net profit over purchases of 12 months, drawn towards that of the business type.", func(x f) (float64, bool) { return float(x.Profit) }),
	)
	t.Columns = append(t.Columns, reports.Text("Taken from", "What the expectation rests on.", func(x f) string { return basisWords(x.Basis) }).Width(38)) // here, where names stand in the tables on the right
	t.Columns = append(t.Columns, b.rankColumns(t.Rows)...)
	return t
}

func (b *book) foreseenName(x metrics.Foreseen) string {
	if r := b.r.Row(x.ID); r != nil {
		return r.Name
	}
	return string(x.ID)
}

// basisWords says what an expectation rests on.
func basisWords(code string) string {
	switch code {
	case metrics.AheadOwn:
		return "own orders"
	case metrics.AheadOnce:
		return "one order: mean of all"
	case metrics.AheadContract:
		return "contract"
	}
	return code
}

// raceLines are the contestants on the first day and on the next.
func (b *book) raceLines() (rows []raceLine) {
	for _, c := range b.r.Lifetime.Choice {
		rows = append(rows, raceLine{c, "to choose"})
	}
	for _, c := range b.r.Lifetime.Next {
		rows = append(rows, raceLine{c, "to judge"})
	}
	return rows
}

// raceTable says how each contestant did on the two days.
func (b *book) raceTable() reports.Table[raceLine] {
	f, rows := b.r.Lifetime.Forecast, b.raceLines()
	return reports.Table[raceLine]{
		Title: "Who forecast best", Key: "Race", Rows: rows,
		Columns: []reports.Column[raceLine]{
			reports.Wrap("Model or rule", "Models of when customers order and leave, and plain rules.", func(x raceLine) string { return x.Name }).Width(40),
			reports.CountIf("Order days forecast", "Of all customers there were.", func(x raceLine) (int64, bool) { return wholeDays(x.Expected) }),
			reports.CountIf("Order days that came", fmt.Sprintf("Within the %d weeks.", f.Weeks), func(x raceLine) (int64, bool) { return wholeDays(x.Came) }),
			reports.PercentIf("Total missed by", "Forecast over what came, less 1: above zero more was forecast than came.", func(x raceLine) (float64, bool) { return float(x.Error) }),
			reports.Number2If("Error of a customer", "Mean absolute error, order days.", func(x raceLine) (float64, bool) { return float(x.MAE) }),
			reports.Number2If("Root mean square", "Root of the mean squared error, order days: the lowest is chosen, because the forecast that has it is right on the average, as money must be.", func(x raceLine) (float64, bool) { return float(x.RMSE) }).Bold(),
			reports.Number2If("Ranking", "Area under the curve: how often who ordered was ranked above who did not; 0.5 is chance, 1 perfect.", func(x raceLine) (float64, bool) { return float(x.AUC) }),
			reports.Text("Used", fmt.Sprintf("To choose: forecast as of %d weeks before the last day. To judge: as of %d weeks before it, which the choice has not seen.", 2*f.Weeks, f.Weeks), func(x raceLine) string { return x.used }),
		},
		Note: failedWords(f.Choice),
	}
}

type raceLine struct {
	metrics.Contestant
	used string
}

func failedWords(list []metrics.Contestant) string {
	text := ""
	for _, c := range list {
		if c.Failed != "" {
			text += fmt.Sprintf("%s could not take part: %s. ", c.Name, c.Failed)
		}
	}
	return text
}
