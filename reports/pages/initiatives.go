package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

type graded = metrics.Graded

// initiativePage ranks the register, follows what has started, and shows themes with
// their money; where the register is empty it says what to fill in.
func (b *book) initiativePage() reports.Page {
	l := b.r.BottomLine
	board := reports.Board{Head: reports.Head{
		Tab: "Initiatives", Title: "Initiatives",
		Question: "Which pains and wants should we turn into action, and what is it worth?",
		Finding:  b.initiativeFinding(),
		Note: fmt.Sprintf("At stake = %s of 12 months of the customers concerned × how much less often customers who show the theme ordered in %s than others of the same business type and size. That is an association, no proof. Expected net value = value × chance − cost of the first year. Wording, chance and cost are the company's own.",
			b.stakeWord(), b.horizon()),
	}}
	add := func(blocks ...reports.Block) { board.Bands = append(board.Bands, blocks) }
	if len(l.Initiatives) > 0 {
		add(b.initiativeChart())
		add(b.initiativeTable())
		b.followBand(add)
	} else {
		add(b.themeChart())
	}
	if add(b.themeTable()); len(b.worthy()) == 0 {
		add(b.troubleTable(b.troubles()))
	}
	if len(l.Initiatives) == 0 {
		add(fillIn())
	}
	return board
}

// stakeWord is what money the stakes are of.
func (b *book) stakeWord() string {
	if b.r.BottomLine.Profit {
		return b.profitWord()
	}
	return "revenue"
}

func (b *book) initiativeFinding() string {
	l := b.r.BottomLine
	paying := 0
	for _, g := range l.Initiatives {
		if g.Known && g.Net > 0 {
			paying++
		}
	}
	n := len(l.Initiatives)
	switch {
	case n > 0 && paying == 0:
		return fmt.Sprintf("None of %s is expected to pay for itself within a year.", reports.Plural(n, "initiative", "initiatives"))
	case n > 0:
		return fmt.Sprintf("%d of %s expected to pay, by %s a year together, each customer counted once.", paying, reports.Plural(n, "initiative is", "initiatives are"), b.money(l.Expected))
	case len(l.Themes) == 0:
		return "The register of initiatives is empty and no theme was found that enough customers share."
	}
	t := l.Themes[0]
	if t.Worth() <= 0 {
		return "The register of initiatives is empty, and no theme goes with fewer orders than customers alike place."
	}
	return fmt.Sprintf("The register of initiatives is empty; the largest theme is “%s” with %s a year at stake.", t.Name, b.money(t.Worth()))
}

func (b *book) initiativeTable() reports.Table[graded] {
	rank := map[string]int{}
	for i, g := range b.r.BottomLine.Initiatives {
		rank[g.Wording+"\x00"+g.Theme] = i + 1
	}
	return reports.Table[graded]{
		Title: "Register of initiatives, best first", Key: "Initiatives", Rows: b.r.BottomLine.Initiatives, Columns: []reports.Column[graded]{
			reports.Count("Rank", "By expected net value.", func(g graded) int { return rank[g.Wording+"\x00"+g.Theme] }),
			reports.Wrap("Initiative", "What is to be done.", func(g graded) string { return g.Wording }).Width(34),
			reports.Wrap("Pain or want", "What it takes up.", func(g graded) string { return capital(g.Want) + ": " + g.Theme }).Width(24),
			reports.CountIf("Customers", "Customers who show the theme, in the group the register names; blank: nobody does, see the words of the themes below.", func(g graded) (int64, bool) { return g.Customers, g.Found }),
			reports.CountIf("Reachable", "Of them, those who did not refuse contact.", func(g graded) (int64, bool) { return g.Reachable, g.Found }),
			reports.Text("Group", "Whom the register names.", groupOf),
			reports.MoneyIf("Profit if it works", "At stake with these customers a year, and expected of open enquiries about it.", func(g graded) (Money, bool) { return g.Value, g.Known }),
			reports.Percent0("Chance", "Chance that it works, the company's word.", func(g graded) float64 { return g.Chance }),
			reports.Money("Cost, first year", "Cost once and of twelve months.", func(g graded) Money { return g.Cost1 }),
			reports.Number1If("Payback, months", "Months until expected profit has paid the cost; blank: never.", func(g graded) (float64, bool) { return float(g.Payback) }),
			reports.MoneyIf("Expected net value", "Profit if it works × chance − cost of the first year.", func(g graded) (Money, bool) { return g.Net, g.Known }).Bold(),
			reports.Text("From – to", "The same at the ends of the gap's 95 % interval.", func(g graded) string { return b.amountRange(g.NetLow, g.NetHigh, g.Known) }),
			reports.Wrap("Confidence", "How well the gap is known.", func(g graded) string { return b.confidence(g.Gap, g.Matched, g.Measured) }).Width(24),
			reports.Text("Owner", "Who answers for it.", func(g graded) string { return g.Owner }),
			reports.Wrap("First step", "What comes first.", func(g graded) string { return g.FirstStep }).Width(28),
			reports.Text("Started", "Day it began; blank: not yet.", func(g graded) string { return started(g.Initiative) }),
			linkColumn(b, func(g graded) string { return g.Kind }),
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

// amountRange writes two amounts.
func (b *book) amountRange(low, high Money, known bool) string {
	if !known {
		return ""
	}
	return b.money(low) + " to " + b.money(high)
}

func started(i Initiative) string {
	if i.Started == 0 {
		return ""
	}
	return plain(i.Started)
}

func (b *book) initiativeChart() reports.Chart {
	c := reports.Chart{Key: "initiatives", Kind: reports.Bars, Value: b.scale(), Signed: true, Labels: true, Message: strings.TrimSuffix(b.initiativeFinding(), "."), Unit: "Expected net value of the first year, " + b.unit()}
	s := reports.Series{Name: "Expected net value"}
	for _, g := range first(b.r.BottomLine.Initiatives, mostGroups) {
		c.Categories = append(c.Categories, strings.TrimSuffix(g.Wording, "."))
		s.Values, s.Missing = append(s.Values, g.Net.Float()), append(s.Missing, !g.Known)
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

func fillIn() reports.Notes {
	return reports.Notes{Title: "What to fill in", Lines: []string{
		"Write what you plan to do about a theme into the register “initiatives” of the configuration:",
		"theme (the words of the table above), wording (one sentence), pain or want, owner, chance that it works, cost once and each month, first step, day it started, and the customers it treats (a segment or a list).",
		"The next report ranks your initiatives by expected net value. It invents no wording, chance or cost.",
	}}
}
