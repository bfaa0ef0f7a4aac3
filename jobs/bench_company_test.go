package jobs

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"clientele/config"
	"clientele/extract"
	"clientele/extract/demo"
	"clientele/extract/source"
	"clientele/transform/match"
	"clientele/transform/metrics"
	"clientele/transform/warehouse"
)

// benchOrders is how many orders the benchmarks read. CLIENTELE_BENCH_ORDERS raises
// it.
func benchOrders(b *testing.B) int {
	b.Helper()
	text := os.Getenv("CLIENTELE_BENCH_ORDERS")
	if text == "" {
		return 10_000
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1000 {
		b.Fatalf("CLIENTELE_BENCH_ORDERS is %q: want a number from 1000", text)
	}
	return n
}

// generated writes the generated company into a folder.
func generated(tb testing.TB, dir string, customers, orders int) {
	tb.Helper()
	c, err := demo.Generate(demo.Options{Seed: 1, Customers: customers, Orders: float64(orders) / float64(customers)})
	if err == nil {
		_, err = c.WriteSQLite(tb.Context(), dir)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "clientele.yaml"), demo.Config("", c.Options()), 0o600)
	}
	if err != nil {
		tb.Fatal(err)
	}
}

// served writes the same company into the test server and returns its
// configuration, false where there is no server.
func served(b *testing.B, customers, orders int) (*config.Config, bool) {
	b.Helper()
	text := servedText(b, customers, orders)
	if text == nil {
		return nil, false
	}
	parsed, err := config.Parse("clientele.yaml", text)
	if err != nil {
		b.Fatal(err)
	}
	return parsed, true
}

// servedText writes the same company into the test server and returns the text of
// its configuration, nothing where there is no server.
func servedText(b *testing.B, customers, orders int) []byte {
	b.Helper()
	const prefix = "clientele_bench_"
	dsn := os.Getenv("CLIENTELE_TEST_MYSQL")
	if dsn == "" {
		return nil
	}
	c, err := demo.Generate(demo.Options{Seed: 1, Customers: customers, Orders: float64(orders) / float64(customers)})
	if err != nil {
		b.Fatal(err)
	}
	names, err := c.WriteMySQL(b.Context(), dsn, prefix)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { drop(b, dsn, names) })
	text, err := demo.ConfigMySQL(dsn, prefix, c.Options())
	if err != nil {
		b.Fatal(err)
	}
	return text
}

func drop(b *testing.B, dsn string, names []string) {
	b.Helper()
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for _, name := range names {
		if _, err := db.Exec("DROP DATABASE IF EXISTS `" + name + "`"); err != nil {
			b.Error(err)
		}
	}
}

// configured returns the sources that a configuration describes.
func configured(ctx context.Context, c *config.Config) ([]Source, error) {
	var out []Source
	for _, s := range c.Sources {
		dsn, err := c.DSN(ctx, s.Driver, s.DSN)
		if err != nil {
			return nil, err
		}
		mappings := map[extract.Kind]source.Mapping{}
		for _, m := range s.Records {
			mappings[extract.Kind(m.Kind)] = source.Mapping{Select: string(m.Select)}
		}
		out = append(out, Source{
			Options: source.Options{Name: s.Name, Driver: s.Driver, DSN: dsn, Zone: s.Zone.Location(), CompanyZone: c.Company.Zone.Location(), Mappings: mappings},
			// The company's noise has a fixed share of broken rows that small samples exceed.
			MaxAside: 0.2, MaxVanished: s.MaxVanished.Share(),
		})
	}
	return out, nil
}

// alone returns a director of a configured company without sources and stores. Its
// clock stands on the morning after the last data.
func alone(c *config.Config) *Director {
	zone := c.Company.Zone.Location()
	r := metrics.Defaults()
	r.Zone, r.Currency, r.MinorPlaces, r.HomeCountry = zone, demo.Currency, 2, "DE"
	return &Director{
		Matching: match.Options{Country: "DE", SourceRank: []string{"shop", "billing", "helpdesk"}}, Rules: r,
		Company: Company{Name: "Northgate", Currency: demo.Currency, Language: "en", Zone: zone},
		Reports: []Report{to("sales"), to("marketing")}, Settings: "settings", Code: "code", Build: "build",
		Progress: silent{}, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return morning }, Owner: "benchmark", WeekStart: time.Monday,
	}
}

// bencher returns a director of a configured company with stores in a folder.
func bencher(tb testing.TB, c *config.Config, stores string) *Director {
	tb.Helper()
	d := alone(c)
	var err error
	if d.Sources, err = configured(tb.Context(), c); err != nil {
		tb.Fatal(err)
	}
	company{stores}.openStores(tb, d)
	return d
}

// loaded reads the configuration of a generated company.
func loaded(tb testing.TB, dir string) *config.Config {
	tb.Helper()
	c, err := config.Load(filepath.Join(dir, "clientele.yaml"))
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// stagedAll stages every source into a new snapshot, without matching, and returns how
// many rows were read.
func stagedAll(ctx context.Context, d *Director, w *warehouse.DB) (int64, error) {
	last, err := w.Highest(ctx)
	if err != nil {
		return 0, err
	}
	staging, err := w.Begin(ctx, last+1, d.instant())
	if err != nil {
		return 0, err
	}
	defer staging.Rollback()
	rows := int64(0)
	for _, s := range d.Sources {
		list, err := d.stageSource(ctx, staging, s)
		if err != nil {
			return 0, err
		}
		for _, c := range list {
			rows += c.Read
		}
	}
	_, err = staging.Commit(ctx)
	if err == nil && rows == 0 {
		err = fmt.Errorf("stage: no rows were read")
	}
	return rows, err
}
