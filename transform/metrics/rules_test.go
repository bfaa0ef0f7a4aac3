package metrics

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// order returns a valid order so many days ago.
func order(n, daysAgo int, net float64) transform.Order {
	return transform.Order{Order: extract.Order{Ref: ref("order", n), At: noon(daysAgo), Status: extract.Valid, Net: extract.Some(euros(net))}}
}

// customer returns a history with orders of 100 euros so many days ago each.
func customer(n int, daysAgo ...int) transform.History {
	h := transform.History{Customer: transform.Customer{ID: idOf(n), Name: "Customer", Type: extract.Company}}
	for i, d := range daysAgo {
		h.Orders = append(h.Orders, order(100*n+i, d, 100))
	}
	return h
}

// only folds one history and returns its row and the results.
func only(t *testing.T, h transform.History, ledger transform.Ledger, rules Rules) (*transform.Figures, *Results) {
	t.Helper()
	r := finished(t, october(), &ledger, rules, []transform.History{h}).Results(transform.Scope{})
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	if len(r.Rows) == 0 {
		return nil, r
	}
	return r.Rows[0], r
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestLapsing(t *testing.T) {
	for _, c := range []struct {
		name  string
		ago   int
		state string
	}{
		{"at the edge stays", 180, transform.StateActive},
		{"a day over the edge is lost", 181, transform.StateLost},
		{"an order of yesterday is active", 1, transform.StateActive},
		{"an order of the as-of day is not known yet", 0, transform.StateProspect},
	} {
		t.Run(c.name, func(t *testing.T) {
			row, _ := only(t, customer(1, c.ago), transform.Ledger{}, Defaults())
			same(t, "state", row.State, c.state)
		})
	}
}

func TestJourney(t *testing.T) {
	for _, c := range []struct {
		name string
		ago  []int
		exit int
		want string // the last nine months, to October
	}{
		{"new, then active, then lost the month the days run out", []int{260}, 0, "naaaaalxx"},
		{"back after being lost", []int{260, 10}, 0, "naaaaalxr"},
		{"an order on the last active day keeps", []int{260, 80}, 0, "naaaaaaaa"},
		{"an order the day after returns, in the same month", []int{260, 79}, 0, "naaaaabaa"},
		{"gone by their own word at once", []int{260}, 200, "nalxxxxxx"},
		{"an order after the exit takes it back", []int{260, 100}, 200, "naaaaaaaa"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1, c.ago...)
			if c.exit > 0 {
				h.Customer.ExitOn = asOf - Day(c.exit)
			}
			row, _ := only(t, h, transform.Ledger{}, Defaults())
			same(t, "journey", row.Journey[transform.JourneyMonths-9:], c.want)
		})
	}
}

func TestRevenueFromOrders(t *testing.T) {
	line := func(quantity, price, cost float64) extract.Line {
		d := func(v float64) extract.Decimal { return extract.Decimal(v * float64(extract.One)) }
		l := extract.Line{Ref: ref("line", int(quantity)), Quantity: d(quantity), Price: extract.Some(d(price))}
		if cost >= 0 {
			l.UnitCost = extract.Some(d(cost))
		}
		return l
	}
	for _, c := range []struct {
		name           string
		change         func(*transform.History)
		revenue, gross float64
		known          bool
	}{
		{"the header's value wins over its lines", func(h *transform.History) { h.Orders[0].Lines = []extract.Line{line(1, 90, 40)} }, 100, 60, true},
		{"without a header value the lines count", func(h *transform.History) {
			h.Orders[0].Net = extract.Opt[Money]{}
			h.Orders[0].Lines = []extract.Line{line(2, 30, 10), line(1, 5, 5)}
		}, 65, 40, true},
		{"without any cost gross profit is unknown, not zero", func(*transform.History) {}, 100, 0, false},
		{"of lines in part only those with a cost make gross profit", func(h *transform.History) {
			h.Orders[0].Lines = []extract.Line{line(1, 60, 20), line(2, 20, -1)}
		}, 100, 40, true},
		{"a draft is no revenue", func(h *transform.History) { h.Orders[0].Status = extract.Draft }, 0, 0, true},
		{"a credit note takes off at its own date", func(h *transform.History) {
			h.Orders[0].Lines = []extract.Line{line(1, 100, 70)}
			h.Invoices = []extract.Invoice{{Ref: ref("credit", 1), Type: extract.CreditNote, Status: extract.Valid, At: noon(3), Net: -euros(10)}}
		}, 90, 20, true},
		{"an invoice is not counted beside its order", func(h *transform.History) {
			h.Invoices = []extract.Invoice{{Ref: ref("invoice", 1), Type: extract.PlainInvoice, Status: extract.Valid, At: noon(3), Net: euros(100)}}
		}, 100, 0, false},
		{"another currency is converted at the order's date", func(h *transform.History) { h.Orders[0].Currency = "CHF" }, 50, 0, false},
		{"a currency without a rate is set aside", func(h *transform.History) { h.Orders[0].Currency = "XYZ" }, 0, 0, true},
		{"a rate does not hold before its day", func(h *transform.History) { h.Orders[0].Currency, h.Orders[0].At = "CHF", noon(51) }, 0, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1, 10)
			c.change(&h)
			rates := []extract.Rate{{Ref: ref("rate", 1), Currency: "CHF", From: asOf - 50, Rate: extract.One / 2}, {Ref: ref("rate", 2), Currency: "CHF", From: asOf - 9, Rate: extract.One}}
			row, _ := only(t, h, transform.Ledger{Rates: rates}, Defaults())
			same(t, "revenue", row.Revenue, euros(c.revenue))
			same(t, "gross", row.Gross, extract.Opt[Money]{Value: euros(c.gross), Known: c.known})
		})
	}
}

