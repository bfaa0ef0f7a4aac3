package jobs

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/reports/excel/exceltest"
	"clientele/reports/mail"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/metrics"
	"clientele/transform/state"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// october is the period most tests publish; morning is the moment they do it.
var (
	october = transform.Ending(extract.Date(2026, time.November, 1), transform.Monthly)
	morning = time.Date(2026, time.November, 1, 6, 0, 0, 0, time.UTC)
)

// director opens the company's stores. Both reports go to one manager each.
func (c company) director(t testing.TB) *Director {
	t.Helper()
	outbox, err := mail.NewOutbox(c.path("outbox"))
	if err != nil {
		t.Fatal(err)
	}
	d := &Director{
		Sources: c.sources(), Settled: settledRates(), Matching: match.Options{Country: "DE", SourceRank: []string{"shop", "billing"}}, Rules: rules(),
		Company: Company{
			Name: "Test Trading", Currency: "EUR", Language: "en", Zone: time.UTC,
			From: reports.Address{Name: "Reports", Mail: "reports@example.org"}, ReplyTo: reports.Address{Mail: "data@example.org"},
		},
		Reports: []Report{to(pages.SalesName, "ann@example.org"), to(pages.MarketingName, "max@example.org")},
		Carrier: outbox, Spool: mail.NewSpool(c.path("spool")), Archive: c.path("archive"), Settings: "settings", Code: "code", Build: "build",
		Progress: silent{}, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return morning }, Owner: "test", Holder: "the test", WeekStart: time.Monday,
	}
	exceltest.WhenDone(t, d.Archive)
	c.openStores(t, d)
	return d
}

func (c company) openStores(t testing.TB, d *Director) {
	t.Helper()
	var err error
	if d.State, err = state.Open(t.Context(), c.stateAt(t)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.State.Close() })
	if d.Warehouse, err = warehouse.Open(t.Context(), store.File(c.path("warehouse.db")), ""); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Warehouse.Close() })
}

// lose closes a store and removes its files, as a broken disk would, and opens an
// empty one.
func (c company) lose(t testing.TB, d *Director, name string) {
	t.Helper()
	if err := d.State.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.Warehouse.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(c.path(name + ".db*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of %s: %v", name, err)
	}
	for _, f := range files {
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
	}
	c.openStores(t, d)
}

func rules() metrics.Rules {
	r := metrics.Defaults()
	r.Zone, r.Currency, r.MinorPlaces, r.HomeCountry = time.UTC, "EUR", 2, "DE"
	return r
}

// settledRates lets dollars be converted, and nothing else.
func settledRates() []Batch {
	dollar := &extract.Rate{Ref: extract.Ref{Source: "configuration", ID: "USD"}, Currency: "USD", From: extract.Date(2020, time.January, 1), Rate: extract.One / 4 * 3}
	return []Batch{{Source: "configuration", Kind: extract.Rates, Records: []extract.Record{dollar}}}
}

// to returns a monthly report for recipients who see the whole company.
func to(name string, addresses ...string) Report {
	r := Report{Name: name, Kind: transform.Monthly}
	for _, a := range addresses {
		r.Recipients = append(r.Recipients, Recipient{Address: a})
	}
	return r
}

// silent is a Progress that nobody watches.
type silent struct{}

func (silent) At(string, int64) {}

// refreshed refreshes and fails the test if that does not work.
func refreshed(t testing.TB, d *Director) Refreshed {
	t.Helper()
	r, err := d.Refresh(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// published publishes the sales report of October and fails the test if that does
// not work.
func published(t testing.TB, d *Director, o PublishOptions) Published {
	t.Helper()
	p, err := d.Publish(t.Context(), pages.SalesName, october, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
