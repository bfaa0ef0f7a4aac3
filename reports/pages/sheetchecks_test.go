package pages

import "testing"

func TestSheetsTieToTheFigures(t *testing.T) {
	in := company(t, 5)
	sales := Checks(in, Sales(in))
	if len(sales) < 8 {
		t.Errorf("%d checks of the sales workbook, want some for each list", len(sales))
	}
	for _, c := range append(sales, Checks(in, Marketing(in))...) {
		if !c.Passed {
			t.Errorf("%s: expected %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
}

func TestASheetThatLeavesSomebodyOutFails(t *testing.T) {
	in := company(t, 5)
	wb := Sales(in)
	in.Results.Overview.Revenue.Customers++ // what the figures say now, no sheet does
	failed := 0
	for _, c := range Checks(in, wb) {
		if !c.Passed {
			failed++
		}
	}
	if failed == 0 {
		t.Error("no check noticed")
	}
}
