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
	if b.unweighed() {
		return stakeBasis
	}
	return b.weighedWords()
}

func (b *book) weighedWords() string {
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
	if b.unweighed() {
		return b.mostWorth(b.salesStakes())
	}
	return b.mostWorth(b.salesDeeds(map[transform.CustomerID]bool{}))
}

// salesDeeds lists all that could be done. Their order is that in which they take customers up.
func (b *book) salesDeeds(taken map[transform.CustomerID]bool) []reports.Action {
	return []reports.Action{b.callAtRisk(taken), b.settleComplaints(taken), b.talkToFalling(taken), b.fixLosses(), b.answerEnquiries(), b.closeGaps(taken), b.secondOrders(false), b.makeOffers()}
}

// mostWorth puts the actions that are worth something in order, and leaves the first three.
func (b *book) mostWorth(list []reports.Action) []reports.Action {
	list = slices.DeleteFunc(list, func(a reports.Action) bool { return a.Do == "" || a.Worth.Known && a.Worth.Amount <= 0 })
	slices.SortStableFunc(list, func(x, y reports.Action) int { return cmp.Compare(y.Worth.Amount, x.Worth.Amount) })
	return first(b.inTurn(list), mostActions)
}

// pick takes the first n of a sheet's rows, in the order they stand there, that a
// condition holds for, that have something at stake and that no action has taken yet:
// so that readers find them on that sheet and can add them up.
func (b *book) pick(taken map[transform.CustomerID]bool, n int, listed []row, want func(row) bool) []row {
	var rows []row
	for _, r := range listed {
		if len(rows) < n && want(r) && !taken[r.ID] && b.stake(r) > 0 {
			rows, taken[r.ID] = append(rows, r), true
		}
	}
	return rows
}

// stakeWords says which column of the list adds up to the worth.
func (b *book) stakeWords() string {
	if b.profitable() {
		return b.profitWord() + " at risk"
	}
	return "revenue at risk"
}

func (b *book) callAtRisk(taken map[transform.CustomerID]bool) reports.Action {
	rows := b.pick(taken, callsAWeek, b.endangered(), func(row) bool { return true })
	if len(rows) == 0 {
		return reports.Action{}
	}
	a := reports.Action{
		Key: "call_at_risk", Do: fmt.Sprintf("Call the top %s at risk", oneOrMany(len(rows), "account", "accounts")),
		Worth: reports.MoneyValue(sum(rows, b.stake)), Where: "At risk", Who: "Each rep, by Wednesday",
	}
	why := "They are all that are at risk"
	if x, ok := of(sum(rows, revenueAtRisk), b.r.Overview.RevenueAtRisk); ok && x < 1 {
		why = fmt.Sprintf("They hold %s of all revenue at risk", reports.Percent0Words(x))
	}
	if n := silent(rows); n > 0 {
		why += fmt.Sprintf("; %s for more than twice the usual gap", reports.Plural(n, "has been silent", "have been silent"))
	}
	a.Why = why + "; worth = their " + b.stakeWords() + b.skipped(rows) + "."
	return a
}

// skipped says that the list holds accounts before the last called that leave nothing.
func (b *book) skipped(called []row) string {
	if slices.ContainsFunc(first(b.endangered(), len(called)), func(r row) bool { return b.stake(r) == 0 }) {
		return ", accounts without a profit left out"
	}
	return ""
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
	rows := b.pick(taken, talksAWeek, b.complaining(), func(r row) bool { return r.OpenComplaints > 0 })
	if len(rows) == 0 {
		return reports.Action{}
	}
	var open int64
	for _, r := range rows {
		open += r.OpenComplaints
	}
	a := reports.Action{
		Key: "settle_complaints", Do: fmt.Sprintf("Settle %s of %s worth keeping", reports.Plural(open, "open complaint", "open complaints"), reports.Plural(len(rows), "customer", "customers")),
		Worth: reports.MoneyValue(sum(rows, b.stake)), Where: "Complaints", Who: "Service desk, by Friday",
		Why: "The first of the list with something at stake and on no other list of calls; worth = their " + b.stakeWords() + ".",
	}
	if o := b.r.Overview.OldestComplaint; o.Known {
		a.Why = fmt.Sprintf("The oldest complaint has waited for %s; worth = their %s, of those not called anyway.", reports.Plural(o.Value, "day", "days"), b.stakeWords())
	}
	return a
}

func (b *book) talkToFalling(taken map[transform.CustomerID]bool) reports.Action {
	rows := b.pick(taken, talksAWeek, b.listedFalls(b.falls()), shrinking)
	if len(rows) == 0 {
		return reports.Action{}
	}
	return reports.Action{
		Key: "talk_to_falling", Do: fmt.Sprintf("Ask the first %s that fell why they buy less", oneOrMany(len(rows), "active account", "active accounts")),
		Why:   fmt.Sprintf("They bought %s less than in the 12 months before and are not called anyway; worth = their %s.", b.money(sum(rows, fall)), b.stakeWords()),
		Worth: reports.MoneyValue(sum(rows, b.stake)), Where: "Movers", Who: "Each rep, by Friday",
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
		Key: "fix_losses", Do: fmt.Sprintf("Agree new terms with the %s", oneOrMany(len(rows), "largest loss-maker", "largest loss-makers")),
		Why:   fmt.Sprintf("%s; together they lose %s a year, and will again.", driver, b.money(-sum(rows, net))),
		Worth: reports.MoneyValue(-sum(rows, net)), Where: "Loss-makers", Who: b.inMonth("Sales manager"),
	}
}

func (b *book) answerEnquiries() reports.Action {
	var worth Money
	var oldest, n int64
	for _, p := range first(b.piped(), mostProspects) { // who waits comes first there
		if p.Unanswered > 0 {
			worth, n, oldest = worth+p.Score.Value, n+p.Unanswered, max(oldest, p.Waiting)
		}
	}
	if n == 0 {
		return reports.Action{}
	}
	a := reports.Action{
		Key: "answer_enquiries", Do: fmt.Sprintf("Answer the %s", oneOrMany(n, "enquiry nobody has replied to", "enquiries nobody has replied to")),
		Why:   fmt.Sprintf("The oldest has waited for %s; worth = their expected value %s%s.", reports.Plural(oldest, "day", "days"), b.money(worth), b.timesMargin()),
		Worth: reports.MoneyValue(times(worth, b.margin())), Where: "Pipeline", Who: "Inside sales, by Friday",
	}
	if !b.scored() {
		a.Why = fmt.Sprintf("The oldest has waited for %s; too few were ever won or lost to say what they are worth.", reports.Plural(oldest, "day", "days"))
		a.Worth = reports.Value{Kind: reports.KindMoney}
	}
	return a
}

// timesMargin continues an amount of revenue to the profit it is worth.
func (b *book) timesMargin() string {
	if !b.profitable() {
		return ""
	}
	return " × " + reports.PercentWords(b.margin()) + " margin"
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
	worth, margin := times(short, b.margin()), b.timesMargin()
	if b.unweighed() { // all actions are worth revenue then
		worth, margin = short, ""
	}
	return reports.Action{
		Key: "close_gaps", Do: fmt.Sprintf("Bring the %s back to the agreed volume", oneOrMany(min(len(behind), talksAWeek), "contract furthest behind", "contracts furthest behind")),
		Why:   fmt.Sprintf("Not met, of customers not called anyway; worth = their gap %s%s.", b.money(short), margin),
		Worth: reports.MoneyValue(worth), Where: "Contracts", Who: b.inMonth("Account managers"),
	}
}
