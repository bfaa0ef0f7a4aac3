package pages

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func TestSubtotalsAndCreditAreAllOfCostToServe(t *testing.T) {
	costs := transform.Costs{Handling: euros(1), Delivery: euros(10), Visits: euros(100), Service: euros(1_000), Returns: euros(10_000), Credit: euros(100_000)}
	want := map[string]Money{
		"Order handling": euros(1), "Delivery drops": euros(10), "Returns": euros(10_000), orderDriven: euros(10_011),
		"Rep visits": euros(100), "Calls": euros(1_000), serving: euros(1_100), lent: euros(100_000),
	}
	var all Money
	list := withParts()
	for _, a := range list {
		if got := a.of(costs); got != want[a.name] {
			t.Errorf("%s is %s, want %s", a.name, extract.Money(got), want[a.name])
		}
		if a.isSubtotal() || a.part == lent {
			all += a.of(costs)
		}
	}
	if len(list) != len(want) || all != costs.Total() {
		t.Errorf("%d parts add up to %s, want %d and %s", len(list), all, len(want), costs.Total())
	}
}

func TestLossMakersAndFifthsShowWhatDrivesCost(t *testing.T) {
	wb := Sales(company(t, 5))
	for _, tab := range []string{"Profitability", "Loss-makers"} {
		g := pageOf(t, wb, tab).Sheet().Grids()[0]
		last := -1
		for _, head := range []string{"Order handling", "Delivery drops", "Returns", orderDriven, "Rep visits", "Calls", serving, lent} {
			at := column(g, head)
			if at <= last {
				t.Errorf("%s: %s stands at %d, after %d", tab, head, at, last)
			}
			last = at
		}
	}
}
