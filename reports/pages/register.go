package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
)

// rankOf gives each initiative its place in the register, best first.
func (b *book) rankOf() func(graded) int {
	rank := map[string]int{}
	for i, g := range b.r.BottomLine.Initiatives {
		rank[g.Wording+"\x00"+g.Theme] = i + 1
	}
	return func(g graded) int { return rank[g.Wording+"\x00"+g.Theme] }
}

// The columns every table of initiatives begins with.
func (b *book) rankColumn() reports.Column[graded] {
	return reports.Count("Rank", "By expected net value.", b.rankOf())
}

func wordingColumn() reports.Column[graded] {
	return reports.Wrap("Initiative", "What is to be done.", func(g graded) string { return g.Wording }).Width(38)
}

// longestPayback is how many months a payback is told for: what takes longer does not
// pay for itself as far as anybody can see.
const longestPayback = 120

func payback(g graded) (float64, bool) {
	x, ok := float(g.Payback)
	return x, ok && x <= longestPayback
}

// initiativeTable ranks the register.
func (b *book) initiativeTable() reports.Table[graded] {
	return reports.Table[graded]{
		Title: "Register of initiatives, best first", Key: "Initiatives", Rows: b.r.BottomLine.Initiatives, Columns: []reports.Column[graded]{
			b.rankColumn(), wordingColumn(),
			reports.Wrap("Pain or want", "What it takes up.", func(g graded) string { return capital(g.Want) + ": " + g.Theme }).Width(26),
			reports.CountIf("Customers", "Customers who show the theme, in the segment the register names; blank: nobody does, see the words of the themes below.", func(g graded) (int64, bool) { return g.Customers, g.Found }),
			reports.Text("Segment", "Whom the register names.", groupOf),
			reports.MoneyIf("Profit if it works", "At stake with these customers a year, and expected of open enquiries about it.", func(g graded) (Money, bool) { return g.Value, g.Known }),
			reports.Percent0("Chance", "Chance that it works, the company's word.", func(g graded) float64 { return g.Chance }),
			reports.Money("Cost, first year", "Cost once and of twelve months.", func(g graded) Money { return g.Cost1 }),
			reports.Number1If("Payback, months", "Months until expected profit has paid the cost; blank: never, or not within ten years.", payback),
			reports.MoneyIf("Expected net value", "Profit if it works × chance − cost of the first year.", func(g graded) (Money, bool) { return g.Net, g.Known }).Bold(),
			reports.Text("Owner", "Who answers for it.", func(g graded) string { return g.Owner }),
			reports.Text("First step", "What comes first.", func(g graded) string { return g.FirstStep }),
		},
	}
}

// doubtTable says how sure the values are, and where their figures stand.
func (b *book) doubtTable() reports.Table[graded] {
	return reports.Table[graded]{
		Title: "How sure these values are", Key: "InitiativeDoubts", Rows: b.r.BottomLine.Initiatives, Columns: []reports.Column[graded]{
			b.rankColumn(), wordingColumn(),
			linkColumn(b, func(g graded) string { return g.Kind }),
			reports.CountIf("Reachable", "Of the customers concerned, those who did not refuse contact.", func(g graded) (int64, bool) { return g.Reachable, g.Found }),
			reports.Text("Net value, from – to", "Expected net value at the ends of the gap's 95 % interval.", func(g graded) string { return b.amountRange(g.NetLow, g.NetHigh, g.Known) }),
			reports.Text("Started", "Day it began; blank: not yet.", func(g graded) string { return started(g.Initiative) }),
			reports.Text("Confidence", "How well the gap is known.", func(g graded) string { return b.confidence(g.Gap, g.Matched, g.Measured) }),
		},
	}
}

func groupOf(g graded) string {
	switch {
	case len(g.Initiative.Customers) > 0:
		return reports.Plural(len(g.Initiative.Customers), "customer listed", "customers listed")
	case g.Segment != "":
		return g.Segment
	}
	return "Everybody concerned"
}

// initiativeChart draws the expected net value of each.
func (b *book) initiativeChart() reports.Chart {
	c := reports.Chart{Key: "initiatives", Kind: reports.Bars, Value: b.scale(), Signed: true, Labels: true, Message: b.initiativeMessage(), Unit: "Expected net value of the first year, " + b.unit() + " = profit if it works × chance − cost"}
	s := reports.Series{Name: "Expected net value"}
	for _, g := range first(b.r.BottomLine.Initiatives, mostGroups) {
		c.Categories = append(c.Categories, strings.TrimSuffix(g.Wording, "."))
		s.Values, s.Missing = append(s.Values, g.Net.Float()), append(s.Missing, !g.Known)
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// initiativeMessage names the initiative that brings most, or loses least.
func (b *book) initiativeMessage() string {
	for _, g := range b.r.BottomLine.Initiatives {
		if !g.Known {
			continue
		}
		name := strings.TrimSuffix(g.Wording, ".")
		if g.Net > 0 {
			return fmt.Sprintf("“%s” brings most: %s in the first year", name, b.money(g.Net))
		}
		return fmt.Sprintf("“%s” comes closest to paying: %s in the first year", name, b.money(g.Net))
	}
	return "What the initiatives would bring is not known"
}

// rankingNotes say how the money is found.
func (b *book) rankingNotes() reports.Notes {
	return reports.Notes{Title: "How the ranking works", Lines: []string{
		"Pains come from complaints, low ratings, late deliveries, returns and exit reasons; wants from the questionnaire and enquiries.",
		fmt.Sprintf("At stake = %s of 12 months of the customers concerned × how much less often customers who show the theme ordered in %s than others of the same business type and size. That is an association, no proof.", b.stakeWord(), b.horizon()),
		"Expected net value = profit if it works × chance − cost of the first year.",
		"Wording, chance and cost are the company's own, from its register of initiatives. What has started is held against customers left out.",
	}}
}
