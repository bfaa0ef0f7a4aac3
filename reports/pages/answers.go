package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// npsNotes says how many would recommend us.
func (b *book) npsNotes() reports.Notes {
	n := b.r.Satisfaction.NPS
	all := n.Promoters + n.Passives + n.Detractors
	notes := reports.Notes{Title: "Would they recommend us?"}
	if all < b.enough() || !n.Score.Known {
		notes.Lines = []string{fmt.Sprintf("%s: too few to show a recommendation score.", reports.Plural(all, "answer", "answers"))}
		return notes
	}
	notes.Lines = []string{
		fmt.Sprintf("Recommendation score %s (95 %% interval %s to %s): %s, %s and %s.",
			points(n.Score), points(n.Low), points(n.High), reports.Plural(n.Promoters, "promoter", "promoters"), reports.Plural(n.Passives, "passive", "passives"), reports.Plural(n.Detractors, "detractor", "detractors")),
		"Score = promoters less detractors, % of answers.",
	}
	return notes
}

func points(x rate) string { return reports.DecimalWords(x.Value.Float(), 0) }

// answerTable joins the last answer to risk and revenue.
func (b *book) answerTable() reports.Table[metrics.AnswerRisk] {
	type a = metrics.AnswerRisk
	t := reports.Table[a]{
		Title: "Risk by last answer", Key: "AnswerRisk", Rows: b.r.Satisfaction.ByAnswer,
		Columns: []reports.Column[a]{
			reports.Text("Answer", "Last answer, rounded, 5 the best.", func(x a) string { return fmt.Sprintf("%d of 5", x.Score) }).Width(20),
			reports.Count("Customers", "Customers with this answer.", func(x a) int64 { return x.Customers }),
			reports.Percent0If("Risk of leaving", "Mean chance of no order within the next "+b.horizon()+".", func(x a) (float64, bool) { return b.mean(x.Risk) }).Bold(),
			scaled(b, "Revenue", "Net revenue of 12 months.", func(x a) Money { return x.Revenue }),
			scaled(b, "Revenue at risk", "Risk times revenue of those at risk.", func(x a) Money { return x.AtRisk }),
		},
	}
	if b.profitable() {
		t.Columns = append(t.Columns, reports.MoneyIf("Profit each", capital(b.profitWord())+" of 12 months for each of them.", func(x a) (Money, bool) {
			v, ok := known(x.Each)
			return v, ok && x.Customers >= b.enough()
		}))
	}
	return t
}

// answerChart draws risk by answer.
func (b *book) answerChart() reports.Chart {
	c := reports.Chart{Key: "risk_by_answer", Kind: reports.Columns, Value: reports.KindPercent0, Labels: true, Height: 12, Unit: "Mean risk of leaving by last answer, %"}
	s := reports.Series{Name: "Risk", Role: reports.Actual}
	for _, x := range b.r.Satisfaction.ByAnswer {
		m, ok := b.mean(x.Risk)
		c.Categories = append(c.Categories, fmt.Sprintf("%d of 5", x.Score))
		s.Values, s.Missing = append(s.Values, m), append(s.Missing, !ok)
	}
	some := b.answersWithRisk()
	c.Message = "Too few answers to compare their risk"
	if len(some) > 1 {
		c.Message = answerMessage(some)
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// answersWithRisk are the answers of enough customers whose risk is known.
func (b *book) answersWithRisk() (some []metrics.AnswerRisk) {
	for _, x := range b.r.Satisfaction.ByAnswer {
		if _, ok := b.mean(x.Risk); ok {
			some = append(some, x)
		}
	}
	return some
}

// answerMessage compares the lowest and the highest answer with enough customers.
func answerMessage(some []metrics.AnswerRisk) string {
	low, high := some[0], some[0]
	for _, x := range some {
		if x.Score < low.Score {
			low = x
		}
		if x.Score > high.Score {
			high = x
		}
	}
	return fmt.Sprintf("Customers who answer %d have a risk of %s, those who answer %d of %s", low.Score,
		reports.Percent0Words(low.Risk.Mean.Value.Float()), high.Score, reports.Percent0Words(high.Risk.Mean.Value.Float()))
}
