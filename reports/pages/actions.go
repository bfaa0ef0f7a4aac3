package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// How many cases an action asks for: what a team can do in a week.
const (
	callsAWeek  = 12
	talksAWeek  = 20
	mostActions = 3
)

// stake is what a customer's leaving would cost: risk times profit of 12 months,
// revenue where profit is not known. It is never below zero.
func (b *book) stake(r row) Money {
	if b.profitable() {
		return max(0, profitAtRisk(r))
	}
	return max(0, revenueAtRisk(r))
}

// basisWords is the head over the worth of actions: one basis for all.
func (b *book) basisWords() string {
	if b.profitable() {
		return "Chance × profit, ¤ a year"
	}
	return "Chance × revenue, ¤ a year"
}

// margin is profit per unit of revenue, to put enquiries and gaps on one basis.
func (b *book) margin() float64 {
	if !b.profitable() {
		return 1
	}
	x, _ := float(b.r.Profitability.Total.Margin())
	return min(max(0, x), 1)
}

// salesActions ranks what the sales team should do by its worth. A customer's money
// counts in the first action that takes it up.
func (b *book) salesActions() []reports.Action {
	taken := map[transform.CustomerID]bool{}
	list := []reports.Action{b.callAtRisk(taken), b.settleComplaints(taken), b.talkToFalling(taken), b.fixLosses(), b.answerEnquiries(), b.closeGaps(taken), b.secondOrders(), b.makeOffers()}
	list = slices.DeleteFunc(list, func(a reports.Action) bool { return a.Do == "" || a.Worth.Known && a.Worth.Amount <= 0 })
	slices.SortStableFunc(list, func(x, y reports.Action) int { return cmp.Compare(y.Worth.Amount, x.Worth.Amount) })
	return first(list, mostActions)
}

// pick takes the customers with most at stake that no action has taken yet.
func (b *book) pick(taken map[transform.CustomerID]bool, n int, want func(row) bool) []row {
	rows := b.where(func(r row) bool { return want(r) && !taken[r.ID] && b.stake(r) > 0 })
	rows = first(largest(rows, b.stake), n)
	for _, r := range rows {
		taken[r.ID] = true
	}
	return rows
}

func (b *book) callAtRisk(taken map[transform.CustomerID]bool) reports.Action {
	rows := b.pick(taken, callsAWeek, func(r row) bool { return r.AtRisk })
	a := reports.Action{
		Do:    fmt.Sprintf("Call the %s most likely to leave with the most at stake", reports.Plural(len(rows), "account", "accounts")),
		Worth: reports.MoneyValue(sum(rows, b.stake)), Where: "At risk", Who: "Each rep, by Wednesday",
	}
	why := "They are all that are at risk"
	if x, ok := of(sum(rows, revenueAtRisk), b.r.Overview.RevenueAtRisk); ok && x < 1 {
		why = fmt.Sprintf("They hold %s of all revenue at risk", reports.Percent0Words(x))
	}
	if n := silent(rows); n > 0 {
		why += fmt.Sprintf("; %s for more than twice the usual gap", reports.Plural(n, "has been silent", "have been silent"))
	}
	a.Why = why + "."
	return a
}

// silent counts who has not ordered for more than twice their usual gap.
func silent(rows []row) int {
	n := 0
	for _, r := range rows {
		if r.UsualGap.Known && r.DaysSince.Value > 2*r.UsualGap.Value {
			n++
		}
	}
	return n
}

func (b *book) settleComplaints(taken map[transform.CustomerID]bool) reports.Action {
	rows := b.pick(taken, talksAWeek, func(r row) bool { return r.OpenComplaints > 0 })
	var open int64
	for _, r := range rows {
		open += r.OpenComplaints
	}
	a := reports.Action{
		Do:    fmt.Sprintf("Settle %s of %s worth keeping", reports.Plural(open, "open complaint", "open complaints"), reports.Plural(len(rows), "customer", "customers")),
		Worth: reports.MoneyValue(sum(rows, b.stake)), Where: "Complaints", Who: "Service desk, by Friday",
	}
	if o := b.r.Overview.OldestComplaint; o.Known {
		a.Why = fmt.Sprintf("The oldest complaint has waited for %s.", reports.Plural(o.Value, "day", "days"))
	}
	return a
}