func TestWhatIsSetAsideIsCounted(t *testing.T) {
	h := customer(1, 10, 20, 30)
	h.Orders[0].Currency = "XYZ"
	h.Orders[1].Lines = []extract.Line{{Ref: ref("line", 1), Net: extract.Some(euros(99))}}
	h.Orders[2].Net = extract.Opt[Money]{}
	_, r := only(t, h, transform.Ledger{}, Defaults())
	same(t, "without a rate", r.Data.Unconvertible[0], Aside{"XYZ", 1, euros(100)})
	same(t, "disagreeing", r.Data.Disagreeing, Aside{"", 1, euros(100)})
	same(t, "without a value", r.Data.NoValue, 1)
}

func TestRevenueFromInvoices(t *testing.T) {
	rules := Defaults()
	rules.RevenueFrom = FromInvoices
	h := customer(1, 40)
	h.Orders[0].Lines = []extract.Line{{Ref: ref("line", 1), Net: extract.Some(euros(100)), Cost: extract.Some(euros(60))}}
	bill := func(n int, kind string, net float64, corrects string) extract.Invoice {
		return extract.Invoice{Ref: ref("invoice", n), Type: kind, Status: extract.Valid, At: noon(20), Net: euros(net), Order: h.Orders[0].ID, Corrects: corrects}
	}
	h.Invoices = []extract.Invoice{
		bill(1, extract.PlainInvoice, 50, ""),
		bill(2, extract.Deposit, 30, ""),
		bill(3, extract.CreditNote, -30, ref("invoice", 2).ID),
		bill(4, extract.CreditNote, -5, ref("invoice", 1).ID),
	}
	row, r := only(t, h, transform.Ledger{}, rules)
	same(t, "revenue is invoices less credit notes, no deposit", row.Revenue, euros(45))
	same(t, "half the order billed carries half its cost", row.Gross, extract.Some(euros(15)))
	same(t, "deposits and their corrections", r.Data.Deposits, Aside{"", 2, 0})
	same(t, "orders count by invoice", row.Orders, 1)
}

