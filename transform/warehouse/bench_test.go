package warehouse

import (
	"database/sql"
	"fmt"
	"iter"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// shop streams n orders, or their three lines each, from one reused record.
func shopOrders(n int) iter.Seq2[extract.Record, error] {
	o := order("", "", 0)
	o.Currency, o.Channel, o.Territory = "EUR", "shop", "north"
	return func(yield func(extract.Record, error) bool) {
		for i := range n {
			o.ID, o.Party = strconv.Itoa(1_000_000+i), strconv.Itoa(i*7919%max(n/10, 1))
			o.At, o.Net.Value = extract.Instant(i)*60_000_000+1, extract.Money(i*37%1_000_000)
			if !yield(o, nil) {
				return
			}
		}
	}
}

func shopLines(n int) iter.Seq2[extract.Record, error] {
	l := line("", "", 0)
	return func(yield func(extract.Record, error) bool) {
		for i := range 3 * n {
			l.Order, l.ID, l.Product = strconv.Itoa(1_000_000+i/3), strconv.Itoa(i%3), strconv.Itoa(i%500)
			l.Net.Value = extract.Money(i * 37 % 1_000_000)
			if !yield(l, nil) {
				return
			}
		}
	}
}

// stageShop stages n orders and their lines as a refresh.
func stageShop(b *testing.B, db *DB, run transform.Run, n int) {
	b.Helper()
	s := begin(b, db, run)
	for kind, records := range map[extract.Kind]iter.Seq2[extract.Record, error]{extract.Orders: shopOrders(n), extract.Lines: shopLines(n)} {
		if _, err := s.Stage(b.Context(), "shop", kind, records, whole); err != nil {
			b.Fatal(err)
		}
	}
	commit(b, s)
}

// eachEngine runs a benchmark on every engine there is.
func eachEngine(b *testing.B, bench func(*testing.B, opener)) {
	b.Run(store.SQLite, func(b *testing.B) { bench(b, open) })
	b.Run(store.MySQL, func(b *testing.B) { bench(b, openServer) })
}

// BenchmarkStage stages orders with three lines each into an empty warehouse and
// once more unchanged, beside a bare loop of inserts of the same rows. peak-MB is
// the most memory the process held above what it held at the start: it must not
// grow with the rows.
func BenchmarkStage(b *testing.B) {
	eachEngine(b, func(b *testing.B, open opener) {
		for _, n := range []int{10_000, 100_000, 1_000_000} {
			if n == 1_000_000 && testing.Short() {
				continue
			}
			b.Run(fmt.Sprint("first/", n), func(b *testing.B) {
				for b.Loop() {
					db := open(b)
					measured(b, 4*n, func() { stageShop(b, db, 1, n) })
				}
			})
			b.Run(fmt.Sprint("unchanged/", n), func(b *testing.B) {
				db := open(b)
				stageShop(b, db, 1, n)
				run := transform.Run(1)
				for b.Loop() {
					run++
					measured(b, 4*n, func() { stageShop(b, db, run, n) })
				}
			})
		}
		b.Run("bare/100000", func(b *testing.B) {
			for b.Loop() {
				db := open(b)
				measured(b, 400_000, func() { bareInserts(b, db, 100_000) })
			}
		})
	})
}

// bareInserts writes the same columns without looking, hashing or counting.
func bareInserts(b *testing.B, db *DB, n int) {
	b.Helper()
	tx, err := db.Writes.BeginTxx(b.Context(), nil)
	if err != nil {
		b.Fatal(err)
	}
	for kind, records := range map[extract.Kind]iter.Seq2[extract.Record, error]{extract.Orders: shopOrders(n), extract.Lines: shopLines(n)} {
		t := db.tables[kind]
		put, err := tx.PrepareContext(b.Context(), insertSQL(t.name, t.inserted(), batchRows))
		if err != nil {
			b.Fatal(err)
		}
		var args []any
		for rec := range records {
			args = append(append(append(args, "shop"), values(rec.Fields())...), 1, 0, make([]byte, 16), 0)
			if len(args) == batchRows*len(t.inserted()) {
				if _, err := put.ExecContext(b.Context(), args...); err != nil {
					b.Fatal(err)
				}
				args = args[:0]
			}
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFold gathers and reads the histories of all customers, beside a bare
// scan of the same columns.
func BenchmarkFold(b *testing.B) {
	const n = 100_000
	eachEngine(b, func(b *testing.B, open opener) {
		db := open(b)
		stageShop(b, db, 1, n)
		s := begin(b, db, 2)
		var links []transform.Link
		var customers []transform.Customer
		for i := range n / 10 {
			id := transform.CustomerID(fmt.Sprintf("C%09d", i))
			customers = append(customers, transform.Customer{ID: id, Name: "somebody"})
			links = append(links, transform.Link{Ref: extract.Ref{Source: "shop", ID: strconv.Itoa(i)}, Customer: id})
		}
		save(b, s, links, customers)
		commit(b, s)
		b.Run("gather and read", func(b *testing.B) {
			for b.Loop() {
				measured(b, 4*n, func() { readAll(b, db, n) })
			}
		})
		b.Run("bare scan", func(b *testing.B) {
			for b.Loop() {
				measured(b, 4*n, func() { bareScan(b, db) })
			}
		})
	})
}

func readAll(b *testing.B, db *DB, n int) {
	b.Helper()
	f, err := db.Histories(b.Context(), 2, extract.Date(9999, 1, 1), time.UTC)
	if err != nil {
		b.Fatal(err)
	}
	met := 0
	for i := range f.Buckets() {
		for h, err := range f.Bucket(i) {
			if err != nil {
				b.Fatal(err)
			}
			met += len(h.Orders)
		}
	}
	if err := f.Close(); err != nil || met != n {
		b.Fatal(met, err)
	}
}

func bareScan(b *testing.B, db *DB) {
	b.Helper()
	for _, kind := range []extract.Kind{extract.Orders, extract.Lines} {
		t := db.tables[kind]
		rows, err := db.Reads.QueryContext(b.Context(), t.selectSQL(), 2, 2)
		if err != nil {
			b.Fatal(err)
		}
		into := make([]any, len(t.columns)+1)
		for i := range into {
			into[i] = new(sql.RawBytes)
		}
		for rows.Next() {
			if err := rows.Scan(into...); err != nil {
				b.Fatal(err)
			}
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// measured reports rows per second and the peak of memory.
func measured(b *testing.B, rows int, deed func()) {
	b.Helper()
	runtime.GC()
	base, stop, most := resident(), make(chan struct{}), atomic.Int64{}
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				most.Store(max(most.Load(), resident()))
			}
		}
	}()
	start := time.Now()
	deed()
	took := time.Since(start)
	close(stop)
	b.ReportMetric(float64(rows)/took.Seconds(), "rows/s")
	b.ReportMetric(float64(most.Load())/(1<<20), "resident-MB")
	b.ReportMetric(float64(max(most.Load()-base, 0))/(1<<20), "peak-MB")
}

// resident returns the memory the process holds: what the system says where it
// says so, else Go's heap.
func resident() int64 {
	if status, err := os.ReadFile("/proc/self/statm"); err == nil {
		if f := strings.Fields(string(status)); len(f) > 1 {
			if pages, err := strconv.ParseInt(f[1], 10, 64); err == nil {
				return pages * int64(os.Getpagesize())
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse)
}
