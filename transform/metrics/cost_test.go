package metrics

import (
	"fmt"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func pool(n int, activity string, amount float64, capacity int64) extract.CostPool {
	p := extract.CostPool{Ref: ref("pool", n), Month: asOf - 1, Activity: activity, Amount: euros(amount)}
	if capacity > 0 {
		p.Minutes = minutes(capacity)
	}
	return p
}

func ticket(n int, topic string, length int64) extract.Ticket {
	t := extract.Ticket{Ref: ref("ticket", n), Topic: topic, Opened: noon(5)}
	if length > 0 {
		t.Minutes = minutes(length)
	}
	return t
}

// Kaplan and Anderson's department (2004): 560,000 a quarter, 700,000 practical
// minutes, which are 80 % of those paid; 49,000 orders, 1,400 inquiries and 2,500
// credit checks take 8, 44 and 50 minutes each. The whole way: a pool and single
// contacts go in, customers' cost and unused capacity come out.
func TestTimeDrivenCostingAsPublished(t *testing.T) {
	rules := Defaults()
	rules.Practical = extract.One * 80 / 100
	var list []transform.History
	work := []struct {
		topic           string
		events, minutes int64
		each            float64
	}{{extract.TopicOther, 49_000, 8, 6.40}, {extract.TopicQuestion, 1_400, 44, 35.20}, {extract.TopicBilling, 2_500, 50, 40}}
	for i, w := range work {
		rules.Times = append(rules.Times, TimeEquation{Of: ATicket, Type: w.topic, Each: extract.Decimal(w.minutes) * extract.One})
		h := customer(i)
		for k := range w.events {
			h.Tickets = append(h.Tickets, ticket(100_000*i+int(k), w.topic, 0))
		}
		list = append(list, h)
	}
	r := finished(t, october(), &transform.Ledger{Costs: []extract.CostPool{pool(1, "service", 560_000, 875_000)}}, rules, list).Results(transform.Scope{})
	p := r.Profitability.Pools[serviceDesk]
	published := func(what string, got, want float64) {
		t.Logf("%-32s want %-14v ours %-14v", what, want, got)
		same(t, what, got, want)
	}
	published("practical minutes", p.Minutes.Value.Float(), 700_000)
	published("rate a minute", p.Rate.Value.Float(), .8)
	published("minutes used", p.Used.Float(), 578_600)
	published("assigned", p.Customers.Float(), 462_880)
	published("unused", p.Unused.Float(), 97_120)
	published("lost to nobody", (p.Unassigned + p.Excluded + p.Rounding + p.Uncharged).Float(), 0)
	for i, w := range work {
		published("charged for each "+w.topic, (r.Row(idOf(i)).Costs.Service / Money(w.events)).Float(), w.each)
	}
}

func TestCharging(t *testing.T) {
	a, b := idOf(1), idOf(2)
	for _, c := range []struct {
		name       string
		pools      []extract.CostPool
		rules      func(*Rules)
		ours, them func(*transform.History)
		want       [2]float64
		unused     float64
		uncharged  float64
	}{
		{
			"more minutes used than there are: the rate gives way, nothing is left over",
			[]extract.CostPool{pool(1, "service", 100, 10)},
			nil,
			func(h *transform.History) { h.Tickets = []extract.Ticket{ticket(1, "other", 30)} },
			func(h *transform.History) { h.Tickets = []extract.Ticket{ticket(2, "other", 10)} },
			[2]float64{75, 25},
			0, 0,
		},
		{
			"a ticket without minutes is taken to last what its topic usually does",
			[]extract.CostPool{pool(1, "service", 100, 100)},
			nil,
			func(h *transform.History) {
				for i := range leastRecorded {
					h.Tickets = append(h.Tickets, ticket(i, "other", 10))
				}
			},
			func(h *transform.History) { h.Tickets = []extract.Ticket{ticket(9, "other", 0)} },
			[2]float64{50, 10},
			40, 0,
		},
		{
			"a mail without minutes does not last as long as visits do",
			[]extract.CostPool{pool(1, "visits", 1000, 1000)},
			nil,
			func(h *transform.History) {
				for i := range leastRecorded {
					h.Activities = append(h.Activities, extract.Activity{Ref: ref("visit", i), Type: extract.ActivityVisit, At: noon(9), Minutes: minutes(60)})
				}
			},
			func(h *transform.History) {
				h.Activities = []extract.Activity{{Ref: ref("mail", 1), Type: extract.ActivityMail, At: noon(9)}}
			},
			[2]float64{300, 5},
			695, 0,
		},
		{
			"a pool nobody caused is capacity unused when paid by time",
			[]extract.CostPool{pool(1, "returns", 100, 100)},
			func(r *Rules) { r.Times = []TimeEquation{{Of: AReturn, Each: 10 * extract.One}} },
			nil, nil,
			[2]float64{0, 0},
			100, 0,
		},
		{
			"and uncharged when not", []extract.CostPool{pool(1, "returns", 100, 0)}, nil, nil, nil, [2]float64{0, 0}, 0, 100,
		},
		{
			"an activity nobody can be charged for stays apart", []extract.CostPool{pool(1, "trade fairs", 100, 0)}, nil, nil, nil, [2]float64{0, 0}, 0, 100,
		},
		{
			"order handling goes by orders and lines: 5 and 1",
			[]extract.CostPool{pool(1, "Order handling", 120, 0)},
			nil,
			func(h *transform.History) {
				h.Orders = []transform.Order{order(1, 9, 10)}
				h.Orders[0].Lines = make([]extract.Line, 2)
				for i := range h.Orders[0].Lines {
					h.Orders[0].Lines[i] = extract.Line{Ref: ref("line", i), Net: extract.Some(euros(5))}
				}
			},
			func(h *transform.History) { h.Orders = []transform.Order{order(2, 9, 1)} },
			[2]float64{70, 50},
			0, 0,
		},
		{
			"a delivery's own cost goes first, the rest by delivery",
			[]extract.CostPool{pool(1, "delivery", 100, 0)},
			nil,
			func(h *transform.History) {
				h.Shipments = []extract.Shipment{{Ref: ref("shipment", 1), At: noon(5), Cost: extract.Some(euros(70))}}
			},
			func(h *transform.History) {
				h.Shipments = []extract.Shipment{{Ref: ref("shipment", 2), At: noon(5)}, {Ref: ref("shipment", 3), At: noon(6)}}
			},
			[2]float64{70, 30},
			0, 0,
		},
		{
			"own costs beyond the pool are cut in proportion: the ledger wins",
			[]extract.CostPool{pool(1, "delivery", 100, 0)},
			nil,
			func(h *transform.History) {
				h.Shipments = []extract.Shipment{{Ref: ref("shipment", 1), At: noon(5), Cost: extract.Some(euros(150))}}
			},
			func(h *transform.History) {
				h.Shipments = []extract.Shipment{{Ref: ref("shipment", 2), At: noon(5), Cost: extract.Some(euros(50))}}
			},
			[2]float64{75, 25},
			0, 0,
		},
		{
			"without a pool money lent costs interest: 365 euros for 100 days at 10 %",
			nil,
			func(r *Rules) { r.CreditRate = extract.One / 10 },
			func(h *transform.History) {
				h.Invoices = []extract.Invoice{{Ref: ref("invoice", 1), Type: extract.PlainInvoice, Status: extract.Valid, At: noon(200), Net: euros(365)}}
				h.Payments = []extract.Payment{{Ref: ref("payment", 1), Invoice: ref("invoice", 1).ID, At: noon(100), Amount: euros(365)}}
			}, nil,
			[2]float64{10, 0},
			0, 0,
		},
		{
			"without any payment nobody knows how long money was lent",
			nil, nil,
			func(h *transform.History) {
				h.Invoices = []extract.Invoice{{Ref: ref("invoice", 1), Type: extract.PlainInvoice, Status: extract.Valid, At: noon(200), Net: euros(365)}}
			}, nil,
			[2]float64{0, 0},
			0, 0,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := Defaults()
			if c.rules != nil {
				c.rules(&rules)
			}
			list := []transform.History{customer(1), customer(2)}
			for i, fill := range []func(*transform.History){c.ours, c.them} {
				if fill != nil {
					fill(&list[i])
				}
			}
			r := finished(t, october(), &transform.Ledger{Costs: c.pools}, rules, list).Results(transform.Scope{})
			same(t, "first customer", r.Row(a).CostToServe, euros(c.want[0]))
			same(t, "second customer", r.Row(b).CostToServe, euros(c.want[1]))
			var unused, uncharged Money
			for _, p := range r.Profitability.Pools {
				unused += p.Unused
				uncharged += p.Uncharged
			}
			same(t, "unused", unused, euros(c.unused))
			same(t, "uncharged", uncharged, euros(c.uncharged))
		})
	}
}

