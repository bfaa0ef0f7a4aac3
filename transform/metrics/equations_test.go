package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func TestTheMostExactTimeEquationCounts(t *testing.T) {
	r := Defaults()
	r.Times = []TimeEquation{
		{Of: ATicket, Each: 1 * extract.One},
		{Of: ATicket, Channel: "phone", Each: 2 * extract.One},
		{Of: ATicket, Type: extract.TopicComplaint, Each: 3 * extract.One},
		{Of: ATicket, Type: extract.TopicComplaint, Channel: "phone", Each: 4 * extract.One},
		{Of: AnOrder, Each: 5 * extract.One, Line: 2 * extract.One, First: 10 * extract.One, Abroad: 20 * extract.One},
	}
	for _, c := range []struct {
		name string
		of   event
		want int64
	}{
		{"any", event{of: ATicket, kind: extract.TopicBilling, channel: "chat"}, 1},
		{"its channel", event{of: ATicket, kind: extract.TopicBilling, channel: "phone"}, 2},
		{"its topic before its channel", event{of: ATicket, kind: extract.TopicComplaint, channel: "chat"}, 3},
		{"topic and channel", event{of: ATicket, kind: extract.TopicComplaint, channel: "phone"}, 4},
		{"lines", event{of: AnOrder, lines: 3}, 11},
		{"a first order abroad", event{of: AnOrder, lines: 1, first: true, abroad: true}, 37},
		{"nothing said: assumed", event{of: AReturn}, 15},
		{"nothing said of deliveries: assumed, whatever lines there are", event{of: ADelivery, lines: 4, abroad: true}, 15},
	} {
		same(t, c.name, r.takes(c.of), minutes(c.want).Value)
	}
}

// What the company says comes before the mean of what others recorded, and a
// recording of the contact itself before both.
func TestRecordedMinutesComeBeforeTheEquation(t *testing.T) {
	rules := Defaults()
	rules.Times = []TimeEquation{{Of: ATicket, Type: "other", Each: 7 * extract.One}}
	h, other := customer(1), customer(2)
	for i := range leastRecorded {
		h.Tickets = append(h.Tickets, ticket(i, "other", 10))
	}
	other.Tickets = []extract.Ticket{ticket(9, "other", 0)}
	ledger := &transform.Ledger{Costs: []extract.CostPool{pool(1, "service", 100, 100)}}
	r := finished(t, october(), ledger, rules, []transform.History{h, other}).Results(transform.Scope{})
	same(t, "recorded", r.Row(idOf(1)).CostToServe, euros(50))
	same(t, "said", r.Row(idOf(2)).CostToServe, euros(7))
}

// Order handling, delivery and returns by time: 1,000 minutes of 1.00 each.
func TestOrdersDeliveriesAndReturnsAreChargedByTimeWhereTheCompanySaysHowLong(t *testing.T) {
	rules := Defaults()
	rules.HomeCountry = "DE"
	rules.Times = []TimeEquation{
		{Of: AnOrder, Each: 5 * extract.One, Line: 2 * extract.One, First: 10 * extract.One},
		{Of: AnOrder, Channel: "phone", Each: 9 * extract.One},
		{Of: ADelivery, Each: 15 * extract.One, Abroad: 30 * extract.One},
		{Of: AReturn, Each: 12 * extract.One},
		{Of: AReturn, Type: extract.ReturnDamaged, Each: 20 * extract.One},
	}
	h := customer(1)
	h.Orders = []transform.Order{order(1, 300, 10), order(2, 200, 10)}
	for i := range h.Orders {
		h.Orders[i].Lines = []extract.Line{{Ref: ref("line", i), Net: extract.Some(euros(5))}, {Ref: ref("line", 9+i), Net: extract.Some(euros(5))}}
	}
	h.Orders[1].Channel = "phone"
	h.Shipments = []extract.Shipment{{Ref: ref("s", 1), At: noon(9), Country: "DE"}, {Ref: ref("s", 2), At: noon(8), Country: "FR", Cost: extract.Some(euros(99))}}
	h.Returns = []extract.Return{{Ref: ref("r", 1), At: noon(7), Reason: extract.ReturnOther}, {Ref: ref("r", 2), At: noon(6), Reason: extract.ReturnDamaged}}
	ledger := &transform.Ledger{Costs: []extract.CostPool{pool(1, "order handling", 1000, 1000), pool(2, "delivery", 1000, 1000), pool(3, "returns", 1000, 1000)}}
	r := finished(t, october(), ledger, rules, []transform.History{h}).Results(transform.Scope{})
	row := r.Row(idOf(1))
	same(t, "first order of two lines, and one by phone", row.Costs.Handling, euros(5+2*2+10+9))
	same(t, "one drop at home, one abroad", row.Costs.Delivery, euros(15+15+30))
	same(t, "two returns", row.Costs.Returns, euros(12+20))
	for a, want := range map[int]float64{handling: 1000 - 28, delivery: 1000 - 60, returns: 1000 - 32} {
		same(t, "unused "+activityNames()[a], r.Profitability.Pools[a].Unused, euros(want))
	}
}
