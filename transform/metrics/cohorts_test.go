package metrics

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// on returns a customer with orders of 100 euros on some days, a cost of 40 each.
func on(n int, days ...Day) transform.History {
	h := customer(n)
	for i, d := range days {
		o := order(100*n+i, int(asOf-d), 100)
		o.Lines = []extract.Line{{Ref: ref("line", i), Net: extract.Some(euros(100)), Cost: extract.Some(euros(40))}}
		h.Orders = append(h.Orders, o)
	}
	return h
}

func TestCohortsByQuarter(t *testing.T) {
	d := func(year int, m time.Month, day int) Day { return extract.Date(year, m, day) }
	list := []transform.History{
		on(1, d(2026, 1, 10), d(2026, 3, 5), d(2026, 4, 2), d(2026, 7, 1)), // active all the time
		on(2, d(2026, 2, 1)),                        // silent from August on
		on(3, d(2026, 4, 30), d(2026, 10, 31)),      // of the second quarter
		on(4, d(2023, 9, 30)),                       // before the cohorts that are followed
		on(5, d(2026, 10, 5)), on(6, d(2026, 8, 1)), // of the third and of the one that runs
	}
	c := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).Attrition.Cohorts
	same(t, "cohorts", len(c), 4)
	first, second, running := c[0], c[1], c[3]
	same(t, "first", first.Quarter, d(2026, 1, 1))
	same(t, "customers", first.Customers, 2)
	same(t, "quarters behind it", first.Ages(), 2)
	nearly(t, "both active on 1 July", first.KeptAt(1), 1)
	nearly(t, "one on 1 October", first.KeptAt(2), .5)
	same(t, "the fourth is not over", first.KeptAt(3).Known || first.RevenueAt(3).Known || first.GrossAt(3).Known, false)
	nearly(t, "100 in spring of 300 in winter", first.RevenueAt(1), 1./3)
	same(t, "60 of gross profit for two customers", first.GrossAt(1), extract.Some(euros(30)))
	nearly(t, "nothing in summer", second.RevenueAt(1), 0)
	same(t, "the one that runs has nothing behind it", running.Ages(), 0)
	same(t, "not even its own quarter", running.RevenueAt(0).Known, false)

	all := OldEnough(c, 2, 1)
	same(t, "two quarters behind: the first only", all.Customers, 2)
	nearly(t, "its share", all.KeptAt(2), .5)
	all = OldEnough(c, 1, 1)
	same(t, "one quarter behind: two cohorts", all.Customers, 3)
	nearly(t, "100 of the 400 that those two began with", all.RevenueAt(1), .25)
	same(t, "small ones are left out", OldEnough(c, 1, 2).Customers, 2)
	same(t, "nobody is so old", OldEnough(c, 9, 1).KeptAt(9).Known, false)
}
