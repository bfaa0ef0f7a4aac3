package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

type question = metrics.Question

// needs shows what customers say they need and prefer, and what they ask for.
func (b *book) needs() reports.Page {
	n := b.r.Needs
	board := reports.Board{Head: reports.Head{
		Tab: "Needs", Title: "Needs and preferences",
		Question: "What do customers need most, who needs what, and what do they ask for that they do not buy?",
		Finding:  b.needFinding(),
		Note:     b.needNote(),
	}}
	in, out := b.demands()
	for i, q := range n.Questions {
		board.Bands = append(board.Bands, reports.Band{b.shareTable(i, q)})
		if i == 0 {
			board.Bands = append(board.Bands, beside(flat(b.needChart(q)), when(len(out) > 0, b.notInRangeTable(out))))
		}
	}
	if len(n.Questions) == 0 && len(out) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.notInRangeTable(out)})
	}
	if len(in) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.inRangeTable(in)})
	}
	if len(n.Questions) > 0 && len(n.Questions[0].Types) > 1 {
		board.Bands = append(board.Bands, reports.Band{b.leaningTable(n.Questions[0])})
	}
	return board
}

// needNote says whose answers the shares are of, where there are any.
func (b *book) needNote() string {
	if !b.hasAnswers() {
		return "What is asked for is read off enquiries: no source holds a questionnaire."
	}
	return "Each customer's last answers, none older than 24 months; whom they are of stands in the customer file. Several answers may be ticked, so shares add up to more than 100 %."
}

// needFinding names the answer given most, else what is asked for most, and what is
// asked for most of what is not on offer.
func (b *book) needFinding() string {
	n := b.r.Needs
	var words []string
	if len(n.Questions) > 0 && len(n.Questions[0].Answers) > 0 {
		words = append(words, shareMessage(n.Questions[0]))
	} else if len(n.Demand) > 0 {
		words = append(words, fmt.Sprintf("“%s” is asked for most, by %s", n.Demand[0].Name, askers(n.Demand[0])))
	}
	for _, d := range n.Demand {
		if !d.InRange {
			words = append(words, fmt.Sprintf("“%s” is asked for most of what we do not offer, by %s", d.Name, askers(d)))
			break
		}
	}
	if len(words) == 0 {
		return "Nobody stated a need in 24 months."
	}
	return capital(strings.Join(words, "; ")) + "."
}

// askers counts who asked for something.
func askers(d metrics.Demand) string {
	return reports.Plural(d.Askers(), "customer or enquirer", "customers and enquirers")
}

func shareMessage(q question) string {
	a := q.Answers[0]
	share, _ := float(a.Said.Share())
	return fmt.Sprintf("“%s” is the answer given most: by %s of %s", a.Name, reports.Percent0Words(share), reports.Plural(q.Respondents, "customer asked", "customers asked"))
}

func (b *book) needChart(q question) reports.Chart {
	c := reports.Chart{Key: "needs", Kind: reports.Bars, Value: reports.KindPercent0, Labels: true, Message: "Too few answers to compare", Unit: "Customers who say so, % of those who answered “" + q.Text + "”"}
	s := reports.Series{Name: "Share", Role: reports.Actual}
	if q.Respondents >= b.enough() {
		c.Message = shareMessage(q)
		for _, a := range first(q.Answers, mostGroups) {
			share, _ := float(a.Said.Share())
			c.Categories, s.Values = append(c.Categories, a.Name), append(s.Values, share)
		}
		c.Series = []reports.Series{s}
	}
	c.Alt = c.Message + "."
	return c
}

// mostTypes is how many business types have a column of their own.
const mostTypes = 6

// shareTable is one question: its answers, how sure the shares are, how they changed
// and who gives them.
func (b *book) shareTable(i int, q question) reports.Table[metrics.NeedShare] {
	type a = metrics.NeedShare
	cols := []reports.Column[a]{
		reports.Text("Answer", "What customers said.", func(x a) string { return x.Name }).Width(30),
		reports.Count("Customers", "Customers who say so.", func(x a) int64 { return x.Said.Part }).Bold(),
		reports.Percent0If("Share", "Of the customers who answered the question.", func(x a) (float64, bool) { return b.share(x.Said) }),
		reports.Number1If("± margin", "Half the width of the 95 % interval of the share (Wilson), in percentage points.", func(x a) (float64, bool) {
			_, ok := b.share(x.Said)
			return 50 * (x.Said.High.Value.Float() - x.Said.Low.Value.Float()), ok
		}).Unit("pp"),
	}
	if q.Weighed {
		cols = append(cols,
			reports.Number1If("Importance", "Mean importance to those who say so.", func(x a) (float64, bool) { return b.mean(x.Importance) }),
			reports.DeltaNumber1If("Our rating less importance", "How well we do it less how important it is, mean of those who said both.", func(x a) (float64, bool) { return b.mean(x.Gap) }))
	}
	if q.Was != "" {
		cols = append(cols,
			reports.DeltaPointsIf("vs round before", fmt.Sprintf("Share of the round %s less that of the round %s, in percentage points.", q.Round, q.Was), func(x a) (float64, bool) {
				by, ok := float(x.Change.By)
				return 100 * by, ok
			}),
			reports.Text("Change", "Whether the change is more than chance explains, beside all others of the table.", func(x a) string {
				switch {
				case !x.Change.P.Known:
					return ""
				case x.Change.Stands:
					return "Real"
				}
				return "Chance"
			}))
	}
	cols = append(cols, reports.Count("Contact allowed", "Of those who say so, customers who allow contact.", func(x a) int64 { return x.Contactable }))
	for k, t := range first(q.Types, mostTypes) {
		cols = append(cols, reports.Percent0If(named(t.Name), "Share of this business type's customers who say so; blank: too few were asked.",
			func(x a) (float64, bool) { return b.share(x.Types[k].Said) }).Shade(reports.HeatUp))
	}
	t := reports.Table[a]{Title: q.Text, Key: fmt.Sprintf("Question%d", i+1), Columns: cols, Rows: first(q.Answers, mostCategories), Of: len(q.Answers)}
	t.Note = fmt.Sprintf("%s answered", capital(reports.Plural(q.Respondents, "customer", "customers")))
	if q.Stale > 0 {
		t.Note += fmt.Sprintf("; the answers of %s are older than 24 months and left out", reports.Plural(q.Stale, "more", "more"))
	}
	t.Note += "."
	return t
}
