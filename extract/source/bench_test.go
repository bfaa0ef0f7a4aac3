package source_test

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/extract/source"
)

const (
	benchRows   = 100_000
	benchTable  = "CREATE TABLE o (no VARCHAR(20) PRIMARY KEY, customer VARCHAR(20), placed DATETIME, state VARCHAR(20), currency CHAR(3), net DECIMAL(12,2), tax DECIMAL(12,2), channel VARCHAR(20), promised DATE, rep VARCHAR(20))"
	benchSelect = "SELECT no AS id, customer AS party, placed AS at, state AS status, currency, net, tax, channel, promised, rep FROM o"
)

// fill inserts the rows that are read.
func fill(b *testing.B, db *sql.DB) {
	b.Helper()
	run(b, db, benchTable)
	tx, err := db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	const chunk = 1000
	for i := 0; i < benchRows; i += chunk {
		rows := make([]string, 0, chunk)
		for j := i; j < i+chunk; j++ {
			rows = append(rows, fmt.Sprintf("('SO%08d', 'C%06d', '2026-%02d-%02d %02d:30:00', 'valid', 'EUR', '%d.%02d', '%d.19', 'shop', '2026-12-%02d', 'rep %d')",
				j, j%9973, 1+j%12, 1+j%28, j%24, j%5000, j%100, j%900, 1+j%28, j%20))
		}
		if _, err := tx.Exec("INSERT INTO o VALUES " + strings.Join(rows, ",")); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// benchmark describes the same rows in a file, or on the server if one is set.
func benchmark(b *testing.B, driver string) (*sql.DB, source.Options) {
	b.Helper()
	if driver == "mysql" {
		db, cfg := server(b, "bench")
		fill(b, db)
		return db, mysqlOptions(cfg, extract.Orders, benchSelect)
	}
	path := sqliteFile(b)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	fill(b, db)
	return db, sqliteOptions(path, extract.Orders, benchSelect)
}

func BenchmarkRead(b *testing.B) {
	for _, driver := range []string{"sqlite", "mysql"} {
		b.Run(driver, func(b *testing.B) {
			_, o := benchmark(b, driver)
			snap := snapshot(b, open(b, o))
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				for r, err := range snap.Read(context.Background(), extract.Orders, source.Window{}) {
					if err != nil || r.Key().ID == "" {
						b.Fatal(err)
					}
					n++
				}
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

func BenchmarkRawDrain(b *testing.B) {
	for _, driver := range []string{"sqlite", "mysql"} {
		b.Run(driver, func(b *testing.B) {
			db, _ := benchmark(b, driver)
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				n += drain(b, db)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// drain reads every row and looks at nothing.
func drain(b *testing.B, db *sql.DB) int {
	b.Helper()
	rows, err := db.Query(benchSelect)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	raw := make([]sql.RawBytes, len(columns))
	dest := make([]any, len(columns))
	for i := range raw {
		dest[i] = &raw[i]
	}
	n := 0
	for ; rows.Next(); n++ {
		if err := rows.Scan(dest...); err != nil {
			b.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return n
}
