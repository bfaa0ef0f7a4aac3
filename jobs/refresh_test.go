package jobs

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
)

func TestSecondRefreshWritesNothing(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	first := refreshed(t, d)
	before, rows := stands(t, d), tableRows(t, c)
	second := refreshed(t, d)
	for _, x := range second.Coverage {
		if x.Added+x.Changed+x.Vanished+x.Aside != 0 || x.Unchanged != x.Read || x.Kept != x.Read {
			t.Errorf("%s of %s: %+v", x.Kind, x.Source, x)
		}
	}
	after := stands(t, d)
	if first.Digest != second.Digest || second.Run <= first.Run || len(after.Snapshots) != 2 {
		t.Errorf("runs %d and %d, digests %s and %s, %d snapshots", first.Run, second.Run, first.Digest, second.Digest, len(after.Snapshots))
	}
	before.Snapshots, after.Snapshots = nil, nil
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("who is who changed:\n%s", diff)
	}
	if diff := cmp.Diff(rows, tableRows(t, c)); diff != "" {
		t.Errorf("rows were written:\n%s", diff)
	}
}

func TestOneChangedRowIsOneNewRow(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	first := refreshed(t, d)
	rows := tableRows(t, c)
	c.shop(t, "UPDATE orders SET net = '99.99' WHERE id = '101'")
	second := refreshed(t, d)
	if got := coverageOf(second.Coverage, "shop", extract.Orders); got.Changed != 1 || got.Unchanged != 59 || got.Added+got.Vanished != 0 {
		t.Errorf("orders: %+v", got)
	}
	if first.Digest == second.Digest {
		t.Error("the digest does not tell the two refreshes apart")
	}
	after := tableRows(t, c)
	rows["staged_orders"]++
	rows["digests"]++ // of the orders as they are now
	if diff := cmp.Diff(rows, after); diff != "" {
		t.Errorf("not one row:\n%s", diff)
	}
	if net := orderNet(t, d, first.Run, "101"); net == 999900 {
		t.Error("the past was overwritten")
	}
	if net := orderNet(t, d, second.Run, "101"); net != 999900 {
		t.Errorf("order 101 is worth %s", net)
	}
}

func TestRowThatLeftItsSourceIsClosedAndStaysInThePast(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	first := refreshed(t, d)
	c.shop(t, "DELETE FROM orders WHERE id = '101'", "DELETE FROM lines WHERE o = '101'")
	second := refreshed(t, d)
	if got := coverageOf(second.Coverage, "shop", extract.Orders); got.Vanished != 1 || got.Kept != 59 {
		t.Errorf("orders: %+v", got)
	}
	if got := coverageOf(second.Coverage, "shop", extract.Lines); got.Vanished != 2 || got.Kept != 118 {
		t.Errorf("lines: %+v", got)
	}
	if orderNet(t, d, first.Run, "101") == 0 || orderNet(t, d, second.Run, "101") != 0 {
		t.Error("the order should have been there before and not be there now")
	}
}
