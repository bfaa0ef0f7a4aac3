package jobs

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/extract/source"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

func TestRefreshThatFailsHalfWayChangesNothing(t *testing.T) {
	const kept = "ALTER TABLE invoices RENAME TO mended; CREATE TABLE invoices AS SELECT * FROM mended"
	cases := map[string]struct {
		spoil, mend func(*testing.T, company)
		is          error
		status      string
		says        []string
	}{
		"the second source is not there": {
			func(t *testing.T, c company) { rename(t, c.path("billing.db"), c.path("away.db")) },
			func(t *testing.T, c company) { rename(t, c.path("away.db"), c.path("billing.db")) },
			source.ErrUnreachable, state.Failed,
			[]string{"billing"},
		},
		"a table of the second source is gone": {
			func(t *testing.T, c company) { c.billing(t, "ALTER TABLE payments RENAME TO paid") },
			func(t *testing.T, c company) { c.billing(t, "ALTER TABLE paid RENAME TO payments") },
			nil, state.Failed,
			[]string{"billing", "payments"},
		},
		"too many rows break their contract": {
			func(t *testing.T, c company) { c.billing(t, kept, "UPDATE invoices SET at = NULL WHERE o LIKE '1%'") },
			func(t *testing.T, c company) {
				c.billing(t, "DROP TABLE invoices", "ALTER TABLE mended RENAME TO invoices")
			},
			warehouse.ErrTooManyAside, state.HeldBack,
			[]string{"invoices of billing", "12 of 61 rows", "5 %", "at"},
		},
		"too many rows are gone": {
			func(t *testing.T, c company) {
				c.billing(t, kept, "DELETE FROM invoices WHERE o LIKE '1%' OR o LIKE '2%'")
			},
			func(t *testing.T, c company) {
				c.billing(t, "DROP TABLE invoices", "ALTER TABLE mended RENAME TO invoices")
			},
			warehouse.ErrVanished, state.HeldBack,
			[]string{"invoices of billing", "24 of 60 rows", "20 %"},
		},
	}
	for name, it := range cases {
		t.Run(name, func(t *testing.T) {
			c := newCompany(t)
			d := c.director(t)
			refreshed(t, d)
			before := stands(t, d)
			c.buys(t, "901", 1, morning.AddDate(0, 0, -1))
			it.spoil(t, c)

			_, err := d.Refresh(t.Context())
			if err == nil || (it.is != nil && !errors.Is(err, it.is)) {
				t.Fatalf("error %v, want one that is %v", err, it.is)
			}
			if diff := cmp.Diff(before, stands(t, d)); diff != "" {
				t.Errorf("something changed:\n%s", diff)
			}
			run := lastRun(t, d)
			if run.Job != "refresh" || run.Status != it.status || run.Finished == 0 {
				t.Errorf("run %+v", run)
			}
			for _, word := range it.says {
				if !strings.Contains(run.Error, word) {
					t.Errorf("the ledger says %q, without %q", run.Error, word)
				}
			}
			it.mend(t, c)
			after := refreshed(t, d)
			if got := coverageOf(after.Coverage, "shop", extract.Orders); got.Added != 1 || got.Unchanged != 60 {
				t.Errorf("the next refresh: %+v", got)
			}
		})
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}
