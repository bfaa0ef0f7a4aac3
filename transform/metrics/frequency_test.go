package metrics

import (
	"testing"

	"clientele/transform"
)

// Four hotels of more than a year ordered 1, 2, 4 and 4 times in twelve months, each for
// 100: the upper quartile is 4, so they lack 3 and 2 orders.
func TestRoomToGrowIsWhatIsBetweenEachAndTheUpperQuarterOfItsType(t *testing.T) {
	list := []transform.History{
		customer(1, 500, 10), customer(2, 500, 20, 10), customer(3, 500, 40, 30, 20, 10), customer(4, 500, 40, 30, 20, 10),
		customer(5, 100, 90), // came within the year: had less time
		customer(6, 500),     // bought nothing within it
	}
	for i := range list {
		list[i].Customer.Segment = "Hotels"
	}
	got := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).RFM.Frequencies
	if len(got) != 1 {
		t.Fatalf("%d business types, want one", len(got))
	}
	f := got[0]
	same(t, "name", f.Name, "Hotels")
	same(t, "customers of a year and longer who bought", f.Customers, 4)
	nearly(t, "orders each", f.Orders.Mean, 2.75)
	nearly(t, "upper quartile", f.Upper, 4)
	same(t, "below it", f.Below, 2)
	same(t, "orders they would add", f.Room, 5)
	same(t, "at 100 an order", f.Worth, euros(500))
}

func TestTypesWithMostRoomStandFirst(t *testing.T) {
	list := []transform.History{customer(1, 500, 10), customer(2, 500, 20, 10), customer(3, 500, 10), customer(4, 500, 40, 30, 20, 10)}
	for i, name := range []string{"Bars", "Bars", "Hotels", "Hotels"} {
		list[i].Customer.Segment = name
	}
	got := finished(t, october(), &transform.Ledger{}, Defaults(), list).Results(transform.Scope{}).RFM.Frequencies
	same(t, "first", got[0].Name, "Hotels")
	same(t, "its room", got[0].Room, 3)
	same(t, "second", got[1].Name, "Bars")
}