func TestLadder(t *testing.T) {
	quote := []extract.Activity{{Ref: ref("quote", 1), Type: extract.ActivityQuote, At: noon(5)}}
	rules := Defaults()
	rules.Ladder.TrialBelow = euros(50)
	steady := []int{350, 300, 250, 200, 150, 100, 50, 10}
	for _, c := range []struct {
		name   string
		ago    []int
		change func(*transform.History)
		want   string
	}{
		{"known and nothing else is aware", nil, nil, Aware},
		{"a quote is a trial", nil, func(h *transform.History) { h.Activities = quote }, Trial},
		{"a promotional order is a trial", []int{9}, func(h *transform.History) { h.Orders[0].Promotional = true }, Trial},
		{"a first order below the limit is a trial", []int{9}, func(h *transform.History) { h.Orders[0].Net.Value = euros(49.99) }, Trial},
		{"a first order at the limit is a purchase", []int{9}, func(h *transform.History) { h.Orders[0].Net.Value = euros(50) }, Purchase},
		{"two orders on one day are one purchase", []int{9, 9}, nil, Purchase},
		{"two days are multiple", []int{9, 10}, nil, Multiple},
		{"often and lately is loyal", steady, nil, Loyalty},
		{"whoever advises against us is not loyal", steady, func(h *transform.History) {
			h.Surveys = []extract.Survey{{Ref: ref("survey", 1), Type: extract.NPS, Answered: noon(5), Highest: 10 * extract.One, Score: minutes(6)}}
		}, Multiple},
		{"four days in one quarter are not loyal", []int{40, 30, 20, 10}, nil, Multiple},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1, c.ago...)
			if c.change != nil {
				c.change(&h)
			}
			list := []transform.History{h}
			for i := range 30 { // others, so that there is something to learn risk from
				list = append(list, customer(10+i, 700, 600, 550, 500, 450, 400, 350, 300, 250, 200, 150, 100, 50, 10))
			}
			r := finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{})
			same(t, "rung", r.Row(h.Customer.ID).Rung, c.want)
		})
	}
}

func TestEverySegmentIsReached(t *testing.T) {
	seen := map[string]bool{}
	for r := int64(1); r <= 5; r++ {
		seen[segmentOfOne(r)] = true
		for f := int64(1); f <= 5; f++ {
			seen[segmentOf(r, f)] = true
		}
	}
	for _, name := range Segments() {
		if !seen[name] {
			t.Errorf("nobody can be %s", name)
		}
		delete(seen, name)
	}
	if len(Segments()) != 11 || len(seen) != 0 {
		t.Errorf("%d segments, and beside them %v", len(Segments()), seen)
	}
}

func TestSegments(t *testing.T) {
	for _, c := range []struct {
		r, f int64
		want string
	}{
		{5, 5, Champions},
		{5, 4, Champions},
		{4, 5, Loyal},
		{3, 4, Loyal},
		{5, 3, PotentialLoyal},
		{4, 2, PotentialLoyal},
		{4, 1, PotentialLoyal}, // two order days: not new
		{3, 3, NeedsAttention},
		{3, 2, AboutToSleep},
		{2, 5, CantLose},
		{1, 5, CantLose},
		{2, 3, AtRisk},
		{1, 4, AtRisk},
		{2, 2, Hibernating},
		{1, 2, LostCustomers},
	} {
		same(t, "segment", segmentOf(c.r, c.f), c.want)
	}
}

func TestSatisfaction(t *testing.T) {
	survey := func(n int, kind string, ago int, score, low, high int64, lowGood bool) extract.Survey {
		return extract.Survey{Ref: ref("survey", n), Type: kind, Answered: noon(ago), Score: minutes(score), Lowest: minutes(low).Value, Highest: minutes(high).Value, LowGood: lowGood}
	}
	for _, c := range []struct {
		name      string
		list      []extract.Survey
		want      int64
		detractor bool
	}{
		{"a scale from 1 to 5 stays", []extract.Survey{survey(1, extract.CSAT, 9, 4, 1, 5, false)}, 4, false},
		{"a scale from 0 to 10 is mapped", []extract.Survey{survey(1, extract.NPS, 9, 10, 0, 10, false)}, 5, false},
		{"six of ten advises against us", []extract.Survey{survey(1, extract.NPS, 9, 5, 0, 10, false)}, 3, true},
		{"low is good for effort", []extract.Survey{survey(1, extract.CES, 9, 1, 1, 7, true)}, 5, false},
		{"the last answer counts", []extract.Survey{survey(1, extract.CSAT, 9, 5, 1, 5, false), survey(2, extract.CSAT, 8, 2, 1, 5, false)}, 2, true},
		{"satisfaction goes before recommendation", []extract.Survey{survey(1, extract.CSAT, 90, 5, 1, 5, false), survey(2, extract.NPS, 8, 0, 0, 10, false)}, 5, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1, 10)
			h.Surveys = c.list
			row, _ := only(t, h, transform.Ledger{}, Defaults())
			same(t, "satisfaction", row.Satisfaction, minutes(c.want))
			same(t, "detractor", row.Detractor, c.detractor)
		})
	}
}

