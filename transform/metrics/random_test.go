package metrics

import (
	"fmt"
	"time"

	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/transform"
)

// asOf is the as-of day of tests: figures are of October 2026.
var asOf = extract.Date(2026, time.November, 1)

func october() transform.Period { return transform.Ending(asOf, transform.Monthly) }

// noon returns the middle of a day so many days before the as-of day.
func noon(daysBefore int) extract.Instant {
	return extract.InstantOf((asOf - Day(daysBefore)).Time().Add(12 * time.Hour))
}

func euros(v float64) Money { return Money(v * float64(extract.Unit)) }

func minutes(v int64) extract.Opt[extract.Decimal] {
	return extract.Some(extract.Decimal(v) * extract.One)
}

func ref(kind string, n int) extract.Ref {
	return extract.Ref{Source: "shop", ID: fmt.Sprint(kind, n)}
}

func idOf(n int) transform.CustomerID { return transform.NewID(ref("party", n), 1) }

// someLedger draws products, cost pools of some activities, rates and targets.
func someLedger(t *rapid.T) *transform.Ledger {
	l := &transform.Ledger{}
	for i := range 6 {
		p := extract.Product{Ref: ref("product", i), Name: fmt.Sprint("Product ", i), Category: fmt.Sprint("Category ", i%3)}
		if rapid.Bool().Draw(t, "cost known") {
			p.Cost = extract.Some(extract.Decimal(rapid.Int64Range(-500_000_000, 2_000_000_000).Draw(t, "cost")))
		}
		l.Products = append(l.Products, p)
	}
	for i, name := range []string{"Order handling", "delivery", "visits", "service", "returns", "credit", "trade fairs"} {
		if !rapid.Bool().Draw(t, name) {
			continue
		}
		for m := range 30 {
			c := extract.CostPool{Ref: ref(name, m), Month: asOf.AddMonths(-m), Activity: name, Amount: Money(rapid.Int64Range(-5_000_000, 50_000_000).Draw(t, "pool"))}
			if i%2 == 1 {
				c.Minutes = minutes(rapid.Int64Range(0, 400).Draw(t, "capacity"))
			}
			l.Costs = append(l.Costs, c)
		}
	}
	l.Rates = []extract.Rate{{Ref: ref("rate", 1), Currency: "CHF", From: asOf - 600, Rate: 105_123_457}}
	l.Targets = []extract.Target{{Ref: ref("target", 1), Month: asOf - 5, Measure: extract.TargetRevenue, Amount: euros(1000)}}
	return l
}

// someHistories draws customers, one of them left out, and documents of nobody.
func someHistories(t *rapid.T) []transform.History {
	var out []transform.History
	n := rapid.IntRange(0, 12).Draw(t, "customers")
	for i := range n + 1 {
		h := someHistory(t, i)
		if i == n {
			h.Customer = transform.Customer{}
		}
		out = append(out, h)
	}
	return out
}

func someHistory(t *rapid.T, i int) transform.History {
	pick := func(name string, words ...string) string { return rapid.SampledFrom(words).Draw(t, name) }
	ago := func() extract.Instant { return noon(rapid.IntRange(-3, 900).Draw(t, "days ago")) }
	some := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, name) }
	h := transform.History{Customer: transform.Customer{
		ID: idOf(i), Name: fmt.Sprint("Customer ", i), Household: idOf(i - i%2), Type: extract.Company, Segment: pick("type", "Hotels", "Cafés", ""),
		Territory: pick("territory", "North", "South", ""), AcquiredThrough: pick("through", "web", "fair"),
		Status: pick("status", extract.PartyActive, extract.PartyActive, extract.PartyActive, extract.PartyClosed, extract.PartyTest),
		Since:  noon(1000),
	}}
	if rapid.IntRange(0, 5).Draw(t, "left") == 0 {
		h.Customer.ExitOn, h.Customer.ExitReason = ago().Day(time.UTC), "price"
	}
	for k := range some("orders", 8) {
		h.Orders = append(h.Orders, someOrder(t, 100*i+k, ago(), pick))
	}
	for k := range some("invoices", 4) {
		inv := extract.Invoice{
			Ref: ref("invoice", 100*i+k), At: ago(), Type: pick("kind", extract.PlainInvoice, extract.CreditNote, extract.Deposit),
			Status: pick("state", extract.Valid, extract.Valid, extract.Draft, extract.Abandoned), Currency: pick("currency", "", "CHF", "XYZ"),
			Order: ref("order", 100*i).ID, Net: Money(rapid.Int64Range(0, 90_000_000).Draw(t, "net")),
		}
		if inv.Type == extract.CreditNote {
			inv.Net = -5 * inv.Net // more than was ever bought, now and then
			inv.Corrects = ref("invoice", 100*i).ID
		}
		h.Invoices = append(h.Invoices, inv)
	}
	for k := range some("payments", 3) {
		h.Payments = append(h.Payments, extract.Payment{
			Ref: ref("payment", 100*i+k), Invoice: ref("invoice", 100*i+k).ID, At: ago(), Amount: Money(rapid.Int64Range(-40_000_000, 90_000_000).Draw(t, "paid")),
		})
	}
	someService(t, &h, i, ago, pick, some)
	return h
}

