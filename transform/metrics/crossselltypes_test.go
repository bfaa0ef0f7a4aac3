package metrics

import (
	"fmt"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func product(n int) extract.Product {
	return extract.Product{Ref: ref("ware", n), Name: fmt.Sprint("Ware ", n), Category: fmt.Sprint("Category ", n)}
}

// Twenty customers who buy A and B at a profit and are served as usual, with a
// discount, a credit note and a ticket each, and ten who buy C alone; one more buys A
// and B at a loss.
func losingOne(change func(*transform.History)) []transform.History {
	var list []transform.History
	for i := range 20 {
		h := basket(i, i, "ab")
		h.Orders[0].Discount = extract.Some(euros(10))
		h.Invoices = []extract.Invoice{{Ref: ref("credit", i), Type: extract.CreditNote, Status: extract.Valid, At: noon(3), Net: -euros(8)}}
		h.Tickets = []extract.Ticket{ticket(i, extract.TopicOther, 10)}
		list = append(list, h)
	}
	for i := range 10 {
		list = append(list, basket(50+i, 50+i, "c"))
	}
	h := basket(99, 99, "ab")
	for i := range h.Orders {
		for k := range h.Orders[i].Lines {
			h.Orders[i].Lines[k].Cost = extract.Some(euros(11))
		}
	}
	change(&h)
	return append(list, h)
}

func TestKindsOfCrossBuyersWhoBringALoss(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*transform.History)
		flag   string
	}{
		{"served as usual and spending more than who buys one category", func(*transform.History) {}, ""},
		{"twice the usual cost of the desk", func(h *transform.History) { h.Tickets = []extract.Ticket{ticket(1, extract.TopicOther, 30)} }, FlagDemander},
		{"twice the usual credit notes", func(h *transform.History) {
			h.Invoices = []extract.Invoice{{Ref: ref("credit", 99), Type: extract.CreditNote, Status: extract.Valid, At: noon(3), Net: -euros(40)}}
		}, FlagReverser},
		{"twice the usual discount", func(h *transform.History) { h.Orders[0].Discount = extract.Some(euros(60)) }, FlagMaximiser},
		{"half of the orders promotional", func(h *transform.History) {
			for i := range 4 {
				h.Orders[i].Promotional = true
			}
		}, FlagMaximiser},
		{"more categories, no more money", func(h *transform.History) {
			for i := range h.Orders {
				for k := range h.Orders[i].Lines {
					h.Orders[i].Lines[k].Net, h.Orders[i].Lines[k].Cost = extract.Some(euros(4)), extract.Some(euros(5))
				}
			}
		}, FlagLimiter},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := wares(3)
			l.Costs = []extract.CostPool{pool(1, "service", 300, 1000)}
			r := resultsOf(t, l, Defaults(), losingOne(c.change))
			x := r.CrossSell.Across
			same(t, "cross-buyers who bring a loss", x.Losing.Part*100+x.Losing.Of, 121)
			for _, g := range x.Kinds {
				same(t, "customers of "+g.Name, g.Customers, one(g.Name == c.flag || (c.flag == "" && g.Name == crossOther)))
			}
			same(t, "their share of losses", x.Share, decimal(1))
			if flags := " " + r.Row(idOf(99)).Flags + " "; c.flag != "" && !strings.Contains(flags, " "+c.flag+" ") {
				t.Errorf("flags %q", flags)
			}
		})
	}
}
