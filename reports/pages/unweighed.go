package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// stakeBasis is the head over the worth of actions whose chances nobody knows: the money
// the records hold, not weighed.
const stakeBasis = "At stake, chance not known, ¤"

// noChance ends the reasons of such actions.
const noChance = ", too few cases to say the chance."

// unweighed reports whether no chance is known of anything a report could ask for: too
// few customers to learn who leaves, too few enquiries won or lost, nobody who was led
// to a second order, nobody who answered an offer. Then all actions are worth the money
// at stake as it is recorded, so that one basis ranks them all.
func (b *book) unweighed() bool {
	return !b.judged() && !b.scored() && len(b.seconds) == 0 && b.makeOffers().Do == ""
}

// unweighedMarketing asks the same of what marketing could do besides.
func (b *book) unweighedMarketing() bool {
	return b.unweighed() && len(b.toStart()) == 0 && len(b.themeActions()) == 0 && len(b.worthwhile()) == 0
}

// salesStakes lists what sales could do about money at stake. Their order is that in
// which they take customers up.
func (b *book) salesStakes() []reports.Action {
	taken := map[transform.CustomerID]bool{}
	return append(b.enquiryStakes(), b.settleOpen(taken), b.askFallen(taken), b.winBack(taken, false), b.moreOrders(taken, false), b.collect(), b.fixLosses(), b.closeGaps(taken))
}

// marketingStakes lists what marketing could do about money at stake.
func (b *book) marketingStakes() []reports.Action {
	taken := map[transform.CustomerID]bool{}
	return []reports.Action{b.courtProspects(), b.winBack(taken, true), b.moreOrders(taken, true)}
}

// settleOpen takes up customers with an open complaint: what they buy is at stake.
func (b *book) settleOpen(taken map[transform.CustomerID]bool) reports.Action {
	rows := untaken(taken, talksAWeek, b.complaining(), func(r row) bool { return r.OpenComplaints > 0 && r.Revenue > 0 })
	if len(rows) == 0 {
		return reports.Action{}
	}
	var open int64
	for _, r := range rows {
		open += r.OpenComplaints
	}
	return reports.Action{
		Key: "settle_open", Do: fmt.Sprintf("Settle %s of %s", reports.Plural(open, "open complaint", "open complaints"), reports.Plural(len(rows), "customer who buys", "customers who buy")),
		Why:   "At stake = their revenue of 12 months" + noChance,
		Worth: reports.MoneyValue(sum(rows, revenue)), Where: "Complaints", Who: "Service desk, by Friday",
	}
}

// askFallen takes up accounts that bought less, whether they still buy or not.
func (b *book) askFallen(taken map[transform.CustomerID]bool) reports.Action {
	rows := untaken(taken, talksAWeek, b.listedFalls(b.falls()), func(r row) bool { return boughtLess(r) > 0 })
	if len(rows) == 0 {
		return reports.Action{}
	}
	return reports.Action{
		Key: "ask_fallen", Do: fmt.Sprintf("Ask the %s that fell why they buy less", b.firstOf(len(rows), "account", "accounts")),
		Why:   "At stake = what they bought less than the year before, at most their revenue then" + noChance,
		Worth: reports.MoneyValue(sum(rows, boughtLess)), Where: "Movers", Who: "Each rep, by Friday",
	}
}

// firstOf says "first 20 accounts" where a list is taken up to what a team can do in a
// week, "2 accounts" where all of it is.
func (b *book) firstOf(n int, one, many string) string {
	if n < talksAWeek {
		return oneOrMany(n, one, many)
	}
	return "first " + oneOrMany(n, one, many)
}

// boughtLess is what an account bought less than the year before, no more than it had
// bought. Nothing where credit notes alone make it fall: who is to be asked why they buy
// less must have.
func boughtLess(r row) Money {
	if creditedOnly(r) {
		return 0
	}
	return max(0, min(fall(r), r.RevenueBefore))
}

// creditedOnly reports whether an account bought no less than the year before, and fell
// by credit notes.
func creditedOnly(r row) bool { return r.Credited > 0 && r.Revenue+r.Credited >= r.RevenueBefore }

// winBack takes up who has stopped buying and brought something in 24 months.
func (b *book) winBack(taken map[transform.CustomerID]bool, marketing bool) reports.Action {
	rows := untaken(taken, len(b.rows), b.onFile(marketing), func(r row) bool { return r.State == transform.StateLost && ofTwoYears(r) > 0 })
	if len(rows) == 0 {
		return reports.Action{}
	}
	return reports.Action{
		Key: "win_back", Do: fmt.Sprintf("Win back %s who stopped buying", reports.Plural(len(rows), "customer", "customers")),
		Why:   "Status Lost; at stake = their revenue of this year and last, where that is above zero" + noChance,
		Worth: reports.MoneyValue(sum(rows, ofTwoYears)), Where: "Customer file", Who: b.inMonth("Marketing with sales"),
	}
}

func ofTwoYears(r row) Money { return r.Revenue + r.RevenueBefore }

// moreOrders takes up active customers of one order: another like it is at stake.
func (b *book) moreOrders(taken map[transform.CustomerID]bool, marketing bool) reports.Action {
	rows := untaken(taken, len(b.rows), b.onFile(marketing), func(r row) bool { return r.Active && r.Rung == metrics.Purchase && r.Revenue > 0 })
	if len(rows) == 0 {
		return reports.Action{}
	}
	return reports.Action{
		Key: "more_orders", Do: fmt.Sprintf("Win a second order from %s", reports.Plural(len(rows), "customer who ordered once", "customers who ordered once")),
		Why:   "Status Active, loyalty step Purchase; at stake = another order like it, their revenue of 12 months" + noChance,
		Worth: reports.MoneyValue(sum(rows, revenue)), Where: "Customer file", Who: b.inMonth("Marketing with sales"),
	}
}

// collect takes up open invoices, due or not: no list says which are.
func (b *book) collect() reports.Action {
	var owed Money
	n := 0
	for _, r := range b.onFile(false) {
		if r.Receivable.Known && r.Receivable.Value > 0 {
			owed, n = owed+r.Receivable.Value, n+1
		}
	}
	if n == 0 {
		return reports.Action{}
	}
	return reports.Action{
		Key: "collect", Do: fmt.Sprintf("Go through the open invoices of %s", reports.Plural(n, "customer", "customers")),
		Why:   "Not fully paid on the last day, due or not; at stake = column “Open invoices”, with tax.",
		Worth: reports.MoneyValue(owed), Where: "Customer file", Who: b.inMonth("Sales with accounting"),
	}
}

// untaken takes the first n rows of a sheet that a condition holds for and no action has
// taken up, and marks them.
func untaken(taken map[transform.CustomerID]bool, n int, listed []row, want func(row) bool) []row {
	var rows []row
	for _, r := range listed {
		if len(rows) < n && want(r) && !taken[r.ID] {
			rows, taken[r.ID] = append(rows, r), true
		}
	}
	return rows
}
