package jobs

import (
	"database/sql"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/extract/source"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// standing is everything a refresh could have changed.
type standing struct {
	Snapshots []warehouse.Snapshot
	Links     []transform.Link
	Customers []transform.Customer
	IDs       state.Crosswalk
}

func stands(t *testing.T, d *Director) standing {
	t.Helper()
	var s standing
	run, _, err := d.Warehouse.Latest(t.Context())
	if err == nil {
		s.Snapshots, err = d.Warehouse.Snapshots(t.Context())
	}
	if err == nil {
		s.Links, err = d.Warehouse.Links(t.Context(), run)
	}
	if err == nil {
		s.IDs, err = d.State.IDs(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	for c, err := range d.Warehouse.Customers(t.Context(), run) {
		if err != nil {
			t.Fatal(err)
		}
		s.Customers = append(s.Customers, *c)
	}
	return s
}

// lastRun returns what the ledger says of the newest run.
func lastRun(t *testing.T, d *Director) state.Run {
	t.Helper()
	list, err := d.State.Runs(t.Context(), 1)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d runs: %v", len(list), err)
	}
	return list[0]
}

// coverageOf picks one kind of one source, nothing where it is not there.
func coverageOf(list []transform.Coverage, source string, kind extract.Kind) transform.Coverage {
	i := slices.IndexFunc(list, func(c transform.Coverage) bool { return c.Source == source && c.Kind == kind })
	if i < 0 {
		return transform.Coverage{}
	}
	return list[i]
}

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

// tableRows counts the rows of every table of the warehouse but those that a refresh
// adds to whatever it finds.
func tableRows(t *testing.T, c company) map[string]int {
	t.Helper()
	db, err := sql.Open("sqlite", c.path("warehouse.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	names, err := db.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]int{}
	for names.Next() {
		var name string
		if err := names.Scan(&name); err != nil {
			t.Fatal(err)
		}
		out[name] = 0
	}
	for _, name := range slices.Sorted(maps.Keys(out)) {
		n := 0
		if err := db.QueryRow("SELECT COUNT(*) FROM `" + name + "`").Scan(&n); err != nil {
			t.Fatal(err)
		}
		out[name] = n
	}
	delete(out, "snapshots")
	delete(out, "coverage")
	return out
}

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

func orderNet(t *testing.T, d *Director, run transform.Run, id string) extract.Money {
	t.Helper()
	for o, err := range warehouse.Records[extract.Order](t.Context(), d.Warehouse, extract.Orders, run) {
		if err != nil {
			t.Fatal(err)
		}
		if o.ID == id {
			return o.Net.Value
		}
	}
	return 0
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

// leftovers lists files that a stage should have cleared away.
func leftovers(t *testing.T, dir string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}
