package pages

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// A trustLine is one sign of how far a forecast may be trusted.
type trustLine struct {
	what  string
	value reports.Value
	is    string
}

// words is a finding that is no number, and figure one that is: a column of a sheet
// holds one kind.
func (x trustLine) words() string { return x.value.Text }

func (x trustLine) figure() reports.Value {
	if x.value.Kind == reports.KindText {
		return reports.Nothing()
	}
	return x.value
}

// trustBand says how well the forecast did and what it rests on, and how each sign is found.
func (b *book) trustBand() reports.Band {
	lines := b.trustLines()
	notes := reports.Notes{Title: "How each sign is found"}
	for _, x := range lines {
		notes.Lines = append(notes.Lines, x.what+" – "+x.is)
	}
	found := slices.DeleteFunc(slices.Clone(lines), func(x trustLine) bool { return !x.value.Known })
	return reports.Band{trustTable(found), notes}
}

func (b *book) trustLines() []trustLine {
	l := b.r.Lifetime
	won := l.Next[0]
	lines := []trustLine{
		{"Verdict", reports.TextValue(l.Verdict), verdictRule()},
		{"Won by", reports.TextValue(l.Winner), fmt.Sprintf("The lowest squared error of %d on the orders of %d weeks; see Who forecast best.", len(l.Choice), l.Weeks)},
		{"Total missed by", deltaOf(won.Error), fmt.Sprintf("On the %d weeks after those: %s order days were forecast, %s came.", l.Weeks, countWords(won.Expected), countWords(won.Came))},
	}
	lines = append(lines, b.moneyMissed()...)
	lines = append(lines, []trustLine{
		{"Best plain rule", plainError(l.Next), plainWords(l.Next)},
		{"How well it ranks", number2(won.AUC), b.rankWords()},
		{"Calibration slope", number2(won.Slope), "What came for each order day forecast, from customer to customer, by least squares: 1 is right, below it high forecasts are too high."},
	}...)
	graded, _ := b.grades()
	lines = append(lines, b.gradeLine(graded))
	if o, ok := float(l.Orders); ok {
		lines = append(lines, trustLine{"Order days ahead, all", reports.CountValue(int64(math.Round(o))), fmt.Sprintf("To be expected of the customers of this workbook in %d months.", l.Months)})
	}
	if l.Low.Known && l.High.Known {
		lines = append(lines, trustLine{"Expected of all", reports.MoneyValue(l.Ahead), fmt.Sprintf("With 90 %% chance between %s and %s, if the model holds.", b.money(l.Low.Value), b.money(l.High.Value))})
	}
	lines = append(lines, trustLine{"Value of an order", moneyOf(l.Worth.Mean), b.orderWorthWords()})
	if len(l.Parameters) > 0 {
		lines = append(lines, trustLine{"Parameters", reports.Nothing(), parameterWords(l.Parameters) + ". Most probable under a wide log-normal prior (MAP), which fades as customers grow in number; time in weeks, standard errors in brackets."})
	}
	return lines
}

func trustTable(lines []trustLine) reports.Table[trustLine] {
	return reports.Table[trustLine]{
		Title: "How far to trust the forecast", Key: "Trust", Rows: lines,
		Columns: []reports.Column[trustLine]{
			reports.Text("Sign", "What is looked at.", func(x trustLine) string { return x.what }).Width(24),
			reports.Text("Finding", "Of the forecast, in words.", trustLine.words).Bold(),
			reports.Measure("Figure", "Of the forecast, in numbers.", trustLine.figure).Width(12).Bold(),
		},
	}
}

func verdictRule() string {
	return fmt.Sprintf("Good: the totals of order days and of purchases are missed by at most %s and the ranking is %s or more. Fair: %s and %s. Otherwise Do not use: the figures are only what the best of several says. Where all ordered, or none, nothing is ranked and the total alone decides.",
		reports.Percent0Words(metrics.GoodError), reports.DecimalWords(metrics.GoodAUC, 2), reports.Percent0Words(metrics.FairError), reports.DecimalWords(metrics.FairAUC, 2))
}

