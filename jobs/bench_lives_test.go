package jobs

import (
	"runtime"
	"testing"

	"clientele/transform/metrics"
)

// BenchmarkLives folds the histories of all customers into a set and reports what
// the set holds of each until the figures are computed.
func BenchmarkLives(b *testing.B) {
	d, snapshot, _ := settledCompany(b)
	ledger, err := d.Warehouse.Ledger(b.Context(), snapshot.Run)
	if err != nil {
		b.Fatal(err)
	}
	fold, err := d.Warehouse.Histories(b.Context(), snapshot.Run, october.To, d.Company.Zone)
	if err != nil {
		b.Fatal(err)
	}
	defer fold.Close()
	b.ReportAllocs()
	var held uint64
	for b.Loop() {
		before := live()
		set := metrics.New(october, ledger, d.Rules)
		if err := d.foldBuckets(b.Context(), set, fold); err != nil {
			b.Fatal(err)
		}
		held = live() - before
		runtime.KeepAlive(set)
	}
	b.ReportMetric(float64(fold.Customers), "customers")
	b.ReportMetric(float64(held)/float64(fold.Customers), "live-B/customer")
}

// live returns the bytes of everything that can still be reached.
func live() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
