package pages

import (
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

type surveyKind = metrics.SurveyKind

// kindTables show each question that was asked with its score and what became of it
// since the year before: means from 1 to 5 apart from the score of recommendation, which
// is in points.
func (b *book) kindTables() reports.Stack {
	score := func(k surveyKind) bool { return k.Kind == extract.NPS }
	means, points := b.kindTable(reports.KindNumber2, "Surveys", "of 5"), b.kindTable(reports.KindNumber1, "Recommended", "points")
	for _, k := range b.r.Satisfaction.Kinds {
		if score(k) {
			points.Rows = append(points.Rows, k)
		} else {
			means.Rows = append(means.Rows, k)
		}
	}
	tables := slices.DeleteFunc([]reports.Table[surveyKind]{means, points}, func(t reports.Table[surveyKind]) bool { return len(t.Rows) == 0 })
	if len(tables) == 0 {
		tables = append(tables, means)
	}
	tables[0].Title, tables[len(tables)-1].Note = "What was asked", scaleNote(b.r.Satisfaction.Kinds)
	var stack reports.Stack
	for _, t := range tables {
		stack = append(stack, t)
	}
	return stack
}

// kindTable is questions with scores of one unit.
func (b *book) kindTable(unit reports.Kind, key, words string) reports.Table[surveyKind] {
	score := func(head, help string, of func(surveyKind) (float64, bool)) reports.Column[surveyKind] {
		return reports.Values(unit, head, help, func(k surveyKind) reports.Value {
			v, ok := of(k)
			if !ok {
				return reports.Nothing()
			}
			return valueOf(unit, v)
		}).Unit(words)
	}
	return reports.Table[surveyKind]{
		Key: key, Columns: []reports.Column[surveyKind]{
			reports.Text("Question", "What customers were asked.", kindName).Width(26),
			reports.CountIf("Invited", invitedHelp, func(k surveyKind) (int64, bool) { return k.Invited, k.Invited > 0 }),
			reports.Percent0If("Response", "Share of the invitations answered.", func(k surveyKind) (float64, bool) { return b.share(k.Answered) }),
			reports.Text("Response, 95 %", "Of 100 such intervals 95 hold the true share.", func(k surveyKind) string { return b.between(k.Answered) }),
			reports.Count("Customers", "Customers who answered, each with their last answer.", func(k surveyKind) int64 { return k.Mean.N }),
			score("Score", "Mean from 1 to 5, 5 the best; of recommendation promoters less detractors in points.", b.kindScore).Bold(),
			reports.Text("95 % interval", "Of 100 such intervals 95 hold the true score.", b.kindInterval),
			reports.Percent0If("Best two of five", "Share of the two best answers of five.", func(k surveyKind) (float64, bool) { return b.share(k.Top) }),
			score("Last year", "Score of the 12 months before.", b.kindBefore),
			reports.Text("Change", "Whether the change is more than chance explains.", b.kindChange),
		},
	}
}

// scaleNote says on which scale each question was answered, as its source declares it.
func scaleNote(kinds []surveyKind) string {
	var words []string
	for _, k := range kinds {
		if scale := kindScale(k); scale != "" {
			words = append(words, kindName(k)+" "+scale+".")
		}
	}
	return strings.Join(words, " ")
}

func kindName(k surveyKind) string {
	switch k.Kind {
	case extract.CSAT:
		return "How satisfied are you?"
	case extract.NPS:
		return "Would you recommend us?"
	}
	return "How easy was it?"
}

func (b *book) kindScore(k surveyKind) (float64, bool) {
	if k.Kind == extract.NPS {
		v, ok := float(k.NPS.Score)
		return v, ok && k.Mean.N >= b.enough()
	}
	return b.mean(k.Mean)
}

func (b *book) kindBefore(k surveyKind) (float64, bool) {
	if k.Kind == extract.NPS {
		v, ok := float(k.NPSBefore.Score)
		return v, ok && k.Before.N >= b.enough()
	}
	return b.mean(k.Before)
}

func (b *book) kindInterval(k surveyKind) string {
	if _, ok := b.kindScore(k); !ok {
		return ""
	}
	if k.Kind == extract.NPS {
		return fmt.Sprintf("%s to %s", points(k.NPS.Low), points(k.NPS.High))
	}
	return b.interval(cell{Mean: k.Mean})
}

// kindChange says what the test of the change says.
func (b *book) kindChange(k surveyKind) string {
	_, now := b.kindScore(k)
	_, before := b.kindBefore(k)
	by := k.Change.By.Value.Float()
	size := reports.DecimalWords(abs(by), 2)
	if k.Kind == extract.NPS {
		size = reports.DecimalWords(abs(by), 0) + " points"
	}
	switch {
	case !now || !before || !k.Change.P.Known:
		return "Too few answers to compare"
	case !k.Change.Stands:
		return "No more than chance explains"
	}
	return fmt.Sprintf("%s by %s, more than chance", capital(higherLower(by)), size)
}

func kindScale(k surveyKind) string {
	if k.Highest <= k.Lowest {
		return ""
	}
	good := "highest is best"
	if k.LowGood {
		good = "lowest is best"
	}
	if k.Mixed {
		good += "; several scales"
	}
	return fmt.Sprintf("%s to %s, %s", reports.DecimalWords(k.Lowest.Float(), 0), reports.DecimalWords(k.Highest.Float(), 0), good)
}

// between writes the interval of a share.
func (b *book) between(r metrics.Rate) string {
	if _, ok := b.share(r); !ok {
		return ""
	}
	return bound(r.Low) + " to " + bound(r.High)
}
