package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"clientele/config"
	"clientele/extract"
	"clientele/extract/source"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/match/golden"
	"clientele/transform/match/home"
	"clientele/transform/match/ident"
	"clientele/transform/match/linkage"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// BenchmarkExtract reads every kind of every source, from SQLite and, where there is
// a server, from MariaDB: once as the refresh does and once with a bare loop over
// the same SELECTs that looks at nothing.
func BenchmarkExtract(b *testing.B) {
	onBoth(b, func(b *testing.B, c *config.Config) {
		sources, err := configured(b.Context(), c)
		if err != nil {
			b.Fatal(err)
		}
		rows := drainAll(b, sources)
		b.Run("bare", func(b *testing.B) { metered(b, rows, func() { drainAll(b, sources) }) })
		b.Run("extract", func(b *testing.B) {
			metered(b, rows, func() {
				if n := extractAll(b, sources); n != rows {
					b.Fatalf("%d rows, the bare loop read %d", n, rows)
				}
			})
		})
	})
}

// onBoth runs a benchmark on the company in SQLite files and on a server.
func onBoth(b *testing.B, run func(*testing.B, *config.Config)) {
	b.Helper()
	orders := benchOrders(b)
	customers := orders / 25
	dir := b.TempDir()
	generated(b, dir, customers, orders)
	b.Run("sqlite", func(b *testing.B) { run(b, loaded(b, dir)) })
	b.Run("mariadb", func(b *testing.B) {
		c, there := served(b, customers, orders)
		if !there {
			b.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB server to read")
		}
		run(b, c)
	})
}