func TestContractStanding(t *testing.T) {
	for _, c := range []struct {
		name   string
		bought float64
		paid   int
		want   string
	}{
		{"nine tenths are met", 90, 20, ContractMet},
		{"just less is behind", 89.99, 20, ContractBehind},
		{"three quarters are behind", 75, 20, ContractBehind},
		{"just less is a breach", 74.99, 20, ContractBreach},
		{"five days late are tolerated", 100, 35, ContractMet},
		{"six days late are not", 100, 36, ContractLate},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := transform.History{Customer: transform.Customer{ID: idOf(1)}, Orders: []transform.Order{order(1, 90, c.bought)}}
			h.Contracts = []extract.Contract{{Ref: ref("contract", 1), Status: extract.Valid, Starts: asOf - 100, Ends: asOf + 100, Agreed: extract.Some(euros(200)), PayDays: extract.Some(int64(30))}}
			h.Invoices = []extract.Invoice{{Ref: ref("invoice", 1), Type: extract.PlainInvoice, Status: extract.Valid, At: noon(90), Net: euros(c.bought)}}
			h.Payments = []extract.Payment{{Ref: ref("payment", 1), Invoice: ref("invoice", 1).ID, At: noon(90 - c.paid), Amount: euros(c.bought)}}
			row, r := only(t, h, transform.Ledger{}, Defaults())
			same(t, "agreed pro rata", row.Agreed, extract.Some(euros(100)))
			same(t, "days to pay", row.DaysToPay, minutes(int64(c.paid)))
			same(t, "status", row.Contract, c.want)
			same(t, "listed", r.Contracts.Rows[0].Status, c.want)
		})
	}
}

func TestPeriodsAYearAgo(t *testing.T) {
	w := newWindows(transform.Ending(extract.Date(2026, time.October, 5), transform.Weekly))
	same(t, "a week is compared with the same weekdays", w.periodBefore, Window{extract.Date(2025, time.September, 29), extract.Date(2025, time.October, 6)})
	same(t, "a year begins on the same day", w.year.From, extract.Date(2025, time.October, 5))
	same(t, "the last month is cut", w.months[len(w.months)-1].To, extract.Date(2026, time.October, 5))
	same(t, "there are so many months", len(w.months), transform.JourneyMonths)
}

func TestAWeekWithinAMonthIsShownBesideTwelveWholeMonths(t *testing.T) {
	end := extract.Date(2026, time.October, 12)
	r := finished(t, transform.Ending(end, transform.Weekly), &transform.Ledger{}, Defaults(), []transform.History{customer(1, 30, 400)}).Results(transform.Scope{})
	months := r.Overview.Months
	same(t, "months", len(months), 13)
	same(t, "the first", months[0].Month, extract.Date(2025, time.October, 1))
	same(t, "only the last is cut off", months[12].Partial && !months[11].Partial, true)
	same(t, "a month that ends with the period is whole", len(finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{customer(1, 30)}).Results(transform.Scope{}).Overview.Months), 12)
}

func TestAMarginIsOfTheRevenueWhoseCostIsKnown(t *testing.T) {
	h := customer(1, 30, 20)
	h.Orders[0].Lines = []extract.Line{{Ref: ref("line", 1), Net: extract.Some(euros(100)), Cost: extract.Some(euros(60))}}
	h.Orders[1].Lines = []extract.Line{{Ref: ref("line", 2), Net: extract.Some(euros(100))}}
	f, r := only(t, h, transform.Ledger{}, Defaults())
	same(t, "revenue of both orders", f.Revenue, euros(200))
	same(t, "gross profit of the one with a cost", f.Gross.Value, euros(40))
	same(t, "the revenue it is of", f.Costed, euros(100))
	same(t, "margin: 40 of 100, not of 200", f.Margin().Value, extract.One*2/5)
	same(t, "of a group too", r.Profitability.Total.Margin().Value, extract.One*2/5)
	h.Orders[0].Lines[0].Cost = extract.Opt[Money]{}
	f, r = only(t, h, transform.Ledger{}, Defaults())
	same(t, "unknown where no cost is known", f.Margin().Known || r.Profitability.Total.Margin().Known, false)
}
