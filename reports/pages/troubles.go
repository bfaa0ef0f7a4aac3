package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform"
)

// What stands in for themes where sources hold neither tickets nor surveys,
// questionnaires or enquiries: signs read off the orders.

// pain is a theme many customers share, with the money behind it.
type pain struct {
	code   string
	name   string
	people []row
	stake  Money
}

// troubles groups customers by the main sign recorded about them, most money first.
// Each customer's money is in one theme only.
func (b *book) troubles() []pain {
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

// troubleTable shows the signs with the money behind them.
func (b *book) troubleTable(list []pain) reports.Table[pain] {
	word := "revenue"
	if b.profitable() {
		word = b.profitWord()
	}
	t := reports.Table[pain]{Title: "What troubles customers who buy, read off their orders", Key: "Troubles", Rows: list, Columns: []reports.Column[pain]{
		reports.Text("Theme", "The strongest sign recorded about each customer; an association, no proof.", func(p pain) string { return p.name }).Width(34),
		reports.Count("Customers", "Customers whose strongest sign it is.", func(p pain) int { return len(p.people) }),
		scaled(b, "Revenue", "Their net revenue of 12 months.", func(p pain) Money { return sum(p.people, revenue) }),
		reports.Money("At stake", "Risk × "+word+" of 12 months of these customers.", func(p pain) Money { return p.stake }).Bold(),
		reports.Text("What usually comes first", "One line for each theme.", func(p pain) string { return nextStep(p.code) }),
	}}
	if len(list) == 0 {
		t.Note = "No sign is recorded about customers who buy."
		if !b.judged() {
			t.Note = "Signs are weighed by the risk of leaving, and there are too few customers, or too short a past, to learn it from."
		}
	}
	return t
}

// troubleActions are the three signs with most at stake.
func (b *book) troubleActions() []reports.Action {
	var list []reports.Action
	for _, p := range first(b.troubles(), mostActions) {
		list = append(list, reports.Action{
			Key: "sign " + p.code, Do: troubleDeed(p.code, len(p.people)), Why: fmt.Sprintf("%s. Name an owner, a chance and a cost in the register of initiatives.", p.name),
			Worth: reports.MoneyValue(p.stake), Where: "Initiatives", Who: b.inMonth(whoForTrouble(p.code)),
		})
	}
	return list
}

// troubleDeed says what to do about a sign, verb first.
func troubleDeed(code string, n int) string {
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

func whoForTrouble(code string) string {
	switch code {
	case transform.ReasonComplaint, transform.ReasonLate, transform.ReasonReturns:
		return "Marketing with operations"
	case transform.ReasonContract, transform.ReasonShrinking, transform.ReasonOverdue:
		return "Marketing with sales"
	}
	return "Marketing"
}
