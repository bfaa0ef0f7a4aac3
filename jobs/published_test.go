package jobs

import (
	"database/sql"
	"testing"

	"clientele/reports/pages"
	"clientele/transform"
)

// current reads the view that other programs read: how many customers it shows, as
// of when, and what they bought in all.
func current(t *testing.T, c company) (customers int, asOf string, revenue float64) {
	t.Helper()
	db, err := sql.Open("sqlite", c.path("warehouse.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	row := db.QueryRow("SELECT COUNT(*), COALESCE(MAX(as_of), ''), COALESCE(SUM(net_revenue), 0) FROM customers_current")
	if err := row.Scan(&customers, &asOf, &revenue); err != nil {
		t.Fatal(err)
	}
	return customers, asOf, revenue
}

func TestOtherReadersSeeTheCustomersOfTheNewestDay(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	if n, _, _ := current(t, c); n != 0 {
		t.Errorf("%d customers before anything was measured", n)
	}
	published(t, d, PublishOptions{NoSend: true})
	n, asOf, revenue := current(t, c)
	if n != len(people) || asOf != "2026-11-01" || revenue == 0 {
		t.Errorf("%d customers as of %s with %v", n, asOf, revenue)
	}
	if _, err := d.Publish(t.Context(), pages.SalesName, october.Previous(), PublishOptions{NoSend: true}); err != nil {
		t.Fatal(err)
	}
	if _, after, sum := current(t, c); after != asOf || sum != revenue {
		t.Errorf("a report of the past left the table as of %s with %v", after, sum)
	}
	c.buys(t, "901", 1, morning.AddDate(0, 0, -1))
	refreshed(t, d)
	published(t, d, PublishOptions{NoSend: true})
	if _, after, sum := current(t, c); after != asOf || sum <= revenue {
		t.Errorf("the table stands at %s with %v, before it was %v", after, sum, revenue)
	}
}

// Whatever bears on a figure makes figures be computed anew; nothing else does.
func TestFiguresAreFoldedAnewWhenWhatTheyComeFromChanges(t *testing.T) {
	c := newCompany(t)
	d := c.director(t)
	refreshed(t, d)
	kept := 0
	step := func(what string, more int, name string, period transform.Period) {
		t.Helper()
		if _, err := d.Publish(t.Context(), name, period, PublishOptions{NoSend: true}); err != nil {
			t.Fatal(err)
		}
		keys, err := d.Warehouse.Measures(t.Context())
		if err != nil || len(keys) != kept+more {
			t.Errorf("%s: %d measures are kept after %d, want %d more: %v", what, len(keys), kept, more, err)
		}
		kept = len(keys)
	}
	step("the first", 1, pages.SalesName, october)
	step("the same again", 0, pages.SalesName, october)
	step("another report of the same", 0, pages.MarketingName, october)
	refreshed(t, d)
	step("a refresh that found nothing new", 0, pages.SalesName, october)
	step("another period", 1, pages.SalesName, october.Previous())
	d.Settings = "other settings"
	step("other settings", 1, pages.SalesName, october)
	d.Code = "other code"
	step("another version", 1, pages.SalesName, october)
	d.Build = "other build"
	step("another build", 1, pages.SalesName, october)
	d.Reports[0].Recipients[0].Scope = transform.Scope{Territory: "North"}
	step("a scope nobody had", 1, pages.SalesName, october)
	c.shop(t, "UPDATE orders SET net = '77.00' WHERE id = '101'")
	refreshed(t, d)
	step("another amount", 1, pages.SalesName, october)
	say(t, d, transform.Decision{Kind: transform.CannotLink, A: refOf("shop", "1"), B: refOf("billing", "D1"), Who: "steward"})
	refreshed(t, d)
	step("a person's word", 1, pages.SalesName, october)
}