func someOrder(t *rapid.T, n int, at extract.Instant, pick func(string, ...string) string) transform.Order {
	o := transform.Order{Order: extract.Order{
		Ref: ref("order", n), At: at, Status: pick("status", extract.Valid, extract.Valid, extract.Valid, extract.Draft),
		Currency: pick("currency", "", "EUR", "CHF", "XYZ"), Promotional: rapid.IntRange(0, 9).Draw(t, "promo") == 0,
	}}
	if rapid.Bool().Draw(t, "header") {
		o.Net = extract.Some(Money(rapid.Int64Range(-30_000_000, 90_000_000).Draw(t, "net")))
	}
	for k := range rapid.IntRange(0, 3).Draw(t, "lines") {
		o.Lines = append(o.Lines, extract.Line{
			Ref: ref("line", 10*n+k), Product: ref("product", rapid.IntRange(0, 7).Draw(t, "product")).ID,
			Quantity: extract.Decimal(rapid.Int64Range(-1_000_000_000, 5_000_000_000).Draw(t, "quantity")),
			Price:    extract.Some(extract.Decimal(rapid.Int64Range(0, 30_000_000_000).Draw(t, "price"))),
		})
	}
	return o
}

func someService(t *rapid.T, h *transform.History, i int, ago func() extract.Instant, pick func(string, ...string) string, some func(string, int) int) {
	for k := range some("tickets", 4) {
		m := extract.Opt[extract.Decimal]{}
		if rapid.Bool().Draw(t, "recorded") {
			m = minutes(rapid.Int64Range(-9, 90).Draw(t, "minutes"))
		}
		h.Tickets = append(h.Tickets, extract.Ticket{
			Ref: ref("ticket", 100*i+k), Topic: pick("topic", extract.TopicComplaint, extract.TopicBilling), Channel: pick("channel", "phone", "mail"),
			Opened: ago(), Minutes: m, Subject: "late",
		})
	}
	for k := range some("shipments", 4) {
		s := extract.Shipment{Ref: ref("shipment", 100*i+k), At: ago()}
		if rapid.Bool().Draw(t, "own cost") {
			s.Cost = extract.Some(Money(rapid.Int64Range(-90_000, 900_000).Draw(t, "cost")))
		}
		h.Shipments = append(h.Shipments, s)
	}
	for k := range some("visits", 3) {
		h.Activities = append(h.Activities, extract.Activity{Ref: ref("visit", 100*i+k), At: ago(), Type: pick("deed", extract.ActivityVisit, extract.ActivityCall)})
	}
	for k := range some("returns", 2) {
		h.Returns = append(h.Returns, extract.Return{Ref: ref("return", 100*i+k), At: ago(), Reason: extract.ReturnDamaged})
	}
	for k := range some("enquiries", 3) {
		h.Enquiries = append(h.Enquiries, extract.Enquiry{
			Ref: ref("enquiry", 100*i+k), At: ago(), Interest: "ovens", Channel: pick("asked by", "web", "phone"),
			Stage: pick("stage", extract.StageNew, extract.StageWon, extract.StageLost, extract.StageQuoted), Value: extract.Some(euros(500)),
		})
	}
	for k := range some("surveys", 3) {
		h.Surveys = append(h.Surveys, extract.Survey{
			Ref: ref("survey", 100*i+k), Type: pick("survey", extract.CSAT, extract.NPS), Answered: ago(), Highest: 10 * extract.One,
			Score: minutes(rapid.Int64Range(0, 10).Draw(t, "score")), Channel: "phone",
		})
	}
	for k := range some("answers", 4) {
		h.Answers = append(h.Answers, extract.Answer{
			Ref: ref("answer", 100*i+k), At: ago(), Question: pick("question", "Need?", "Why?"), Answer: pick("answer", "Speed", "Price", "Category 1"), Wave: pick("wave", "", "w1"),
		})
	}
	for k := range some("contracts", 1) {
		h.Contracts = append(h.Contracts, extract.Contract{Ref: ref("contract", 100*i+k), Starts: asOf - 200, Ends: asOf + 165, Status: extract.Valid, Agreed: extract.Some(euros(3650))})
	}
}

// finished folds histories one after the other.
func finished(t interface{ Fatal(...any) }, p transform.Period, ledger *transform.Ledger, rules Rules, list []transform.History) *Set {
	s := New(p, ledger, rules)
	for i := range list {
		if err := s.Add(&list[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Finish(); err != nil {
		t.Fatal(err)
	}
	return s
}
