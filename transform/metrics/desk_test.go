package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// contactOf is a ticket so many days ago, answered after minutes and closed after
// days; -1 is never.
func contactOf(n int, topic string, ago, answered, closed int) extract.Ticket {
	t := ticket(n, topic, 0)
	t.Opened = noon(ago)
	t.Direction, t.Channel = extract.Incoming, "phone"
	if answered >= 0 {
		t.Answered = t.Opened + extract.Instant(answered)*60e6
	}
	if closed >= 0 {
		t.Closed = t.Opened + extract.Instant(closed)*86_400e6
	}
	return t
}

func deskOf(t *testing.T, ledger transform.Ledger, list ...transform.History) Service {
	t.Helper()
	r := finished(t, october(), &ledger, Defaults(), list).Results(transform.Scope{})
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	return r.Service
}

func ofAll(r Rate) [2]int64 { return [2]int64{r.Part, r.Of} }

func tenth(x float64) extract.Opt[extract.Decimal] { return decimal(x) }

func TestOrdersOfUnknownCustomersAreUnmatchedOrNew(t *testing.T) {
	nobody := transform.History{Orders: []transform.Order{order(900, 10, 50)}}
	v := deskOf(t, transform.Ledger{}, customer(1, 500, 3, 3), customer(2, 20), nobody)
	same(t, "orders", v.Now.Orders, 4)
	same(t, "a day", v.Now.OrdersPerDay, decimal(4./365).Value)
	same(t, "unmatched: of nobody we know", ofAll(v.Now.Unmatched), [2]int64{1, 4})
	same(t, "new: a customer's first order", ofAll(v.Now.New), [2]int64{1, 4})
	same(t, "unknown: both", ofAll(v.Now.Unknown), [2]int64{2, 4})
	same(t, "the year before the older customer was new", ofAll(v.Was.Unknown), [2]int64{1, 1})
	same(t, "most days have no order", v.Now.MedianOrders, tenth(0))
	same(t, "both orders of a day are counted in its month", v.Months[len(v.Months)-1].Orders, 4)
	same(t, "three orders on 52 Thursdays, two of them on one day", v.Weekdays[3].Orders, decimal(3./52).Value)
}

func TestTheDeskByHand(t *testing.T) {
	h := customer(1, 500)
	where := extract.TopicOrderStatus
	h.Tickets = []extract.Ticket{
		contactOf(1, where, 60, 10, 1), contactOf(2, where, 52, 60, 1), contactOf(3, where, 44, 30, 1),
		contactOf(4, where, 40, -1, -1), // asks again within the week of the third, and waits
		contactOf(5, extract.TopicComplaint, 30, 120, 5), contactOf(6, extract.TopicComplaint, 20, 120, 6),
		contactOf(7, extract.TopicComplaint, 3, -1, -1), // too young to judge
		contactOf(8, extract.TopicComplaint, 400, 120, 2),
		contactOf(9, where, 50, 1, 0), contactOf(10, where, 50, 1, 0),
	}
	h.Tickets[8].Direction, h.Tickets[9].Direction = extract.Internal, extract.Internal
	h.Tickets[8].Order = "1"
	h.Tickets[0].Reopened = 1
	h.Tickets[4].Upheld, h.Tickets[5].Upheld = "yes", "no"
	h.Tickets[4].Promised, h.Tickets[5].Promised = noon(20), noon(18)
	d := deskOf(t, transform.Ledger{}, h).Now
	same(t, "contacts with customers", d.Contacts, 7)
	same(t, "internal ones apart", d.Internal, 2)
	same(t, "one names an order, four asked", d.PerStatus, tenth(.25))
	same(t, "minutes to the answer: 10, 30, 60", d.Status, tenth(30))
	same(t, "nine of ten within", d.StatusSlow, tenth(60))
	same(t, "closed within five days: five days yes, six no, three days old not judged", ofAll(d.Resolved5), [2]int64{1, 2})
	same(t, "opened again, of those closed", ofAll(d.Reopened), [2]int64{1, 5})
	same(t, "justified", ofAll(d.Upheld), [2]int64{1, 2})
	same(t, "promises: kept on day 25, broken on day 14", ofAll(d.Promised), [2]int64{1, 2})
	same(t, "first contact: not the reopened, the repeated, the open; not judged the last week", ofAll(d.FirstContact), [2]int64{3, 6})
	same(t, "half the complaints are closed by day five; the open one counts as watched so long", d.ComplaintDays, tenth(5))
	same(t, "open at the end", d.Open, 2)
}