// rankWords sets the ranking beside that of the risk of leaving, which has a horizon of
// its own.
func (b *book) rankWords() string {
	text := fmt.Sprintf("Chance that who ordered in the %d weeks was ranked above who did not: 0.5 is chance, 1 perfect.", b.r.Lifetime.Weeks)
	if brier, ok := float(b.r.Lifetime.Next[0].Brier); ok {
		text += fmt.Sprintf(" Mean squared error of the chance of an order (Brier 1950): %s.", reports.DecimalWords(brier, 3))
	}
	if auc, ok := float(b.r.Attrition.Model.AUC); ok {
		text += fmt.Sprintf(" Risk of leaving, over %s: %s.", b.horizon(), reports.DecimalWords(auc, 2))
	}
	return text
}

// orderWorthWords says what the value of an order is taken from.
func (b *book) orderWorthWords() string {
	w := b.r.Lifetime.Worth
	text := capital(w.Name) + "; this is the one of a customer without a second order."
	if len(w.Parameters) > 0 {
		text += " Gamma-Gamma: " + parameterWords(w.Parameters) + "."
	}
	if c, ok := float(w.Correlation); ok {
		text += fmt.Sprintf(" How often customers order and what an order is worth go together by %s.", reports.DecimalWords(c, 2))
	}
	if w.Why != "" {
		text += " Gamma-Gamma is not used: " + w.Why + "."
	}
	return text
}

func parameterWords(list []metrics.ModelParameter) string {
	words := make([]string, len(list))
	for i, p := range list {
		words[i] = fmt.Sprintf("%s %s (%s)", p.Name, reports.DecimalWords(p.Value.Value.Float(), 3), reports.DecimalWords(p.SE.Value.Float(), 3))
	}
	return strings.Join(words, ", ")
}

// bestPlain returns the plain rule with the lowest squared error beside the winner, which
// stands first.
func bestPlain(list []metrics.Contestant) (best metrics.Contestant, ok bool) {
	for _, c := range list[1:] {
		if c.RMSE.Known && (!ok || c.RMSE.Value < best.RMSE.Value) {
			best, ok = c, true
		}
	}
	return best, ok
}

func plainError(list []metrics.Contestant) reports.Value {
	best, ok := bestPlain(list)
	if !ok {
		return reports.Nothing()
	}
	return deltaOf(best.Error)
}

func plainWords(list []metrics.Contestant) string {
	best, ok := bestPlain(list)
	won := list[0]
	if !ok || !won.RMSE.Known {
		return "None could be judged."
	}
	than := "better"
	if best.RMSE.Value < won.RMSE.Value {
		than = "worse"
	}
	return fmt.Sprintf("%s, on the same weeks. The winner was %s for single customers: root mean square %s against %s.", capital(best.Name), than,
		reports.DecimalWords(won.RMSE.Value.Float(), 3), reports.DecimalWords(best.RMSE.Value.Float(), 3))
}

func deltaOf(x rate) reports.Value {
	v, ok := float(x)
	if !ok {
		return reports.Nothing()
	}
	return reports.TextValue(fmt.Sprintf("%+.1f", 100*v) + reports.NBSP + "%")
}

func number2(x rate) reports.Value {
	v, ok := float(x)
	if !ok {
		return reports.Nothing()
	}
	return reports.Number2Value(v)
}

func moneyOf(x extract.Opt[Money]) reports.Value {
	if !x.Known {
		return reports.Nothing()
	}
	return reports.MoneyValue(x.Value)
}

func wholeDays(x rate) (int64, bool) {
	v, ok := float(x)
	return int64(math.Round(v)), ok
}

func countWords(x rate) string {
	n, _ := wholeDays(x)
	return reports.Thousands(n)
}
