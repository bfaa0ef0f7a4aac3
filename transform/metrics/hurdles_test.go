package metrics

import (
	"math"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// laddered is a company whose climb can be followed by hand: known for 500 days,
// first orders so many days ago each.
func laddered(change func([]transform.History)) Ladder {
	list := []transform.History{
		customer(1, 400, 300), // 100 days from known to purchase, 100 to multiple
		customer(2, 200),      // 300 days, waits for 200
		customer(3, 450),      // 50 days, waits for 450
		customer(4),           // waits below for 500
	}
	for i := range list {
		list[i].Customer.Since = noon(500)
	}
	if change != nil {
		change(list)
	}
	s := New(october(), &transform.Ledger{}, Defaults())
	for i := range list {
		if err := s.Add(&list[i]); err != nil {
			panic(err)
		}
	}
	if err := s.Finish(); err != nil {
		panic(err)
	}
	return s.Results(transform.Scope{}).Ladder
}

func nearly(t *testing.T, what string, got extract.Opt[extract.Decimal], want float64) {
	t.Helper()
	if !got.Known || math.Abs(got.Value.Float()-want) > 1e-6 {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestGoingOnIsOfAllWhoReachedTheRung(t *testing.T) {
	h := laddered(nil).Hurdles
	same(t, "known of", h[0].Conversion.Of, 4)
	same(t, "went on to a trial", h[0].Conversion.Part, 3)
	// 50, 100 and 300 days, one still waiting after 500: 3/4 × 2/3 × 1/2 wait on.
	nearly(t, "within a year", h[0].Within, .75)
	nearly(t, "median", h[0].Median, 100)
	// The curve is flat from day 300 on, so who has waited 500 days has no chance left.
	nearly(t, "chance now", h[0].Next, 0)

	same(t, "purchased", h[2].Conversion.Of, 3)
	same(t, "bought again", h[2].Conversion.Part, 1)
	// One of three at risk goes on at day 100, the others wait for 200 and 450.
	nearly(t, "within a year", h[2].Within, 1./3)
	nearly(t, "chance now", h[2].Next, 0)
	if h[2].Median.Known {
		t.Error("a median where fewer than half went on")
	}
}

func TestWaitingShortLeavesTheChanceAhead(t *testing.T) {
	h := laddered(func(l []transform.History) { l[1].Orders[0].At = noon(50) }).Hurdles[2]
	// At day 100 two are at risk: one goes on, so half do; who waits for 50 days has
	// that ahead, who waits for 450 has nothing: a quarter in the mean.
	nearly(t, "within a year", h.Within, .5)
	nearly(t, "chance now", h.Next, .25)
}

func TestAQuoteIsATrialFromItsDay(t *testing.T) {
	h := laddered(func(l []transform.History) {
		l[3].Activities = []extract.Activity{{Ref: ref("quote", 1), Type: extract.ActivityQuote, At: noon(480)}}
	}).Hurdles
	same(t, "all have tried", h[0].Conversion.Part, 4)
	same(t, "waiting on trial", h[1].Waiting, 1)
	same(t, "tried", h[1].Conversion.Of, 4)
	same(t, "purchased", h[1].Conversion.Part, 3)
	// Three buy the day they try, the fourth has waited for 480 days.
	nearly(t, "within a year", h[1].Within, .75)
}

func TestWhoIsKnownSinceNobodyKnowsWhenIsCountedApart(t *testing.T) {
	h := laddered(func(l []transform.History) { l[3].Customer.Since = 0 }).Hurdles[0]
	same(t, "waiting", h.Waiting, 1)
	same(t, "undated", h.Undated, 1)
	same(t, "in the share", h.Conversion.Of, 3)
	h = laddered(func(l []transform.History) {
		l[3].Customer.Since = 0
		l[3].Tickets = []extract.Ticket{{Ref: ref("ticket", 1), Opened: noon(90)}}
	}).Hurdles[0]
	same(t, "undated once a ticket dates them", h.Undated, 0)
	same(t, "in the share once a ticket dates them", h.Conversion.Of, 4)
}

func TestWhoFellBackWaitsAndIsNamed(t *testing.T) {
	h := laddered(func(l []transform.History) { l[0] = customer(1, 900, 840, 780, 720, 660, 600) }).Hurdles[3]
	same(t, "waiting", h.Waiting, 1)
	same(t, "fell back", h.FellBack, 1)
	same(t, "went on", h.Conversion.Part, 1)
}

func TestAHandfulIsScoredByLimits(t *testing.T) {
	for _, c := range []struct {
		name    string
		ago     []int
		r, f    int64
		segment string
	}{
		{"a sixth of the time to lapse is recent", []int{90, 80, 70, 30}, 5, 4, Champions},
		{"a day more is not", []int{90, 80, 70, 31}, 4, 4, Loyal},
		{"two thirds are half way", []int{500, 400, 120}, 3, 3, NeedsAttention},
		{"at the edge of being lost", []int{900, 800, 700, 600, 500, 400, 300, 180}, 2, 5, CantLose},
		{"lost", []int{300, 181}, 1, 2, LostCustomers},
		{"one order day lately is new", []int{10}, 5, 1, NewCustomers},
	} {
		t.Run(c.name, func(t *testing.T) {
			row, r := only(t, customer(1, c.ago...), transform.Ledger{}, Defaults())
			same(t, "recency", row.R, c.r)
			same(t, "frequency", row.F, c.f)
			same(t, "segment", row.RFMSegment, c.segment)
			same(t, "by limits", r.RFM.ByLimits, true)
		})
	}
}
