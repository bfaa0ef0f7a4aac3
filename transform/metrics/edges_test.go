package metrics

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// heldTogether folds a company and fails where a check does not hold.
func heldTogether(t *testing.T, list []transform.History) *Results {
	t.Helper()
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	return r
}

func TestAMonthOfDataSaysWhatItCannotKnow(t *testing.T) {
	var list []transform.History
	for i := range 30 {
		list = append(list, customer(i, 1+i))
	}
	a := heldTogether(t, list).Attrition
	same(t, "nobody was there a year ago", a.Year.Of, 0)
	same(t, "no risk is learned", a.Model.AUC.Known, false)
	same(t, "and none told", len(a.AtRisk), 0)
	same(t, "no trend", a.Drift.P.Known || a.Drift.Monthly.Known, false)
	same(t, "nothing went with anybody", a.Gone, Gone{})
	same(t, "a cohort that has nothing behind it", OldEnough(a.Cohorts, 1, 1).Customers, 0)
	last := a.Months[len(a.Months)-1]
	same(t, "all are new in October", last.New+a.Months[len(a.Months)-2].New, 30)
	same(t, "and there", last.Closing, 30)
}

func TestOneCustomerWithMostOfTheRevenue(t *testing.T) {
	var list []transform.History
	for i := range 24 {
		list = append(list, customer(i, 700, 600, 500, 400, 300, 200, 100, 20))
	}
	big := customer(50, 700, 640, 580, 520, 460, 400, 340, 280, 220, 160)
	for i := range big.Orders {
		big.Orders[i].Net = extract.Some(euros(4000))
	}
	r := heldTogether(t, append(list, big))
	x := r.Row(idOf(50))
	if share := x.RevenueBefore.Float() / r.Overview.RevenueBefore.Customers.Float(); share < .6 {
		t.Fatalf("they bring %v of the revenue", share)
	}
	if x.StakeRevenue.Value > x.NextRevenue.Value || x.StakeRevenue.Value <= 0 {
		t.Errorf("%v at risk of %v", x.StakeRevenue.Value, x.NextRevenue.Value)
	}
}

func TestWhatIsDatedAheadChangesNothing(t *testing.T) {
	list := []transform.History{customer(1, 400, 100), customer(2, 50)}
	want := heldTogether(t, list).Attrition
	late := customer(1, 400, 100, -1, -40)
	late.Tickets = []extract.Ticket{ticket(1, extract.TopicComplaint, -3)}
	late.Tickets[0].Opened = noon(-3)
	late.Contracts = []extract.Contract{{Ref: ref("contract", 1), Status: extract.Valid, Starts: asOf + 1, Ends: asOf + 366, Monthly: extract.Some(euros(5))}}
	r := heldTogether(t, []transform.History{late, list[1]})
	same(t, "closing", r.Attrition.Months[23].Closing, want.Months[23].Closing)
	same(t, "complaint", r.Row(idOf(1)).LastComplaint, 0)
	same(t, "contract", len(r.Attrition.Held.Months), 0)
	same(t, "order days", r.Row(idOf(1)).OrderDays, 2)
}

func TestWhoComesAndLeavesInOneMonthIsBoth(t *testing.T) {
	h := customer(1, 20)
	h.Customer.ExitOn, h.Customer.ExitReason = asOf-15, "price"
	a := heldTogether(t, []transform.History{h}).Attrition
	last := a.Months[23]
	same(t, "new in October", last.New, 1)
	same(t, "and lost in November at the earliest", last.Lost, 0)
	same(t, "so there at its end", last.Closing, 1)
}

func TestTheOrderDaysToBeExpectedAreOfThoseWhoOrder(t *testing.T) {
	var list []transform.History
	for i := range 40 { // every fortnight, always
		var days []int
		for d := 3 + i%14; d < 900; d += 14 {
			days = append(days, d)
		}
		list = append(list, customer(i, days...))
	}
	r := heldTogether(t, list).Row(idOf(0))
	// 90 days hold six or seven of their order days, of 26 a year worth 100 each.
	if v := r.NextRevenue.Value.Float(); v < 600 || v > 700 {
		t.Errorf("%v within 90 days of who orders 100 every fortnight", v)
	}
	same(t, "usual gap", r.UsualGap, extract.Some(int64(14)))
}

func TestThreeRisesAndATrendAreTold(t *testing.T) {
	months := make([]AttritionMonth, 12)
	for i := range months {
		months[i] = AttritionMonth{Month: extract.Date(2025, time.November, 1).AddMonths(i), Opening: 1000, Lost: int64(10 + 3*i)}
	}
	d := driftOf(months)
	same(t, "rises", d.InARow, 11)
	same(t, "beyond chance", d.Clear() && d.Rising, true)
	months[11].Lost = 40 // as in the month before
	same(t, "as many again is no rise", driftOf(months).InARow, 0)
	for i := range months {
		months[i].Lost = 10
	}
	d = driftOf(months)
	same(t, "no trend", d.Clear(), false)
	same(t, "of a handful nothing is said", driftOf([]AttritionMonth{{Opening: 9, Lost: 1}, {Opening: 9, Lost: 1}, {Opening: 9, Lost: 1}}).P.Known, false)
	months[11].Partial = true
	same(t, "a month cut short is not read", len(lastComplete(months, 12)), 11)
}
