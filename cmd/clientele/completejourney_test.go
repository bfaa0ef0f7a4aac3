package main

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"clientele/transform"
)

// TestCompleteJourney runs the program on a grocer's loyalty cards: a card is a
// household, and must stay one, whatever its number resembles.
func TestCompleteJourney(t *testing.T) {
	dir := realData(t)
	server := testServer(t)
	const database = "clientele_completejourney"
	loadDump(t, server, database, filepath.Join(dir, "databases", "completejourney.sql.gz"))
	t.Setenv("COMPLETEJOURNEY_DSN", server+database)
	file := example(t, "completejourney.yaml")
	mustRun(t, "check", "-c", file)
	if out := mustRun(t, "run", "refresh", "-c", file); !strings.Contains(out, "2379 records are 2379 customers") {
		t.Errorf("refresh says\n%s", out)
	}
	mustRun(t, "run", "marketing", "--as-of", "2018-01-01", "-c", file)

	store := filepath.Join(filepath.Dir(file), "completejourney-warehouse.db")
	checkHouseholds(t, server+database, store)
}

// checkHouseholds compares every household's orders, revenue, breadth and last day
// with the database's own.
func checkHouseholds(t *testing.T, dsn, store string) {
	r := measured(t, store)
	rows := map[transform.CustomerID]*transform.Figures{}
	for i := range r.Rows {
		rows[r.Rows[i].ID] = r.Rows[i]
	}
	of := customers(t, store, "cards")
	want := ask(t, "mysql", dsn, `
		SELECT t.household_id, COUNT(DISTINCT t.basket_id), SUM(t.sales_value), DATE(MAX(t.transaction_timestamp)),
		       COUNT(DISTINCT CASE WHEN t.quantity > 0 OR t.sales_value > 0 THEN COALESCE(NULLIF(p.product_category, ''), p.department, 'not listed') END)
		FROM transactions t LEFT JOIN products p ON p.product_id = t.product_id
		GROUP BY t.household_id`)
	if len(want) != 2377 {
		t.Fatalf("%d households bought, want 2377", len(want))
	}
	wrong := 0
	for _, w := range want {
		f := rows[transform.CustomerID(of[w[0]])]
		if f == nil {
			t.Fatalf("household %s is no customer", w[0])
		}
		got := []string{w[0], strconv.FormatInt(f.Orders, 10), cents(f.Revenue), f.Last.String(), strconv.FormatInt(f.HouseholdCategories, 10)}
		if w[3] = strings.TrimSuffix(w[3], " 00:00:00"); strings.Join(got, " ") != strings.Join(w, " ") && wrong < 5 {
			wrong++
			t.Errorf("household: got %v, want %v", got, w)
		}
		if f.HouseholdSize != 1 {
			t.Errorf("household %s has %d customers", w[0], f.HouseholdSize)
		}
	}
	if total := cents(r.Overview.Revenue.All()); total != "233935.24" {
		t.Errorf("revenue %s, want 233935.24", total)
	}
}
