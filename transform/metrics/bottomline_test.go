package metrics

import (
	"fmt"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// troubled is a company whose gap can be counted by hand: eight hotels bought once
// before the last horizon; the first four complained of cold food then. One of them
// and three of the others ordered since. Every order leaves 40 of 100.
func troubled(change func([]transform.History)) ([]transform.History, Rules) {
	var list []transform.History
	for i := range 8 {
		h := customer(i, 300)
		if i == 0 || i > 4 {
			h = customer(i, 300, 10)
		}
		for k := range h.Orders {
			h.Orders[k].Lines = []extract.Line{{Ref: ref("line", 100*i+k), Net: extract.Some(euros(100)), Cost: extract.Some(euros(60))}}
		}
		h.Customer.Segment = "Hotels"
		if i < 4 {
			h.Tickets = []extract.Ticket{{Ref: ref("ticket", i), Topic: extract.TopicComplaint, Direction: extract.Incoming, Subject: "Cold food", Opened: noon(200), Closed: noon(199)}}
		}
		list = append(list, h)
	}
	if change != nil {
		change(list)
	}
	rules := Defaults()
	rules.LapsedAfter, rules.MinSample = 400, 2
	return list, rules
}

func bottomLineOf(t *testing.T, list []transform.History, rules Rules) BottomLine {
	t.Helper()
	r := finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{})
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	return r.BottomLine
}

func TestAtStakeIsMoneyTimesTheGap(t *testing.T) {
	list, rules := troubled(func(l []transform.History) { l[1].Customer.Consent = extract.ConsentRefused })
	b := bottomLineOf(t, list, rules)
	same(t, "themes", len(b.Themes), 1)
	cold := b.Themes[0]
	same(t, "customers", cold.Customers, 4)
	same(t, "reachable", cold.Reachable, 3)
	nearly(t, "three of four less one of four", cold.Gap.By, .5)
	same(t, "measured on", cold.Matched, 4)
	same(t, "money, one of two orders and three of one", cold.Money, euros(200))
	same(t, "at stake", cold.Stake, euros(100))
	same(t, "each once", b.Once, euros(100))
	same(t, "compared", b.Compared, 8)
}

func TestWhatIsOrderedAfterwardsDoesNotSayWhoIsAlike(t *testing.T) {
	list, rules := troubled(func(l []transform.History) {
		for i := range l {
			if len(l[i].Orders) > 1 {
				l[i].Orders[1].At = noon(80) // after the comparison starts, in the month it starts in
			}
		}
	})
	cold := bottomLineOf(t, list, rules).Themes[0]
	nearly(t, "all eight had bought as much when it started", cold.Gap.By, .5)
	same(t, "measured on", cold.Matched, 4)
}

func TestLikeIsComparedWithLikeOnly(t *testing.T) {
	list, rules := troubled(func(l []transform.History) {
		for i := 4; i < 8; i++ {
			l[i].Customer.Segment = "Schools"
		}
	})
	b := bottomLineOf(t, list, rules)
	same(t, "measured", b.Themes[0].Measured, false)
	same(t, "at stake", b.Themes[0].Stake, 0)
}

func TestACustomersMoneyCountsInOneTheme(t *testing.T) {
	list, rules := troubled(func(l []transform.History) {
		for i := range 4 { // everybody who complained also rates us low
			l[i].Surveys = []extract.Survey{asked(i, extract.CSAT, "shop", 150, 1)}
		}
	})
	b := bottomLineOf(t, list, rules)
	same(t, "themes", len(b.Themes), 2)
	same(t, "in full", b.Gross, euros(200))
	same(t, "once", b.Once, euros(100))
	same(t, "the first by name takes equals", b.Themes[0].Own, euros(100))
	same(t, "the other has none left", b.Themes[1].Own, 0)
}

func TestWhoIsLostHasNothingAtStake(t *testing.T) {
	list, rules := troubled(nil)
	rules.LapsedAfter = 180
	b := bottomLineOf(t, list, rules)
	same(t, "too few are left", len(b.Themes), 0)
	same(t, "named as small", b.Small, 1)
}

func TestExitReasonsAreCountedNotMeasured(t *testing.T) {
	list, rules := troubled(func(l []transform.History) {
		for _, i := range []int{1, 2} {
			l[i] = customer(i, 500, 400)
			l[i].Customer.ExitReason, l[i].Customer.ExitOn = "Price", asOf-100
		}
	})
	b := bottomLineOf(t, list, rules)
	var price Theme
	for _, x := range b.Themes {
		if x.Kind == FromExit {
			price = x
		}
	}
	same(t, "left", price.Left, 2)
	same(t, "measured", price.Measured, false)
	same(t, "at stake", price.Stake, 0)
}

