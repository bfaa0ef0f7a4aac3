package jobs

import (
	"os"
	"runtime"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// metered runs a deed that handles some rows, as often as the benchmark asks, and
// reports rows per second, nanoseconds per row, and the most memory in use: Go's
// heap, and where the system tells, what the process held.
func metered(b *testing.B, rows int64, deed func()) {
	b.Helper()
	runtime.GC()
	resetPeak()
	stop := watchHeap()
	loops := 0
	for b.Loop() {
		deed()
		loops++
	}
	took := b.Elapsed()
	peak := stop()
	all := float64(rows) * float64(loops)
	b.ReportMetric(all/took.Seconds(), "rows/s")
	b.ReportMetric(float64(took.Nanoseconds())/all, "ns/row")
	b.ReportMetric(float64(rows), "rows")
	b.ReportMetric(float64(peak)/(1<<20), "heap-MB")
	if held := peakHeld(); held > 0 {
		b.ReportMetric(float64(held)/(1<<20), "held-MB")
	}
}

// watchHeap looks at the heap now and then; the returned function ends that and
// returns the most it saw.
func watchHeap() func() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	done := make(chan struct{})
	var most uint64
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(2 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64())
			select {
			case <-done:
				return
			case <-tick.C:
			}
		}
	})
	return func() uint64 {
		close(done)
		wait.Wait()
		return most
	}
}

// resetPeak makes Linux forget the most memory the process held so far. Elsewhere it
// does nothing.
func resetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// peakHeld returns the most memory the process held, in bytes, zero where the
// system does not say.
func peakHeld() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")), 10, 64)
			if err != nil {
				return 0
			}
			return kb << 10
		}
	}
	return 0
}