func TestCostsOfTheYearBefore(t *testing.T) {
	h := customer(1, 400, 30)
	h.Tickets = []extract.Ticket{ticket(1, "other", 10)}
	row, _ := only(t, h, transform.Ledger{Costs: []extract.CostPool{pool(1, "service", 100, 0)}}, Defaults())
	same(t, "unknown where pools do not reach back", row.CostToServeBefore.Known, false)
	row, _ = only(t, h, transform.Ledger{}, Defaults())
	same(t, "nothing where there are none at all", row.CostToServeBefore, extract.Some(Money(0)))
}

func TestPoolsAreCutByDays(t *testing.T) {
	p := transform.Ending(asOf-15, transform.Monthly) // 17 October: 16 of its 31 days
	s := finished(t, p, &transform.Ledger{Costs: []extract.CostPool{pool(1, "trade fairs", 310, 0)}}, Defaults(), nil)
	same(t, "half of October", s.Results(transform.Scope{}).Profitability.Pools[activities].Amount, euros(160))
}

func TestPaying(t *testing.T) {
	bill := extract.Invoice{Ref: ref("invoice", 1), Type: extract.PlainInvoice, Status: extract.Valid, At: noon(100), Net: euros(100), Tax: extract.Some(euros(20))}
	pay := func(n, ago int, amount float64) extract.Payment {
		return extract.Payment{Ref: ref("payment", n), Invoice: bill.ID, At: noon(ago), Amount: euros(amount)}
	}
	credit := extract.Invoice{Ref: ref("credit", 1), Type: extract.CreditNote, Status: extract.Valid, At: noon(60), Net: -euros(20), Corrects: bill.ID}
	repaid := func(ago int, amount float64) extract.Payment {
		p := pay(9, ago, amount)
		p.Invoice = credit.ID
		return p
	}
	for _, c := range []struct {
		name     string
		payments []extract.Payment
		notes    []extract.Invoice
		open     float64
		days     int64
	}{
		{"paid in full on one day", []extract.Payment{pay(1, 70, 120)}, nil, 0, 30},
		{"the last part counts", []extract.Payment{pay(1, 90, 60), pay(2, 50, 60)}, nil, 0, 50},
		{"part paid is not paid", []extract.Payment{pay(1, 90, 60)}, nil, 60, 0},
		{"a credit note pays too", []extract.Payment{pay(1, 90, 100)}, []extract.Invoice{credit}, 0, 40},
		{"too much paid is not owed back here", []extract.Payment{pay(1, 80, 500)}, nil, 0, 20},
		{"a credit note paid back the same day opens nothing", []extract.Payment{pay(1, 90, 120), repaid(60, -20)}, []extract.Invoice{credit}, 0, 10},
		{"what bounced is paid when it is paid again", []extract.Payment{pay(1, 90, 120), pay(2, 80, -120), pay(3, 60, 120)}, nil, 0, 40},
		{"what bounced and stayed away is not paid", []extract.Payment{pay(1, 90, 120), pay(2, 80, -120)}, nil, 120, 0},
		{"a credit note paid back is owed no more", []extract.Payment{pay(1, 90, 120), repaid(50, -20)}, []extract.Invoice{credit}, 0, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := customer(1)
			h.Invoices, h.Payments = append([]extract.Invoice{bill}, c.notes...), c.payments
			row, _ := only(t, h, transform.Ledger{}, Defaults())
			same(t, "open", row.Receivable, extract.Some(euros(c.open)))
			want := minutes(c.days)
			if c.days == 0 {
				want = extract.Opt[extract.Decimal]{}
			}
			same(t, "days", row.DaysToPay, want)
		})
	}
}

