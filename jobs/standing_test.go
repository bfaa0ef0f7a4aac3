package jobs

import (
	"database/sql"
	"maps"
	"slices"
	"testing"

	"clientele/extract"
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
	delete(out, "stagings")
	return out
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
