package pages

import (
	"fmt"
	"math"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// aheadStack says what is expected of all, and what that rests on.
func (b *book) aheadStack() reports.Stack {
	notes := reports.Notes{Title: "How it is reckoned", Lines: []string{b.forecastNote()}}
	if b.r.Lifetime.Winner == "" {
		return reports.Stack{notes}
	}
	return reports.Stack{b.aheadTable(), notes}
}

// signNotes say how each sign of the forecast is found.
func (b *book) signNotes() reports.Notes {
	return reports.Notes{Title: "How each sign is found", Lines: b.trustNotes()}
}

// trustNotes says of every sign how it is found.
func (b *book) trustNotes() []string {
	l := b.r.Lifetime
	won := l.Next[0]
	lines := []string{
		"Verdict – " + verdictRule(),
		fmt.Sprintf("Won by – The lowest squared error of %d on the orders of %d weeks; see Who forecast best.", len(l.Choice), l.Weeks),
		fmt.Sprintf("Order days missed by – On the %d weeks after those: %s order days were forecast, %s came.", l.Weeks, countWords(won.Expected), countWords(won.Came)),
	}
	if m := won.Money; m.Error.Known {
		lines = append(lines, fmt.Sprintf("Purchases missed by – On the same weeks: purchases of %s were forecast, %s came.", b.money(m.Expected.Value), b.money(m.Came.Value)))
	}
	lines = append(lines,
		"Best plain rule missed by – "+plainWords(l.Next),
		"How well it ranks – "+b.rankWords(),
		"Calibration slope – What came for each order day forecast, from customer to customer, by least squares: 1 is right, below it high forecasts are too high.",
		"Last forecast – "+b.lastWords(),
		"Value of an order – "+b.orderWorthWords())
	if len(l.Parameters) > 0 {
		lines = append(lines, "Parameters – "+parameterWords(l.Parameters)+". Most probable under a wide log-normal prior (MAP), which fades as customers grow in number; time in weeks, standard errors in brackets.")
	}
	return lines
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

func wholeDays(x rate) (int64, bool) {
	v, ok := float(x)
	return int64(math.Round(v)), ok
}

func countWords(x rate) string {
	n, _ := wholeDays(x)
	return reports.Thousands(n)
}
