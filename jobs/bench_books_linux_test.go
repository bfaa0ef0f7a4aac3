package jobs

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"clientele/reports"
	"clientele/reports/excel"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/warehouse"
)

// BenchmarkWorkbooks draws both workbooks of the whole company, and twenty of territories and reps, and says what
// processor time each took, how large the files are and the most memory the process held. CLIENTELE_BENCH_BOOKS names
// a folder to keep the workbooks in, for another program to write the same cells; docs/benchmarks says how.
func BenchmarkWorkbooks(b *testing.B) {
	d, snapshot := manyCustomers(b)
	m := measureOnce(b, d, snapshot)
	for _, name := range []string{pages.SalesName, pages.MarketingName} {
		wb := describedBook(b, d, m, name, transform.Scope{})
		b.Run("draw-"+name, func(b *testing.B) { cpued(b, 1, func() int64 { return drawnBook(b, wb) }) })
		b.Run("describe-and-draw-"+name, func(b *testing.B) {
			cpued(b, 1, func() int64 { return drawnBook(b, describedBook(b, d, m, name, transform.Scope{})) })
		})
	}
	b.Run("describe-and-draw-scoped", func(b *testing.B) {
		m := measuredScopes(b, d, snapshot)
		scopes := m.Scopes[1:min(21, len(m.Scopes))]
		cpued(b, len(scopes), func() (largest int64) {
			for i, s := range scopes {
				name := []string{pages.SalesName, pages.MarketingName}[i%2]
				largest = max(largest, drawnBook(b, describedBook(b, d, m, name, s)))
			}
			return largest
		})
	})
}

// manyCustomers is a company of CLIENTELE_BENCH_CUSTOMERS customers with five orders each.
func manyCustomers(b *testing.B) (*Director, warehouse.Snapshot) {
	b.Helper()
	customers, dir := benchCustomers(b), b.TempDir()
	generated(b, dir, customers, 5*customers)
	d := bencher(b, loaded(b, dir), dir)
	refreshed(b, d)
	snapshot, err := d.fresh(b.Context(), october)
	if err != nil {
		b.Fatal(err)
	}
	return d, snapshot
}

// measuredScopes measures the whole company, its territories, their reps, and territories and reps together.
func measuredScopes(b *testing.B, d *Director, snapshot warehouse.Snapshot) Measured {
	b.Helper()
	var also []transform.Scope
	for _, f := range measureOnce(b, d, snapshot).Results[0].Overview.Territories {
		if f.Name != "" && len(f.Reps) > 0 {
			also = append(also, transform.Scope{Territory: f.Name}, transform.Scope{Rep: f.Reps[0]}, transform.Scope{Territory: f.Name, Rep: f.Reps[0]})
		}
	}
	m := Measured{Snapshot: snapshot, Scopes: d.scopes(also)}
	if err := d.fold(b.Context(), &m, october); err != nil {
		b.Fatal(err)
	}
	var err error
	if m.Coverage, err = d.Warehouse.CoverageAt(b.Context(), snapshot.Run); err != nil {
		b.Fatal(err)
	}
	return m
}

// cpued runs a deed and reports processor seconds, those of collecting garbage included, megabytes of the largest
// file, and the most memory held.
func cpued(b *testing.B, books int, deed func() int64) {
	b.Helper()
	debug.FreeOSMemory()
	resetPeak()
	held := peakHeld()
	var size int64
	loops, before := 0, cpuTime(b)
	for b.Loop() {
		size = deed()
		loops++
	}
	b.ReportMetric((cpuTime(b)-before).Seconds()/float64(loops), "cpu-s")
	b.ReportMetric(float64(books), "books")
	b.ReportMetric(float64(size)/1e6, "MB/file")
	b.ReportMetric(float64(held)/(1<<20), "before-MB")
	b.ReportMetric(float64(peakHeld())/(1<<20), "held-MB")
}

func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func describedBook(b *testing.B, d *Director, m Measured, name string, s transform.Scope) reports.Workbook {
	in, err := d.input(b.Context(), name, m, october, s)
	if err != nil {
		b.Fatal(err)
	}
	_, wb, err := d.described(in)
	if err != nil {
		b.Fatal(err)
	}
	return wb
}

func drawnBook(b *testing.B, wb reports.Workbook) int64 {
	var file bytes.Buffer
	if err := excel.Write(&file, wb); err != nil {
		b.Fatal(err)
	}
	if dir := os.Getenv("CLIENTELE_BENCH_BOOKS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, wb.FileName), file.Bytes(), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return int64(file.Len())
}
