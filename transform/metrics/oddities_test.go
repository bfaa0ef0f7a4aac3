package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func TestWhatIsEasilyMisreadIsNamed(t *testing.T) {
	priced := func(n, ago int, net float64) transform.Order { return order(n, ago, net) }
	large, refunded, odd := customer(1), customer(2), customer(3)
	large.Orders = []transform.Order{priced(1, 300, 600)}
	refunded.Orders = []transform.Order{priced(2, 200, 100)}
	refunded.Invoices = []extract.Invoice{{Ref: ref("credit", 1), Type: extract.CreditNote, Status: extract.Valid, At: noon(20), Net: -euros(130)}}
	odd.Orders = []transform.Order{priced(3, 100, -40), priced(4, 90, 0), priced(5, 80, 70)}
	odd.Tickets = []extract.Ticket{ticket(1, "other", 0), ticket(2, "other", 5)}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), []transform.History{large, refunded, odd}).Results(transform.Scope{})
	o := r.Data.Odd
	same(t, "below zero", o.Below, Aside{Count: 1, Amount: -euros(40)})
	same(t, "worth nothing", o.Nothing, 1)
	same(t, "refunded beyond what was bought", o.Refunded, Aside{Count: 1, Amount: euros(30)})
	same(t, "largest", o.Who, idOf(1))
	same(t, "share of the largest", o.Largest.Value, extract.One)
	same(t, "first sale", o.Began, asOf-300)
	same(t, "months with a sale", o.Months, 5)
	same(t, "tickets without minutes", o.Minutes, 1)
	for _, c := range r.Checks {
		same(t, c.Name, c.Passed, true)
	}
	same(t, "revenue as it is", r.Overview.Revenue.Customers, euros(600-30+30))
}

func TestOneMonthOfDataComparesNothing(t *testing.T) {
	var list []transform.History
	for i := range 30 {
		list = append(list, customer(i, 5, 20))
	}
	r := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{})
	same(t, "months", r.Data.Odd.Months, 1)
	for _, row := range r.Rows {
		same(t, "change", row.Change().Known, false)
		same(t, "slope", row.Slope.Known, false)
	}
	same(t, "attrition of nobody", r.Attrition.Year.Share().Known, false)
}
