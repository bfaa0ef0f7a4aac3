package jobs

import (
	"bytes"
	"context"
	"testing"

	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

func TestFiguresAreTheSameRecalledAsFolded(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	d.Reports[0].Recipients[0].Scope = transform.Scope{Territory: "North"}
	refreshed(t, d)
	for _, scope := range []transform.Scope{{}, {Territory: "North"}} {
		for _, name := range reportNames {
			folded := drawn(t, d, name, scope)
			keys, err := d.Warehouse.Measures(t.Context())
			if err != nil || len(keys) != 1 {
				t.Fatalf("%d measures are kept: %v", len(keys), err)
			}
			recalled := drawn(t, d, name, scope)
			wantSame(t, name+" "+scope.Name(), folded, recalled)
			if err := d.Warehouse.DropMeasure(t.Context(), keys[0]); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// What is recalled must be what was kept, not folded once more unnoticed.
func TestKeptFiguresAreUsed(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	before := drawn(t, d, pages.SalesName, transform.Scope{})
	change(t, c.path("warehouse.db"), "DELETE FROM staged_orders")
	wantSame(t, "without the orders", before, drawn(t, d, pages.SalesName, transform.Scope{}))
	d.Build = "another build"
	i := drawn(t, d, pages.SalesName, transform.Scope{})
	if bytes.Equal(i.Workbook, before.Workbook) || len(failed(i.Checks)) == 0 {
		t.Error("another build of the program must fold anew, and see that the orders are gone")
	}
}

// mustMeasure measures October under a run of its own.
func mustMeasure(t *testing.T, d *Director) Measured {
	t.Helper()
	snapshot, err := d.fresh(t.Context(), october)
	if err != nil {
		t.Fatal(err)
	}
	var m Measured
	err = d.record(t.Context(), state.Run{Job: "measure", Period: october.Key(), AsOf: october.To}, func(ctx context.Context, run transform.Run) (any, error) {
		var err error
		m, err = d.measure(ctx, run, snapshot, october)
		return nil, err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}
