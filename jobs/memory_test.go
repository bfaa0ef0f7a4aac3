package jobs

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"clientele/config"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// stageFolder names the folder of a company that this process is to stage and do
// nothing else, so that its peak of memory is that of staging.
const stageFolder = "CLIENTELE_STAGE_FOLDER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(stageFolder); dir != "" {
		if err := stageAlone(context.Background(), dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if dir := os.Getenv(wholeFolder); dir != "" {
		if err := doWhole(context.Background(), dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// A peak is what a process that only staged tells of itself.
type peak struct{ Rows, Held int64 }

func stageAlone(ctx context.Context, dir string) error {
	c, err := config.Load(filepath.Join(dir, "clientele.yaml"))
	if err != nil {
		return err
	}
	sources, err := configured(ctx, c)
	if err != nil {
		return err
	}
	w, err := warehouse.Open(ctx, store.File(filepath.Join(dir, "warehouse.db")), "")
	if err != nil {
		return err
	}
	defer w.Close()
	d := alone(c)
	d.Sources = sources
	rows, err := stagedAll(ctx, d, w)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(peak{rows, peakHeld()})
}

// BenchmarkStageMemory reads and stages companies of as many customers and ten times
// as many orders, each in a process of its own, and reports the most memory that
// process held: it must not grow with the rows.
func BenchmarkStageMemory(b *testing.B) {
	if peakHeld() == 0 {
		b.Skip("this system does not say how much memory a process held at most")
	}
	small := benchOrders(b)
	for _, orders := range []int{small, 10 * small} {
		b.Run(fmt.Sprint("orders=", orders), func(b *testing.B) {
			dir := b.TempDir()
			generated(b, dir, small/25, orders)
			var p peak
			loops, most := 0, int64(0)
			for b.Loop() {
				p = stagedElsewhere(b, dir)
				most = max(most, p.Held)
				loops++
			}
			b.ReportMetric(float64(p.Rows), "rows")
			b.ReportMetric(float64(most)/(1<<20), "held-MB")
			b.ReportMetric(float64(p.Rows)*float64(loops)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// stagedElsewhere stages a folder's company in a fresh process.
func stagedElsewhere(b *testing.B, dir string) (p peak) {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "warehouse.db*"))
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range files {
		if err := os.Remove(f); err != nil {
			b.Fatal(err)
		}
	}
	cmd := exec.CommandContext(b.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), stageFolder+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(out, &p)
	}
	if err != nil {
		b.Fatalf("stage %s in a process of its own: %v", dir, err)
	}
	return p
}