// extractAll reads everything and counts rows, those that break their contract too.
func extractAll(b *testing.B, sources []Source) (rows int64) {
	b.Helper()
	for _, s := range sources {
		src, err := source.Open(b.Context(), s.Options)
		if err != nil {
			b.Fatal(err)
		}
		snapshot, err := src.Snapshot(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		for _, kind := range src.Kinds() {
			for _, err := range snapshot.Read(b.Context(), kind, source.Window{}) {
				if _, reject := errors.AsType[*extract.Reject](err); err != nil && !reject {
					b.Fatal(err)
				}
				rows++
			}
		}
		if err := errors.Join(snapshot.Close(), src.Close()); err != nil {
			b.Fatal(err)
		}
	}
	return rows
}

// drainAll runs the same SELECTs and looks at nothing.
func drainAll(b *testing.B, sources []Source) (rows int64) {
	b.Helper()
	for _, s := range sources {
		db, err := sql.Open(s.Driver, s.DSN)
		if err != nil {
			b.Fatal(err)
		}
		for _, kind := range extract.Kinds() {
			if m, mapped := s.Mappings[kind]; mapped {
				rows += drain(b, db, m.Select)
			}
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
	return rows
}

func drain(b *testing.B, db *sql.DB, query string) int64 {
	b.Helper()
	n, err := drained(b.Context(), db, query)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

func drained(ctx context.Context, db *sql.DB, query string) (n int64, err error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	into := make([]any, len(columns))
	for i := range into {
		into[i] = new(sql.RawBytes)
	}
	for ; rows.Next(); n++ {
		if err := rows.Scan(into...); err != nil {
			return n, err
		}
	}
	return n, rows.Err()
}

// BenchmarkStage reads the sources into an empty warehouse, and once more with
// nothing changed.
func BenchmarkStage(b *testing.B) {
	onBoth(b, func(b *testing.B, c *config.Config) {
		stores := b.TempDir()
		d := bencher(b, c, stores)
		rows, err := stagedAll(b.Context(), d, d.Warehouse)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("first", func(b *testing.B) {
			n := 0
			metered(b, rows, func() {
				n++
				stageInto(b, d, filepath.Join(stores, fmt.Sprint(n, ".db")))
			})
		})
		b.Run("unchanged", func(b *testing.B) {
			metered(b, rows, func() {
				if _, err := stagedAll(b.Context(), d, d.Warehouse); err != nil {
					b.Fatal(err)
				}
			})
		})
	})
}

func stageInto(b *testing.B, d *Director, path string) {
	b.Helper()
	w, err := warehouse.Open(b.Context(), store.File(path), "")
	if err == nil {
		_, err = stagedAll(b.Context(), d, w)
		err = errors.Join(err, w.Close())
	}
	if err != nil {
		b.Fatal(err)
	}
}

// settledCompany is a generated company after its first refresh.
func settledCompany(b *testing.B) (d *Director, snapshot warehouse.Snapshot, dir string) {
	b.Helper()
	orders := benchOrders(b)
	dir = b.TempDir()
	generated(b, dir, orders/25, orders)
	d = bencher(b, loaded(b, dir), dir)
	refreshed(b, d)
	snapshot, err := d.fresh(b.Context(), october)
	if err != nil {
		b.Fatal(err)
	}
	return d, snapshot, dir
}

// BenchmarkMatch decides who is who among all parties and builds the golden records.
func BenchmarkMatch(b *testing.B) {
	d, snapshot, _ := settledCompany(b)
	var parties []extract.Party
	for p, err := range warehouse.Records[extract.Party](b.Context(), d.Warehouse, extract.Parties, snapshot.Run) {
		if err != nil {
			b.Fatal(err)
		}
		parties = append(parties, *p)
	}
	b.Run("match", func(b *testing.B) {
		metered(b, int64(len(parties)), func() {
			result := linkage.Link(parties, d.Matching, nil)
			ids := ident.Assign(parties, result, ident.Prior{})
			customers, _ := golden.Merge(parties, result, ids.IDs, golden.Options{Options: d.Matching})
			home.Draw(parties, result, customers, home.Options{Options: d.Matching})
		})
	})
}

// BenchmarkMeasure deals all documents out to customers and computes every metric,
// beside a bare scan of the tables they stand in.
func BenchmarkMeasure(b *testing.B) {
	d, snapshot, dir := settledCompany(b)
	rows := scanFacts(b, dir, snapshot.Run)
	b.Run("bare", func(b *testing.B) { metered(b, rows, func() { scanFacts(b, dir, snapshot.Run) }) })
	b.Run("deal", func(b *testing.B) { metered(b, rows, func() { dealOnly(b, d, snapshot.Run) }) })
	b.Run("measure", func(b *testing.B) { metered(b, rows, func() { measureOnce(b, d, snapshot) }) })
}

// facts lists the tables whose rows make up histories.
var facts = strings.Fields("orders lines invoices payments shipments returns tickets enquiries surveys answers contracts activities contacts")

// scanFacts reads every column of every fact that held after a run.
func scanFacts(b *testing.B, dir string, run transform.Run) (rows int64) {
	b.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "warehouse.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for _, f := range facts {
		rows += drain(b, db, fmt.Sprintf("SELECT * FROM staged_%s WHERE from_run <= %d AND (to_run IS NULL OR to_run > %d)", f, run, run))
	}
	return rows
}

func dealOnly(b *testing.B, d *Director, run transform.Run) {
	b.Helper()
	fold, err := d.Warehouse.Histories(b.Context(), run, october.To, d.Company.Zone)
	if err != nil {
		b.Fatal(err)
	}
	for i := range fold.Buckets() {
		for _, err := range fold.Bucket(i) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := fold.Close(); err != nil {
		b.Fatal(err)
	}
}

func measureOnce(tb testing.TB, d *Director, snapshot warehouse.Snapshot) Measured {
	tb.Helper()
	m := Measured{Snapshot: snapshot, Scopes: d.scopes(nil)}
	err := d.fold(tb.Context(), &m, october)
	if err == nil {
		m.Coverage, err = d.Warehouse.CoverageAt(tb.Context(), snapshot.Run)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// BenchmarkDraw describes each workbook and draws it with its letter. Rows are the
// customers there are.
func BenchmarkDraw(b *testing.B) {
	d, snapshot, _ := settledCompany(b)
	m := measureOnce(b, d, snapshot)
	for _, name := range []string{pages.SalesName, pages.MarketingName} {
		b.Run(name, func(b *testing.B) {
			metered(b, int64(len(m.Results[0].Rows)), func() {
				if _, err := d.issue(b.Context(), name, m, october, transform.Scope{}); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}
