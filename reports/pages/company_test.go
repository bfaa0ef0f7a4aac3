package pages

import (
	"fmt"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

// A small company with everything in it, made by arithmetic so that it is the same
// every time: 40 customers over three years, some growing, some falling, some gone.

var october = transform.Period{Kind: transform.Monthly, From: extract.Date(2026, time.October, 1), To: extract.Date(2026, time.November, 1)}

func at(d transform.Day) extract.Instant { return d.Start(time.UTC) + 10*3_600_000_000 }

func ref(kind string, n int) extract.Ref {
	return extract.Ref{Source: "shop", ID: fmt.Sprintf("%s%04d", kind, n)}
}

func euros(x int64) Money { return Money(x) * extract.Unit }

// maker numbers documents.
type maker struct{ n int }

func (m *maker) next(kind string) extract.Ref { m.n++; return ref(kind, m.n) }

var (
	types    = []string{"Hotels", "Restaurants", "Schools"}
	places   = []string{"North", "South", "West"}
	reps     = []string{"Ann Archer", "Ben Bell", "Cleo Cook"}
	sources  = []string{"Referral", "Fair", "Web"}
	products = []string{"Coffee", "Tea", "Syrup", "Cups"}
)

// person is customer i of the company.
func person(i int) transform.Customer {
	c := transform.Customer{
		ID: transform.NewID(ref("party", i), 0), Type: extract.Company, Name: fmt.Sprintf("Customer %02d", i), City: "Town " + places[i%3], Email: fmt.Sprintf("c%02d@customer.example", i), Country: "DE",
		Segment: types[i%3], Territory: places[i%3], Rep: reps[i%3], Consent: []string{"yes", "no", "unknown"}[i%3], AcquiredThrough: sources[i%3],
		AcquisitionCost: extract.Some(euros(int64(40 + 10*(i%3)))), Status: extract.PartyActive, Records: int64(1 + i%2),
		Since: at(extract.Date(2023, time.October, 20)),
	}
	c.Household = c.ID
	if i%10 == 9 { // left by their own word
		c.ExitReason, c.Competitor, c.ExitOn = "Price", "Bigstore", extract.Date(2026, time.March, 2)
	}
	return c
}

// history makes customer i's documents. trend is percent a year the company's sales
// change by.
func (m *maker) history(i, trend int) transform.History {
	h := transform.History{Customer: person(i)}
	gap := 15 + 7*(i%6)
	start := extract.Date(2023, time.November, 3+i%20)
	if i%8 == 7 {
		start = extract.Date(2026, time.January, 5+i) // new within the year
	}
	end := extract.Date(2026, time.October, 30)
	switch {
	case i%10 == 9:
		end = extract.Date(2026, time.February, 10)
	case i%7 == 3:
		end = extract.Date(2026, time.July, 1) // silent since
	case i == 38:
		end = start + 1 // one order
	}
	for d := start; d <= end; d += transform.Day(gap) {
		m.order(&h, i, d, trend)
	}
	m.service(&h, i)
	return h
}

func (m *maker) order(h *transform.History, i int, d transform.Day, trend int) {
	worth := int64(80 + 60*((i*7)%11))
	years := int64(d-extract.Date(2023, time.November, 1)) / 365
	worth += worth * years * int64(trend) / 100
	if i%5 == 4 {
		worth -= worth * years / 4 // buys less each year
	}
	o := transform.Order{Order: extract.Order{Ref: m.next("order"), At: at(d), Status: extract.Valid, ShipCountry: "DE"}}
	for k := 0; k <= i%4; k++ {
		o.Lines = append(o.Lines, extract.Line{
			Ref: m.next("line"), Order: o.ID, Product: products[(i+k)%4], Quantity: extract.One,
			Net: extract.Some(euros(worth) / Money(1+i%4)), Cost: extract.Some(euros(worth*int64(55+6*(i%9))/100) / Money(1+i%4)),
		})
	}
	h.Orders = append(h.Orders, o)
	promised := d + 2
	h.Shipments = append(h.Shipments, extract.Shipment{Ref: m.next("ship"), At: at(d + 1), Promised: promised, Delivered: at(promised + transform.Day(i%6/5))})
}

// service makes tickets, surveys, answers, enquiries, contracts and visits.
func (m *maker) service(h *transform.History, i int) {
	day := extract.Date(2026, time.September, 1+i%25)
	if i%4 == 0 {
		t := extract.Ticket{Ref: m.next("ticket"), Topic: extract.TopicComplaint, Channel: "phone", Direction: extract.Incoming, Opened: at(day), Subject: "Late delivery", Minutes: extract.Some(12 * extract.One), Upheld: "yes"}
		if i%8 != 0 {
			t.Answered, t.Closed = at(day+1), at(day+3)
		}
		h.Tickets = append(h.Tickets, t)
	}
	if i%3 != 2 {
		h.Surveys = append(h.Surveys, extract.Survey{
			Ref: m.next("survey"), Type: extract.CSAT, Invited: at(day), Answered: at(day + 2), Lowest: extract.One, Highest: 5 * extract.One,
			Score: extract.Some(extract.Decimal(2+i%4) * extract.One), Channel: []string{"phone", "shop"}[i%2], Product: products[i%4],
		})
		h.Answers = append(h.Answers, extract.Answer{Ref: m.next("answer"), At: at(day), Question: "Most important", Answer: []string{"On time", "Low price"}[i%2], Importance: extract.Some(5 * extract.One)})
	}
	if i%6 == 1 {
		h.Enquiries = append(h.Enquiries,
			extract.Enquiry{Ref: m.next("enquiry"), At: at(day), Interest: "Ovens", Channel: "web", Stage: extract.StageNew, Value: extract.Some(euros(500)), Consent: []string{"yes", "no", "unknown"}[i/6%3]},
			extract.Enquiry{Ref: m.next("enquiry"), At: at(day - 200), Answered: at(day - 199), Interest: "Tea", Channel: "web", Stage: []string{extract.StageWon, extract.StageLost}[i/6%2], Value: extract.Some(euros(300))})
	}
	if i%9 == 3 {
		h.Enquiries = append(h.Enquiries, extract.Enquiry{
			Ref: m.next("enquiry"), At: at(day), Answered: at(day) + 5*3_600_000_000, Interest: "Grinders", Channel: "fair", Stage: extract.StageQuoted, Value: extract.Some(euros(900)), Consent: "unknown",
		})
		h.Activities = append(h.Activities, extract.Activity{Ref: m.next("call"), Type: extract.ActivityCall, At: at(day - 30), Rep: h.Customer.Rep})
		h.Tickets = append(h.Tickets,
			extract.Ticket{Ref: m.next("ticket"), Topic: extract.TopicOrderStatus, Channel: "phone", Direction: extract.Incoming, Opened: at(day - 9), Answered: at(day-9) + 600_000_000, Closed: at(day - 8), Order: "order1"},
			extract.Ticket{Ref: m.next("ticket"), Topic: extract.TopicOrderStatus, Channel: "phone", Direction: extract.Internal, Opened: at(day - 9), Order: "order1"})
	}
	for k := range 3 { // letters, one of them left out on purpose
		l := extract.Contact{Ref: ref("letter", 10*i+k), Campaign: "spring", At: at(day - 100 + transform.Day(k)), Control: k == 2 && i%2 == 0}
		if (i+k)%9 == 0 {
			l.Responded = at(day - 90)
		}
		h.Contacts = append(h.Contacts, l)
	}
	if i%9 == 0 {
		h.Contracts = append(h.Contracts, extract.Contract{
			Ref: m.next("contract"), Starts: extract.Date(2026, time.January, 1), Ends: extract.Date(2027, time.January, 1), Status: extract.Valid,
			Agreed: extract.Some(euros(int64(1500 + 400*i))), Discount: extract.Some(extract.One / 20), PayDays: extract.Some(int64(30)),
		})
	}
	if i%2 == 0 {
		h.Activities = append(h.Activities, extract.Activity{Ref: m.next("visit"), Type: extract.ActivityVisit, At: at(day), Rep: h.Customer.Rep, Minutes: extract.Some(40 * extract.One)})
	}
}

func ledger() *transform.Ledger {
	l := &transform.Ledger{}
	for _, p := range products {
		l.Products = append(l.Products, extract.Product{Ref: extract.Ref{Source: "shop", ID: p}, Name: p, Category: p})
	}
	for k := range 24 {
		m := extract.Date(2024, time.November, 1).AddMonths(k)
		for j, a := range []string{"order handling", "delivery", "visits", "service"} {
			l.Costs = append(l.Costs, extract.CostPool{Ref: ref("cost", 10*k+j), Month: m, Activity: a, Amount: euros(int64(120 + 40*j)), Minutes: extract.Some(extract.Decimal(900) * extract.One)})
		}
		for j, p := range places {
			l.Targets = append(l.Targets, extract.Target{Ref: ref("target", 10*k+j), Month: m, Territory: p, Measure: extract.TargetRevenue, Amount: euros(3000)})
		}
	}
	l.Campaigns = []extract.Campaign{{Ref: extract.Ref{Source: "shop", ID: "spring"}, Name: "Spring", Starts: extract.Date(2026, time.May, 1), Cost: extract.Some(euros(60)), Product: "Tea"}}
	for i, r := range reps {
		l.Reps = append(l.Reps, extract.Rep{Ref: extract.Ref{Source: "shop", ID: r}, Name: r, Territory: places[i]})
	}
	return l
}

func testRules() metrics.Rules {
	r := metrics.Defaults()
	r.MinSample = 3
	r.RiskThreshold = extract.One / 10
	return r
}

// finished folds histories into a set.
func finished(t testing.TB, l *transform.Ledger, histories ...transform.History) *metrics.Set {
	t.Helper()
	return finishedBy(t, testRules(), l, histories...)
}

func finishedBy(t testing.TB, rules metrics.Rules, l *transform.Ledger, histories ...transform.History) *metrics.Set {
	t.Helper()
	set := metrics.New(october, l, rules)
	for i := range histories {
		if err := set.Add(&histories[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := set.Finish(); err != nil {
		t.Fatal(err)
	}
	return set
}

func histories(trend int) []transform.History {
	m := &maker{}
	var all []transform.History
	for i := range 40 {
		all = append(all, m.history(i, trend))
	}
	nobody := transform.History{}
	m.order(&nobody, 1, extract.Date(2026, time.October, 12), 0)
	nobody.Shipments = nil
	return append(all, nobody)
}

// input is the company as the director hands it in.
func input(r *metrics.Results) Input {
	return Input{
		Company: "Northgate", Currency: "EUR", Language: "en-GB", Contact: "data@northgate.example", Results: r, Edition: "1a2b3c4d5e6f",
		Newest: at(extract.Date(2026, time.October, 31)),
		Coverage: []transform.Coverage{
			{Source: "shop", Kind: extract.Parties, Read: 61, Added: 60, Aside: 1, Kept: 60, Newest: at(extract.Date(2026, time.October, 30))},
			{Source: "shop", Kind: extract.Orders, Read: 900, Unchanged: 880, Added: 19, Repeated: 1, Kept: 899, Amount: euros(250_000), Stored: euros(249_900)},
		},
		Asides: []Aside{{Source: "shop", Kind: extract.Parties, Reason: "the row has no name, company or e-mail", Count: 1, Sample: "party0099"}},
		Checks: []transform.Check{transform.Tie("Orders of shop: source, and warehouse", euros(250_000), euros(250_000))},
		Match: Match{
			Records: 60, Customers: 40, Merged: 20, Review: 2, Shared: 1, Skipped: 1200,
			Model:  Model{Version: 2, Learnt: extract.Date(2026, time.October, 4), Records: 58, Preset: "balanced", Drift: []string{"the e-mail of persons agrees at other rates (stability index 0.31)"}},
			Values: []NamesNobody{{Field: "email", Value: "info@northgate.example", Why: "a mailbox of a task, not of a person", Records: 4}},
		},
	}
}

func company(t testing.TB, trend int) Input {
	t.Helper()
	return input(finished(t, ledger(), histories(trend)...).Results(transform.Scope{}))
}

// companyWith is a company with a register of initiatives.
func companyWith(t testing.TB, trend int, list []Initiative) Input {
	t.Helper()
	rules := testRules()
	rules.Initiatives = list
	return input(finishedBy(t, rules, ledger(), histories(trend)...).Results(transform.Scope{}))
}
