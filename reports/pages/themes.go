package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform"
)

// pain is a theme many customers share, with the money behind it.
type pain struct {
	code   string
	name   string
	people []row
	stake  Money
}

// themes groups customers by the main sign recorded about them, most money first.
// Each customer's money is in one theme only.
func (b *book) themes() []pain {
	at := map[string]int{}
	var list []pain
	for _, r := range b.rows {
		if r.Reason == "" || r.Orders == 0 {
			continue
		}
		i, seen := at[r.Reason]
		if !seen {
			i = len(list)
			at[r.Reason] = i
			list = append(list, pain{code: r.Reason, name: theme(r.Reason)})
		}
		list[i].people = append(list[i].people, r)
		list[i].stake += b.stake(r)
	}
	list = slices.DeleteFunc(list, func(p pain) bool { return p.stake <= 0 })
	slices.SortFunc(list, func(x, y pain) int { return cmp.Or(cmp.Compare(y.stake, x.stake), cmp.Compare(x.name, y.name)) })
	return list
}

func (b *book) themeTable(list []pain) reports.Table[pain] {
	word := "revenue"
	if b.profitable() {
		word = b.profitWord()
	}
	t := reports.Table[pain]{Title: "Themes: what troubles customers who buy", Key: "Themes", Rows: list, Columns: []reports.Column[pain]{
		reports.Text("Theme", "The strongest sign recorded about each customer; an association, no proof.", func(p pain) string { return p.name }).Width(34),
		reports.Count("Customers", "Customers whose strongest sign it is.", func(p pain) int { return len(p.people) }),
		scaled(b, "Revenue", "Their net revenue of 12 months.", func(p pain) Money { return sum(p.people, revenue) }),
		reports.Money("At stake", "Risk × "+word+" of 12 months of these customers.", func(p pain) Money { return p.stake }).Bold(),
		reports.Text("What usually comes first", "One line for each theme.", func(p pain) string { return nextStep(p.code) }),
	}}
	if len(list) == 0 {
		t.Note = "No sign is recorded about customers who buy."
		if !b.judged() {
			t.Note = "Themes are weighed by the risk of leaving, and there are too few customers, or too short a past, to learn it from."
		}
	}
	return t
}

func (b *book) themeChart(list []pain) reports.Chart {
	c := reports.Chart{Key: "themes", Kind: reports.Bars, Value: b.scale(), Labels: true, Unit: "Risk × profit of 12 months by theme, " + b.unit(), Message: "No theme with money at stake was found"}
	if !b.profitable() {
		c.Unit = "Risk × revenue of 12 months by theme, " + b.unit()
	}
	s := reports.Series{Name: "At stake", Role: reports.Actual}
	for _, p := range list {
		c.Categories = append(c.Categories, p.name)
		s.Values = append(s.Values, p.stake.Float())
	}
	if len(list) > 0 {
		c.Message = fmt.Sprintf("“%s” puts most at stake: %s", list[0].name, b.money(list[0].stake))
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// initiativeBasis is the head over the worth of marketing's actions.
func (b *book) initiativeBasis() string {
	if len(b.in.Initiatives) > 0 {
		return "Expected net value, ¤ a year"
	}
	return b.basisWords()
}

// marketingActions are the three best initiatives not begun or, while the register
// is empty, the three themes with most at stake.
func (b *book) marketingActions() []reports.Action {
	var list []reports.Action
	for _, g := range b.register() {
		if g.matched && g.net > 0 && (g.Started == 0 || g.Started > b.r.Period.To) {
			list = append(list, reports.Action{
				Do: strings.TrimSuffix(g.Wording, "."), Why: fmt.Sprintf("%s: %s. First step: %s", capital(g.Want), concerns(g.people, g.Theme), g.FirstStep),
				Worth: reports.MoneyValue(g.net), Where: "Initiatives", Who: g.Owner,
			})
		}
	}
	if len(b.in.Initiatives) > 0 {
		return first(list, mostActions)
	}
	for _, p := range b.themes() {
		list = append(list, reports.Action{
			Do:    themeDeed(p.code, len(p.people)),
			Why:   fmt.Sprintf("%s. Name an owner, a chance and a cost in the register of initiatives.", p.name),
			Worth: reports.MoneyValue(p.stake), Where: "Initiatives", Who: whoFor(p.code),
		})
	}
	return first(list, mostActions)
}

// themeDeed says what to do about a theme, verb first.
func themeDeed(code string, n int) string {
	who := reports.Plural(n, "customer", "customers")
	switch code {
	case transform.ReasonOverdue:
		return "Win back " + who + " silent for longer than usual"
	case transform.ReasonShrinking:
		return "Ask " + who + " why they buy less"
	case transform.ReasonComplaint:
		return "Settle what " + who + " complained about"
	case transform.ReasonUnhappy:
		return "Call " + who + " with a low rating"
	case transform.ReasonLate:
		return "Keep delivery days for " + who + " who waited"
	case transform.ReasonReturns:
		return "Find out why goods come back from " + who
	case transform.ReasonOneOrder:
		return "Bring " + who + " of one order to a second"
	case transform.ReasonContract:
		return "Renew the contracts of " + who
	case transform.ReasonUnanswered:
		return "Answer " + who + " with an open enquiry"
	}
	return "Remind " + who + " who order seldom"
}

func concerns(rows []row, theme string) string {
	return fmt.Sprintf("%s (%s)", theme, reports.Plural(len(rows), "customer", "customers"))
}

func whoFor(code string) string {
	switch code {
	case transform.ReasonComplaint, transform.ReasonLate, transform.ReasonReturns:
		return "Marketing with operations"
	case transform.ReasonContract, transform.ReasonShrinking, transform.ReasonOverdue:
		return "Marketing with sales"
	}
	return "Marketing"
}