func TestOverpaidInvoices(t *testing.T) {
	bill := extract.Invoice{Ref: ref("invoice", 1), Type: extract.PlainInvoice, Status: extract.Valid, At: noon(100), Net: euros(520), Tax: extract.Some(euros(90.6))}
	other := bill
	other.Ref = ref("invoice", 2)
	note := extract.Invoice{Ref: ref("credit", 1), Type: extract.CreditNote, Status: extract.Valid, At: noon(60), Net: -euros(1000), Corrects: bill.ID}
	h := customer(1)
	h.Invoices = []extract.Invoice{bill, other, note}
	h.Payments = []extract.Payment{{Ref: ref("payment", 1), Invoice: bill.ID, At: noon(70), Amount: euros(1500)}, {Ref: ref("payment", 2), Invoice: other.ID, At: noon(70), Amount: euros(600)}}
	row, r := only(t, h, transform.Ledger{}, Defaults())
	same(t, "owed", row.Receivable, extract.Some(euros(10.6)))
	same(t, "open invoices", r.Data.Open, Aside{Count: 1, Amount: euros(10.6)})
	same(t, "overpaid invoices", r.Data.Over, Aside{Count: 1, Amount: euros(1889.4)})
	same(t, "the overpaid one", r.Data.Overpaid[0], Overpaid{Customer: row.ID, Invoice: bill.ID, Gross: euros(610.6), Paid: euros(1500), Credited: euros(1000)})
}

func TestActivityWords(t *testing.T) {
	for word, want := range map[string]int{
		"Order handling": handling, "order_handling": handling, "DELIVERY": delivery, "rep-visits": visits,
		"service desk": serviceDesk, "Returns": returns, "credit": credit, "trade fairs": activities, "": activities,
	} {
		same(t, fmt.Sprintf("%q", word), activityOf(word), want)
	}
}
