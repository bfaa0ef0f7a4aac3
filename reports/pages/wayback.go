package pages

import (
	"fmt"
	"math"

	"clientele/reports"
)

// wayBack says what would bring a loss-maker to zero: how much less of what costs
// most, and how much higher prices would do it alone. It takes for granted that the
// activity's cost falls with its number, and that they buy as much at other prices.
func (b *book) wayBack(r row) string {
	loss := -r.Net.Value
	switch {
	case !r.Net.Known || loss <= 0:
		return ""
	case r.Revenue <= 0:
		return fmt.Sprintf("Nothing bought and %s spent: sell, charge for it or stop", b.money(r.CostToServe))
	case belowCost(r):
		return "Goods cost more than they bring: " + b.dearer(loss, r.Revenue)
	}
	deed, n := driverDeed(r)
	left, enough := fewer(n, driverCost(r), loss)
	switch {
	case deed == "":
		return capital(b.dearer(loss, r.Revenue))
	case n == 0:
		return fmt.Sprintf("%s, or %s", deed, b.dearer(loss, r.Revenue))
	case enough:
		return fmt.Sprintf("%s: %s a year instead of %s, or %s", deed, reports.Thousands(left), reports.Thousands(n), b.dearer(loss, r.Revenue))
	}
	return fmt.Sprintf("%s (saves %s at most), or %s", deed, b.money(driverCost(r)), b.dearer(loss, r.Revenue))
}

// belowCost says whether goods sold below their cost lose more than the activity
// that costs most takes.
func belowCost(r row) bool {
	return r.Gross.Known && r.Gross.Value < 0 && -r.Gross.Value >= driverCost(r)
}

// largestDriver names what a loss comes from first: goods sold below their cost, or
// the activity that costs most.
func largestDriver(r row) string {
	if belowCost(r) {
		return "Goods"
	}
	return activityName(r.LargestDriver)
}

// fewer returns how many of n events may be left so that a loss is made good, and
// whether leaving some out does it at all: one has to stay.
func fewer(n int64, cost, loss Money) (left int64, enough bool) {
	if n < 2 || cost <= 0 {
		return 0, false
	}
	gone := math.Ceil(loss.Float()/cost.Float()*float64(n) - 1e-9)
	if gone >= float64(n) {
		return 0, false
	}
	return n - int64(gone), true
}

// dearer says by how much prices would have to rise.
func (b *book) dearer(loss, revenue Money) string {
	x, ok := of(loss, revenue)
	if !ok || x > 1 {
		return "more than twice the price"
	}
	return "prices +" + reports.PercentWords(x)
}

// driverDeed returns what to do about the activity that costs most, and how many
// events of it there were, 0 where it has none.
func driverDeed(r row) (deed string, events int64) {
	switch r.LargestDriver {
	case "handling":
		return "Bundle orders", r.Orders
	case "delivery":
		return "Bundle deliveries or charge them", r.Shipments
	case "visits":
		return "Visit and call less", r.VisitCount + r.CallCount
	case "service":
		return "Find out why they call", r.Tickets
	case "returns":
		return "Find out why goods come back", r.ReturnCount
	case "credit":
		return "Agree shorter terms of payment", 0
	}
	return "", 0
}

// driverCost is what the activity that costs most took.
func driverCost(r row) Money {
	for _, a := range sixActivities() {
		if a.code == r.LargestDriver {
			return a.of(r.Costs)
		}
	}
	return 0
}