func TestInitiativesAreGraded(t *testing.T) {
	list, rules := troubled(nil)
	for _, c := range []struct {
		name         string
		i            Initiative
		found, known bool
		customers    int64
		value, net   float64
	}{
		{"everybody its theme fits, case apart", Initiative{Theme: "cold FOOD", Want: "pain", Chance: .5, Cost: euros(20)}, true, true, 4, 100, 30},
		{"a segment", Initiative{Theme: "Cold food", Segment: "hotels", Chance: 1, Cost: euros(10), Monthly: euros(1)}, true, true, 4, 100, 78},
		{"single customers", Initiative{Theme: "Cold food", Customers: []string{string(idOf(0)), string(idOf(7))}, Chance: 1}, true, true, 1, 40, 40},
		{"a want is no pain", Initiative{Theme: "Cold food", Want: "want", Chance: 1, Cost: euros(5)}, false, false, 0, 0, -5},
		{"a theme nobody shows", Initiative{Theme: "Spare parts", Want: "want", Chance: 1, Cost: euros(5)}, false, false, 0, 0, -5},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := rules
			rules.Initiatives = []Initiative{c.i}
			g := bottomLineOf(t, list, rules).Initiatives[0]
			same(t, "found", g.Found, c.found)
			same(t, "known", g.Known, c.known)
			same(t, "customers", g.Customers, c.customers)
			same(t, "value", g.Value, euros(c.value))
			same(t, "net", g.Net, euros(c.net))
		})
	}
}

func TestPaybackNeedsAGain(t *testing.T) {
	list, rules := troubled(nil)
	rules.Initiatives = []Initiative{
		{Theme: "Cold food", Wording: "pays", Chance: .6, Cost: euros(20), Monthly: euros(1)}, // 60 a year, 5 a month less 1
		{Theme: "Cold food", Wording: "only costs", Chance: .6, Cost: euros(20), Monthly: euros(6)},
	}
	b := bottomLineOf(t, list, rules)
	nearly(t, "payback", b.Initiatives[0].Payback, 5)
	same(t, "never", b.Initiatives[1].Payback.Known, false)
}

func TestInitiativesTogetherCountEachCustomerOnce(t *testing.T) {
	list, rules := troubled(nil)
	rules.Initiatives = []Initiative{
		{Theme: "Cold food", Wording: "a", Chance: .5, Cost: euros(20)},
		{Theme: "Cold food", Wording: "b", Chance: .4, Cost: euros(10)},
	}
	b := bottomLineOf(t, list, rules)
	same(t, "one pays 30", b.Initiatives[0].Net, euros(30))
	same(t, "the other too", b.Initiatives[1].Net, euros(30))
	same(t, "together half of 100 less both costs", b.Expected, euros(20))
}

func TestAStartedInitiativeIsHeldAgainstTheUntreated(t *testing.T) {
	list, rules := troubled(func(l []transform.History) {
		for i := 4; i < 8; i++ { // all complained; who ordered again is treated
			l[i].Tickets = []extract.Ticket{{Ref: ref("ticket", i), Topic: extract.TopicComplaint, Direction: extract.Incoming, Subject: "Cold food", Opened: noon(200)}}
		}
	})
	treated := []string{string(idOf(0)), string(idOf(5)), string(idOf(6)), string(idOf(4))}
	i := Initiative{Theme: "Cold food", Chance: 1, Customers: treated, Started: extract.Date(2026, 9, 1)}
	rules.Initiatives = []Initiative{i}
	f := bottomLineOf(t, list, rules).Initiatives[0].Followed
	same(t, "early", f.Early, "")
	same(t, "treated", f.Treated.Of, 4)
	same(t, "who ordered since", f.Treated.Part, 3)
	same(t, "untreated", f.Untreated.Of, 4)
	same(t, "who ordered since", f.Untreated.Part, 1)
	nearly(t, "difference", f.Kept.By, .5)
	same(t, "whole months", f.Months, 2)
	// One order of 40 in October, none in the same months a year before.
	nearly(t, "treated, each", f.TreatedEach.Mean, 30)
	nearly(t, "untreated, each", f.UntreatedEach.Mean, 10)
	nearly(t, "gain each", f.Earned.By, 20)
	for _, c := range []struct {
		name   string
		change func(*Initiative, *Rules)
	}{
		{"nobody untreated", func(i *Initiative, _ *Rules) { i.Customers = nil }},
		{"no whole month", func(i *Initiative, _ *Rules) { i.Started = asOf - 20 }},
		{"too few treated", func(_ *Initiative, r *Rules) { r.MinSample = 5 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			again, r := i, rules
			c.change(&again, &r)
			r.Initiatives = []Initiative{again}
			if f := bottomLineOf(t, list, r).Initiatives[0].Followed; f.Early == "" || f.Kept.By.Known {
				t.Errorf("said too early: %s", fmt.Sprint(f))
			}
		})
	}
}
