package pages

import (
	"fmt"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// mixTable sets who answers beside who buys.
func (b *book) mixTable() reports.Table[metrics.SurveyMix] {
	type m = metrics.SurveyMix
	s := b.r.Satisfaction
	var bought, answered int64
	for _, x := range s.Mix {
		bought += x.Customers
		answered += x.Answers
	}
	of := func(part, whole int64) (float64, bool) {
		return float64(part) / float64(max(1, whole)), whole >= b.enough()
	}
	t := reports.Table[m]{
		Title: "Who answers, and who does not", Key: "SurveyMix", Rows: first(s.Mix, mostGroups), Of: len(s.Mix),
		Columns: []reports.Column[m]{
			reports.Text("Business type", "Kind of business or customer group.", func(x m) string { return named(x.Name) }).Width(20),
			reports.Percent0If("Of customers", "Share of the customers who bought within 12 months.", func(x m) (float64, bool) { return of(x.Customers, bought) }),
			reports.Percent0If("Of answers", "Share of the customers who answered.", func(x m) (float64, bool) { return of(x.Answers, answered) }),
			reports.CountIf("Asked", "Customers with an invitation; blank: no source records them.", func(x m) (int64, bool) { return x.Invited, s.Invited > 0 }),
			reports.Percent0If("Answered", "Share of those asked who answered.", func(x m) (float64, bool) { return b.share(x.Answered) }).Bold(),
			reports.Number2If("Mean, 1–5", "Mean of their last answers.", func(x m) (float64, bool) { return b.mean(x.Mean) }),
		},
	}
	if p, ok := float(s.MixP); ok && p <= .05 {
		t.Note = "Types differ in how readily they answer, more than chance explains."
	} else if ok {
		t.Note = "No difference in how readily types answer was found beyond chance."
	}
	if w, ok := float(s.Weighted); ok && s.Mean.N >= b.enough() {
		t.Note += fmt.Sprintf(" If every type had answered by its share of customers, the mean would be %s instead of %s.", reports.DecimalWords(w, 2), reports.DecimalWords(s.Mean.Mean.Value.Float(), 2))
	}
	return t
}

// originTable tells answers apart by what came before the invitation.
func (b *book) originTable() reports.Table[metrics.SurveyOrigin] {
	type o = metrics.SurveyOrigin
	return reports.Table[o]{
		Title: "What came before the invitation", Key: "SurveyOrigins", Rows: b.r.Satisfaction.Origins,
		Columns: []reports.Column[o]{
			reports.Text("Asked", "What the customer had to do with the service desk in the 14 days before.", func(x o) string { return capital(x.Name) }).Width(24),
			reports.Percent0If("Response", "Share of the invitations answered.", func(x o) (float64, bool) { return b.share(x.Answered) }),
			reports.Count("Answers", "Customers who answered.", func(x o) int64 { return x.Mean.N }),
			reports.Number2If("Mean, 1–5", "Mean of their last answers.", func(x o) (float64, bool) { return b.mean(x.Mean) }).Bold(),
		},
		Note: "Answers after a complaint are the complaint once more, and after a contact whoever served may have chosen whom to ask: neither speaks for all customers.",
	}
}

// outcomeTable follows who answered the year before: who left since, and what they
// brought.
func (b *book) outcomeTable() reports.Table[metrics.Outcome] {
	type o = metrics.Outcome
	s := b.r.Satisfaction
	cols := []reports.Column[o]{
		reports.Text("Answer a year ago", "Class of the last answer of the 12 months before.", func(x o) string { return b.className(x.Class) }).Width(26),
		reports.Count("Customers", "Who answered so and were active a year ago.", func(x o) int64 { return x.Lost.Of }),
		reports.PercentIf("Lost since", "Share of them lost now.", func(x o) (float64, bool) { return b.share(x.Lost) }).Bold(),
		reports.Text("95 % interval", "Of 100 such intervals 95 hold the true share.", func(x o) string { return b.between(x.Lost) }),
		scaled(b, "Revenue", "Their net revenue of 12 months.", func(x o) Money { return x.Revenue }),
		reports.DeltaPercentIf("vs last year", "Their revenue against the 12 months before.", func(x o) (float64, bool) {
			v, ok := float(x.Growth)
			return v, ok && x.Lost.Of >= b.enough()
		}),
	}
	if b.profitable() {
		cols = append(cols, reports.MoneyIf("Profit each", capital(b.profitWord())+" of 12 months for each of them.", func(x o) (Money, bool) {
			v, ok := known(x.Each)
			return v, ok && x.Lost.Of >= b.enough()
		}))
	}
	t := reports.Table[o]{Title: "What became of those who answered a year ago", Key: "Outcomes", Rows: s.Outcomes, Columns: cols}
	p, ok := float(s.OutcomeP)
	switch {
	case !ok || b.followed() < b.enough():
		t.Note = "Too few customers answered the year before to compare them."
	case p <= .05:
		t.Note = "The classes differ in who left, more than chance explains; that the answer is the reason is not shown."
	default:
		t.Note = "No difference between the classes in who left was found beyond chance."
	}
	return t
}

// followed counts the customers whose answer of the year before can be followed up.
func (b *book) followed() (n int64) {
	for _, x := range b.r.Satisfaction.Outcomes {
		n += x.Lost.Of
	}
	return n
}

// className says what a class of answer means in the survey it is of.
func (b *book) className(class string) string {
	if b.r.Satisfaction.OutcomeBy == extract.NPS {
		return map[string]string{metrics.Promoter: "Promoter, 9 or 10", metrics.Passive: "Passive, 7 or 8", metrics.Detractor: "Detractor, 0 to 6"}[class]
	}
	return map[string]string{metrics.Promoter: "Satisfied, 4 or 5", metrics.Passive: "In between", metrics.Detractor: "Dissatisfied, 1 or 2"}[class]
}