func (b *book) talkToFalling(taken map[transform.CustomerID]bool) reports.Action {
	rows := b.pick(taken, talksAWeek, func(r row) bool { return r.Active && r.Move == transform.MoveDeclining })
	return reports.Action{
		Do:    fmt.Sprintf("Ask %s why they buy less", reports.Plural(len(rows), "active account", "active accounts")),
		Why:   fmt.Sprintf("They bought %s less than in the 12 months before and are not yet on the at-risk call list.", b.money(sum(rows, fall))),
		Worth: reports.MoneyValue(sum(rows, b.stake)), Where: "Movers", Who: "Each rep, on the next visit",
	}
}

// fixLosses is certain: what is lost now is lost again if nothing is done.
func (b *book) fixLosses() reports.Action {
	if !b.profitable() {
		return reports.Action{}
	}
	rows := first(b.find(b.r.Profitability.LossMakers), talksAWeek)
	driver := "Cost of goods takes more than they pay"
	if b.costed() {
		driver = "Serving them costs more than their gross profit"
	}
	return reports.Action{
		Do:    fmt.Sprintf("Agree new terms with the %s", reports.Plural(len(rows), "largest loss-maker", "largest loss-makers")),
		Why:   fmt.Sprintf("%s; together they lose %s a year.", driver, b.money(-sum(rows, net))),
		Worth: reports.MoneyValue(-sum(rows, net)), Where: "Loss-makers", Who: "Sales manager",
	}
}

func (b *book) answerEnquiries() reports.Action {
	var worth Money
	var oldest int64
	for _, p := range b.r.Prospects.Rows {
		if p.Unanswered == 0 {
			continue
		}
		worth += p.Score.Value
		oldest = max(oldest, p.Waiting)
	}
	if b.r.Prospects.Unanswered == 0 {
		return reports.Action{}
	}
	a := reports.Action{
		Do:    fmt.Sprintf("Answer the %s", reports.Plural(b.r.Prospects.Unanswered, "enquiry nobody has replied to", "enquiries nobody has replied to")),
		Why:   fmt.Sprintf("The oldest has waited for %s; worth = value × share won of their channel × margin.", reports.Plural(oldest, "day", "days")),
		Worth: reports.MoneyValue(times(worth, b.margin())), Where: "Pipeline", Who: "Inside sales, by Friday",
	}
	if !b.scored() {
		a.Why = fmt.Sprintf("The oldest has waited for %s; too few were ever won or lost to say what they are worth.", reports.Plural(oldest, "day", "days"))
		a.Worth = reports.Value{Kind: reports.KindMoney}
	}
	return a
}

func times(m Money, x float64) Money { return Money(m.Float() * x * 10_000).Round(0) }

// closeGaps takes up the contracts furthest behind.
func (b *book) closeGaps(taken map[transform.CustomerID]bool) reports.Action {
	var behind []Money
	for _, c := range b.r.Contracts.Rows {
		if c.Gap.Known && c.Gap.Value < 0 && !taken[c.Customer] && c.Status != metrics.ContractMet {
			behind = append(behind, -c.Gap.Value)
		}
	}
	slices.SortFunc(behind, func(x, y Money) int { return cmp.Compare(y, x) })
	var short Money
	for _, gap := range first(behind, talksAWeek) {
		short += gap
	}
	return reports.Action{
		Do:    fmt.Sprintf("Bring the %s back to the agreed volume", reports.Plural(min(len(behind), talksAWeek), "contract furthest behind", "contracts furthest behind")),
		Why:   fmt.Sprintf("Together %s short of what was agreed to date; worth = gap × margin.", b.money(short)),
		Worth: reports.MoneyValue(times(short, b.margin())), Where: "Contracts", Who: "Account managers",
	}
}

// secondOrders is worth what the step from one purchase to several has been worth,
// times how often it was taken.
func (b *book) secondOrders() reports.Action {
	if !b.profitable() {
		return reports.Action{}
	}
	var waiting int64
	var worth Money
	for _, s := range b.r.Ladder.Steps {
		if s.From == metrics.Purchase && s.Worth.Known && s.Worth.Value > 0 {
			waiting += s.Waiting
			worth += s.Worth.Value
		}
	}
	return reports.Action{
		Do:    fmt.Sprintf("Win a second order from %s", reports.Plural(waiting, "customer who ordered once", "customers who ordered once")),
		Why:   "Worth = profit of those who ordered again less profit of those who did not × chance to go on within a year.",
		Worth: reports.MoneyValue(worth), Where: "Customer file", Who: "Marketing and inside sales",
	}
}
