package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
)

// graded is an initiative of the register with what it would be worth.
type graded struct {
	Initiative
	people  []row
	matched bool  // the theme, segment or list names customers
	gain    Money // profit a year kept if it works
	cost    Money // of the first year
	net     Money // expected: chance × gain − cost
}

// grade finds whom an initiative concerns and what it would be worth.
func (b *book) grade(i Initiative) graded {
	g := graded{Initiative: i, cost: i.Cost + 12*i.Monthly}
	g.people, g.matched = b.concerned(i)
	g.gain = sum(g.people, b.stake)
	g.net = times(g.gain, i.Chance) - g.cost
	return g
}

// concerned finds the customers of an initiative: single ones, a segment, or those
// its theme names.
func (b *book) concerned(i Initiative) ([]row, bool) {
	switch {
	case len(i.Customers) > 0:
		var rows []row
		for _, id := range i.Customers {
			rows = append(rows, b.where(func(r row) bool { return string(r.ID) == id })...)
		}
		return rows, len(rows) > 0
	case i.Segment != "":
		rows := b.where(func(r row) bool {
			return strings.EqualFold(r.RFMSegment, i.Segment) || strings.EqualFold(r.Segment, i.Segment)
		})
		return rows, len(rows) > 0
	}
	rows := b.where(func(r row) bool { return r.Orders > 0 && themed(r, i.Theme) })
	return rows, len(rows) > 0
}

// themed reports whether a theme fits what is recorded about a customer.
func themed(r row, word string) bool {
	for _, s := range []string{theme(r.Reason), theme(r.Also), r.TopNeed, r.Asked, r.OldestSubject, r.ExitReason, r.Reason, r.Also} {
		if s != "" && strings.EqualFold(s, word) {
			return true
		}
	}
	return false
}

// register is the company's initiatives, best expected net value first.
func (b *book) register() []graded {
	var list []graded
	for _, i := range b.in.Initiatives {
		list = append(list, b.grade(i))
	}
	slices.SortStableFunc(list, func(x, y graded) int { return cmp.Or(cmp.Compare(y.net, x.net), cmp.Compare(x.Wording, y.Wording)) })
	return list
}

// initiativePage ranks the register; where it is empty it shows themes with their
// money and says what to fill in.
func (b *book) initiativePage() reports.Page {
	list, themes := b.register(), b.themes()
	board := reports.Board{Head: reports.Head{
		Tab: "Initiatives", Title: "Initiatives",
		Question: "Which pains and wants should we turn into action, and what is it worth?",
		Finding:  b.initiativeFinding(list, themes),
		Note:     "Profit if it works = risk × profit of the customers concerned; expected net value = profit × chance − cost of the first year. Wording, chance and cost are the company's own.",
	}}
	if len(list) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.initiativeChart(list)}, reports.Band{b.initiativeTable(list)})
	} else {
		board.Bands = append(board.Bands, reports.Band{b.themeChart(themes)})
	}
	board.Bands = append(board.Bands, reports.Band{b.themeTable(themes)})
	if len(list) == 0 {
		board.Bands = append(board.Bands, reports.Band{fillIn()})
	}
	return board
}

func (b *book) initiativeFinding(list []graded, themes []pain) string {
	paying := 0
	var worth Money
	for _, g := range list {
		if g.net > 0 {
			paying++
			worth += g.net
		}
	}
	switch {
	case len(list) > 0 && paying == 0:
		return fmt.Sprintf("None of %s is expected to pay for itself within a year.", reports.Plural(len(list), "initiative", "initiatives"))
	case len(list) > 0:
		return fmt.Sprintf("%d of %s expected to pay, by %s a year together.", paying, reports.Plural(len(list), "initiative is", "initiatives are"), b.money(worth))
	case len(themes) == 0:
		return "The register of initiatives is empty and no theme with money at stake was found."
	}
	return fmt.Sprintf("The register of initiatives is empty; the largest theme is “%s” with %s a year at stake.", themes[0].name, b.money(themes[0].stake))
}

func (b *book) initiativeTable(list []graded) reports.Table[graded] {
	return reports.Table[graded]{Title: "Register of initiatives, best first", Key: "Initiatives", Rows: list, Columns: []reports.Column[graded]{
		reports.Wrap("Initiative", "What is to be done.", func(g graded) string { return g.Wording }).Width(34),
		reports.Text("Pain or want", "What it takes up.", func(g graded) string { return capital(g.Want) + ": " + g.Theme }),
		reports.CountIf("Customers", "Customers concerned; blank: name a segment or customers in the register.", func(g graded) (int, bool) { return len(g.people), g.matched }),
		reports.MoneyIf("Profit if it works", "Risk × profit of the customers concerned, a year.", func(g graded) (Money, bool) { return g.gain, g.matched }),
		reports.Percent0("Chance", "Chance that it works, the company's word.", func(g graded) float64 { return g.Chance }),
		reports.Money("Cost, first year", "Cost once and of twelve months.", func(g graded) Money { return g.cost }),
		reports.Number1If("Payback, months", "Months until expected profit has paid the cost; blank: never.", payback),
		reports.MoneyIf("Expected net value", "Profit × chance − cost of the first year.", func(g graded) (Money, bool) { return g.net, g.matched }).Bold(),
		reports.Text("Owner", "Who answers for it.", func(g graded) string { return g.Owner }),
		reports.Wrap("First step", "What comes first.", func(g graded) string { return g.FirstStep }).Width(28),
		reports.Text("Started", "Day it began; blank: not yet.", func(g graded) string { return started(g.Initiative) }),
	}}
}

func started(i Initiative) string {
	if i.Started == 0 {
		return ""
	}
	return plain(i.Started)
}

// payback is the months expected profit takes to pay the cost once.
func payback(g graded) (float64, bool) {
	monthly := g.gain.Float()*g.Chance/12 - g.Monthly.Float()
	if !g.matched || monthly <= 0 {
		return 0, false
	}
	return g.Cost.Float() / monthly, true
}

func (b *book) initiativeChart(list []graded) reports.Chart {
	c := reports.Chart{Key: "initiatives", Kind: reports.Bars, Value: b.scale(), Signed: true, Labels: true, Message: strings.TrimSuffix(b.initiativeFinding(list, nil), "."), Unit: "Expected net value of the first year, " + b.unit()}
	s := reports.Series{Name: "Expected net value"}
	for _, g := range first(list, mostGroups) {
		c.Categories = append(c.Categories, strings.TrimSuffix(g.Wording, "."))
		s.Values, s.Missing = append(s.Values, g.net.Float()), append(s.Missing, !g.matched)
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

func fillIn() reports.Notes {
	return reports.Notes{Title: "What to fill in", Lines: []string{
		"Write what you plan to do about a theme into the register “initiatives” of the configuration:",
		"theme, wording (one sentence), pain or want, owner, chance that it works, cost once and each month, first step, day it started, and the customers it concerns (a segment or a list).",
		"The next report ranks your initiatives by expected net value. It invents no wording, chance or cost.",
	}}
}