func TestContactsOfOneDayAreJudgedInOrderOfTime(t *testing.T) {
	h := customer(1, 500)
	early, late := contactOf(9, extract.TopicOrderStatus, 40, 1, 1), contactOf(1, extract.TopicOrderStatus, 40, 1, 1)
	late.Opened += 3600e6
	late.Reopened = 1
	h.Tickets = []extract.Ticket{late, early}
	d := deskOf(t, transform.Ledger{}, h).Now
	same(t, "the first asked again an hour later, the second was opened again", ofAll(d.FirstContact), [2]int64{0, 2})
}

func TestTheDeskBeforeLooksAtItsOwnYear(t *testing.T) {
	h := customer(1, 700)
	h.Tickets = []extract.Ticket{contactOf(1, extract.TopicBilling, 400, 5, 100), contactOf(2, extract.TopicBilling, 380, 5, 2), contactOf(3, extract.TopicBilling, 20, 5, 1)}
	v := deskOf(t, transform.Ledger{}, h)
	same(t, "contacts", [2]int64{v.Was.Contacts, v.Now.Contacts}, [2]int64{2, 1})
	same(t, "open a year ago", [2]int64{v.Was.Open, v.Now.Open}, [2]int64{1, 0})
	same(t, "by subject", [2]int64{v.Topics[0].Before, v.Topics[0].Count}, [2]int64{2, 1})
}

func TestSubjectsShareTheCostOfTheDeskByMinutes(t *testing.T) {
	l := transform.Ledger{Costs: []extract.CostPool{{Ref: ref("cost", 1), Month: asOf.AddMonths(-1), Activity: "service", Amount: euros(100)}}}
	h := customer(1, 500)
	h.Tickets = []extract.Ticket{
		contactOf(1, extract.TopicComplaint, 10, 1, 1), contactOf(2, extract.TopicBilling, 10, 1, 1), contactOf(3, "", 10, 1, 1),
	}
	h.Tickets[0].Minutes, h.Tickets[1].Minutes = minutes(20), minutes(12) // nobody timed the third: 8 are assumed
	topics := deskOf(t, l, h).Topics
	got := map[string]extract.Opt[Money]{}
	for _, x := range topics {
		got[x.Name] = x.Cost
	}
	same(t, "20 of 40 minutes", got[extract.TopicComplaint], extract.Some(euros(50)))
	same(t, "12 of 40 minutes", got[extract.TopicBilling], extract.Some(euros(30)))
	same(t, "without a topic it is other, at the assumed minutes", got[extract.TopicOther], extract.Some(euros(20)))
	same(t, "without a pool nothing is known", deskOf(t, transform.Ledger{}, h).Topics[0].Cost.Known, false)
}

func TestSalesCallsAreFollowedByOrdersWithinSevenDays(t *testing.T) {
	call := func(n, ago int) extract.Activity {
		return extract.Activity{Ref: ref("call", n), At: noon(ago), Type: extract.ActivityCall}
	}
	h := customer(1, 100, 94, 93, 40, 2)
	h.Activities = []extract.Activity{
		call(1, 100), // the same day counts, and six days later once more
		call(2, 47),  // seven days later is too late
		call(3, 33),  // only before
		call(4, 3),   // not seven days old
		{Ref: ref("visit", 1), At: noon(94), Type: extract.ActivityVisit},
	}
	s := deskOf(t, transform.Ledger{}, h).Now.Sales
	same(t, "calls", s.Calls, 4)
	same(t, "followed", ofAll(s.Followed), [2]int64{1, 3})
	same(t, "preceded", ofAll(s.Preceded), [2]int64{1, 3})
	same(t, "each order once", s.Revenue, euros(300))
}

func TestFlowsCountWhatIsRecorded(t *testing.T) {
	h := customer(1, 100, 50)
	h.Orders[0].ShipCountry = "FR"
	r := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{h, customer(2)}).Results(transform.Scope{})
	same(t, "of two orders one says where to", r.Data.Flow(extract.Orders, "ship_country"), Flow{extract.Orders, "ship_country", 2, 1})
	same(t, "of two customers none says why they left", r.Data.Flow(extract.Parties, "exit_reason"), Flow{extract.Parties, "exit_reason", 2, 0})
	same(t, "of no ticket none was reopened", r.Data.Flow(extract.Tickets, "reopened"), Flow{extract.Tickets, "reopened", 0, 0})
}
