package jobs

import (
	"errors"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/warehouse"
)

func TestVanishGuard(t *testing.T) {
	for name, it := range map[string]struct {
		gone   string
		allow  float64
		passes bool
	}{
		"up to twenty rows may always go":        {"CAST(id AS INTEGER) < 300 AND id <> '101' AND id <> '102' AND id <> '103' AND id <> '104'", 0, true},
		"more than twenty and the share may not": {"CAST(id AS INTEGER) < 300", 0.2, false},
		"as many as the share says may":          {"CAST(id AS INTEGER) < 300", 0.4, true},
		"all may not, even if they are few":      {"1 = 1", 0.99, false},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCompany(t)
			d := c.director(t)
			d.Sources[0].MaxVanished = it.allow
			refreshed(t, d)
			c.shop(t, "DELETE FROM orders WHERE "+it.gone)
			_, err := d.Refresh(t.Context())
			if it.passes != (err == nil) || (err != nil && !errors.Is(err, warehouse.ErrVanished)) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestKindThatIsMappedNoMoreIsMeasuredNoMore(t *testing.T) {
	for name, it := range map[string]struct {
		unmap func(*Director)
		left  int64 // payments that hold afterwards
	}{
		"a kind of a source": {func(d *Director) { delete(d.Sources[1].Mappings, extract.Payments) }, 0},
		"a whole source":     {func(d *Director) { d.Sources = d.Sources[:1] }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCompany(t)
			d := c.director(t)
			refreshed(t, d)
			it.unmap(d)
			second := refreshed(t, d)
			if got := coverageOf(second.Coverage, "billing", extract.Payments); got.Vanished != 60 || got.Kept != it.left {
				t.Errorf("payments: %+v", got)
			}
			fold, err := d.Warehouse.Histories(t.Context(), second.Run, october.To, d.Company.Zone)
			if err != nil {
				t.Fatal(err)
			}
			defer fold.Close()
			for _, x := range fold.Read {
				if x.Source == "billing" && x.Kind == extract.Payments {
					t.Errorf("%d payments are still measured from", x.Rows)
				}
			}
			third := refreshed(t, d)
			if got := coverageOf(third.Coverage, "billing", extract.Payments); got != (transform.Coverage{}) {
				t.Errorf("told a second time: %+v", got)
			}
			again := c.director(t)
			d.Sources = again.Sources
			if got := coverageOf(refreshed(t, d).Coverage, "billing", extract.Payments); got.Added != 60 {
				t.Errorf("mapped again: %+v", got)
			}
		})
	}
}
