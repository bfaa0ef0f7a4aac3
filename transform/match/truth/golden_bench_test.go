package truth_test

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/match/home"
	"clientele/transform/match/truth"
)

// A grouped is records and who is who among them: what golden records and households
// are made of.
type grouped struct {
	parties []extract.Party
	res     match.Result
	ids     []transform.CustomerID
	opts    match.Options
}

// groupedOf reads a set and links it by what it teaches.
func groupedOf(set truth.Set) (g grouped, err error) {
	if g.res, err = theEngine(set, truth.Folder(), match.Balanced); err != nil {
		return g, err
	}
	if g.parties, _, _, err = set.Load(truth.Folder()); err != nil {
		return g, err
	}
	g.opts = match.Options{Country: set.Country}
	g.ids = make([]transform.CustomerID, len(g.res.Clusters))
	for c, cluster := range g.res.Clusters {
		first := slices.MinFunc(cluster, func(i, j int32) int { return g.parties[i].Ref.Compare(g.parties[j].Ref) })
		g.ids[c] = transform.NewID(g.parties[first].Ref, 0)
	}
	return g, nil
}

func (g grouped) golden() ([]transform.Customer, []transform.Link) {
	return golden.Merge(g.parties, g.res, g.ids, golden.Options{Options: g.opts})
}

func (g grouped) home(customers []transform.Customer) home.Report {
	return home.Draw(g.parties, g.res, customers, home.Options{Options: g.opts})
}

// BenchmarkGoldenHome writes the golden records of a town and draws its households, each
// alone and one after the other. CLIENTELE_BENCH_RECORDS says how many records the town
// has, several sizes separated by commas; CLIENTELE_BENCH_FILE names a file of the shape
// of Export in its place.
func BenchmarkGoldenHome(b *testing.B) {
	if file := os.Getenv("CLIENTELE_BENCH_FILE"); file != "" {
		benchGoldenHome(b, truth.Exported(filepath.Base(file), "", file))
		return
	}
	for size := range strings.SplitSeq(cmp.Or(os.Getenv("CLIENTELE_BENCH_RECORDS"), "100000"), ",") {
		b.Run(size, func(b *testing.B) { benchGoldenHome(b, benchTown(b, size)) })
	}
}

func benchGoldenHome(b *testing.B, set truth.Set) {
	g, err := groupedOf(set)
	if err != nil {
		b.Fatal(err)
	}
	customers, _ := g.golden()
	b.Run("golden", func(b *testing.B) { g.metered(b, func() { g.golden() }) })
	b.Run("home", func(b *testing.B) { g.metered(b, func() { g.home(customers) }) })
	customers = nil
	b.Run("both", func(b *testing.B) {
		g.metered(b, func() {
			customers, _ := g.golden()
			g.home(customers)
		})
	})
}

// metered reports, beside the time, the processors' time and the memory held: all, and
// what was added to the records.
func (g grouped) metered(b *testing.B, deed func()) {
	b.ReportAllocs()
	debug.FreeOSMemory()
	resetPeak()
	before, cpu, loops := peakHeld(), cpuSeconds(), 0
	for b.Loop() {
		deed()
		loops++
	}
	b.ReportMetric((cpuSeconds()-cpu)/float64(loops), "CPU-s/op")
	b.ReportMetric(float64(len(g.parties)), "records")
	b.ReportMetric(float64(peakHeld()>>20), "held-MB")
	b.ReportMetric(float64((peakHeld()-before)>>20), "added-MB")
	runtime.KeepAlive(g)
}

// resetPeak lets the system count the most memory held anew.
func resetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// benchTown invents a town of so many records.
func benchTown(b *testing.B, size string) truth.Set {
	b.Helper()
	records, err := strconv.Atoi(strings.TrimSpace(size))
	if err != nil || records < 100 {
		b.Fatalf("CLIENTELE_BENCH_RECORDS has %q: want numbers from 100, separated by commas", size)
	}
	file := filepath.Join(b.TempDir(), "town.csv")
	if err := truth.TownFile(1, records, file); err != nil {
		b.Fatal(err)
	}
	return truth.Exported("town", "", file)
}
