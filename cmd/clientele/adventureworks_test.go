package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
	"clientele/transform/store"
	"clientele/transform/warehouse"
)

// TestAdventureWorks runs the whole program on a retailer's database that nobody
// here wrote, and holds every figure to reference answers computed by other means.
func TestAdventureWorks(t *testing.T) {
	dir := realData(t)
	server := testServer(t)
	loadDump(t, server, "clientele_adventureworks", filepath.Join(dir, "databases", "adventureworks.sql.gz"))
	work := t.TempDir()
	sample, err := os.ReadFile("../../docs/examples/adventureworks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(work, "adventureworks.yaml")
	if err := os.WriteFile(file, sample, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("ADVENTUREWORKS_DSN", server+"clientele_adventureworks")
	mustRun(t, "check", "-c", file)
	if out := mustRun(t, "run", "refresh", "-c", file); !strings.Contains(out, "20207 records are 20202 customers") {
		t.Errorf("refresh says\n%s", out)
	}
	for _, report := range []string{"sales", "marketing"} {
		mustRun(t, "run", report, "--as-of", "2019-07-01", "-c", file)
	}
	r := measured(t, filepath.Join(work, "adventureworks-warehouse.db"))
	want := reference(t, filepath.Join(dir, "databases", "adventureworks.expected.tsv"))
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: expected %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	checkTotals(t, r, want)
	checkTop(t, r, want)
	checkMonths(t, r, want)
	if letters, _ := filepath.Glob(filepath.Join(work, "adventureworks-outbox", "*.eml")); len(letters) != 2 {
		t.Errorf("the outbox holds %v, want two letters", letters)
	}
}

func checkTotals(t *testing.T, r *metrics.Results, want map[string][][]string) {
	total := want["0"][0] // customers orders revenue margin avg per_customer revenue_per_customer first last
	lapsed := want["7"][0]
	repeat := want["1"][0]
	d := r.ToDate
	for _, c := range []struct{ name, got, want string }{
		{"customers who ordered", strconv.FormatInt(d.Buyers, 10), total[0]},
		{"orders", strconv.FormatInt(d.Orders.All(), 10), total[1]},
		{"revenue", cents(d.Revenue.All()), total[2]},
		{"margin", cents(d.Gross.All()), total[3]},
		{"first day", d.FirstDay.String(), total[7]},
		{"last day", d.LastDay.String(), total[8]},
		{"repeat customers", strconv.FormatInt(d.Repeat, 10), repeat[0]},
		{"repeat customers by days", strconv.FormatInt(d.RepeatDays, 10), repeat[3]},
		{"active", strconv.FormatInt(d.Active, 10), lapsed[0]},
		{"lapsed", strconv.FormatInt(d.Lapsed, 10), lapsed[1]},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, c.got, c.want)
		}
	}
}

// checkTop compares the ten best customers by revenue and by margin, in order.
func checkTop(t *testing.T, r *metrics.Results, want map[string][][]string) {
	best := func(of func(f *transform.Figures) extract.Money) []string {
		rows := slices.Clone(r.Rows)
		slices.SortStableFunc(rows, func(a, b *transform.Figures) int { return int(of(b) - of(a)) })
		var out []string
		for _, f := range rows[:10] {
			out = append(out, fmt.Sprintf("%d %s %s %s %s", f.OrdersAll, cents(f.RevenueAll), cents(f.GrossAll.Value), f.First, f.Last))
		}
		return out
	}
	byRevenue := best(func(f *transform.Figures) extract.Money { return f.RevenueAll })
	for i, row := range want["2"][:10] {
		if line := strings.Join(row[1:], " "); byRevenue[i] != line {
			t.Errorf("top %d by revenue: got %s, want %s", i+1, byRevenue[i], line)
		}
	}
	byMargin := best(func(f *transform.Figures) extract.Money { return f.GrossAll.Value })
	for i, row := range want["3"][:10] {
		if line := strings.Join(row[2:], " "); !strings.HasPrefix(byMargin[i], line+" ") {
			t.Errorf("top %d by margin: got %s, want %s", i+1, byMargin[i], line)
		}
	}
}

func checkMonths(t *testing.T, r *metrics.Results, want map[string][][]string) {
	if len(r.ToDate.Months) != len(want["5"]) {
		t.Fatalf("%d months, want %d", len(r.ToDate.Months), len(want["5"]))
	}
	for i, row := range want["5"] {
		m := r.ToDate.Months[i]
		got := fmt.Sprintf("%s %d %s %s %d %d", m.Month.Time().Format("2006-01"), m.Orders, cents(m.Revenue), cents(m.Gross), m.Buyers, m.New)
		if line := strings.Join(row, " "); got != line {
			t.Errorf("month: got %s, want %s", got, line)
		}
	}
}

func cents(m extract.Money) string { return m.Round(2).String() }

// measured reads back the figures of the whole company that a report was made of.
func measured(t *testing.T, path string) *metrics.Results {
	ctx := t.Context()
	w, err := warehouse.Open(ctx, store.File(path), "")
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	keys, err := w.Measures(ctx)
	if err != nil || len(keys) != 1 {
		t.Fatalf("%d sets of figures, want the one both reports share: %v", len(keys), err)
	}
	m, _, err := w.Measure(ctx, keys[0])
	if err != nil {
		t.Fatal(err)
	}
	var rows []*transform.Figures
	for row, err := range warehouse.MeasureRows[transform.Figures](ctx, w, keys[0]) {
		if err != nil {
			t.Fatal(err)
		}
		one := *row
		rows = append(rows, &one)
	}
	var blobs []metrics.Blob
	for _, b := range m.Blobs {
		if name, ok := strings.CutPrefix(b.Name, "0/"); ok {
			blobs = append(blobs, metrics.Blob{Name: name, Body: b.Body})
		}
	}
	r, err := metrics.Load(blobs, rows)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// reference reads the tables of reference answers by their number; the first line
// of each holds the names of its columns.
func reference(t *testing.T, path string) map[string][][]string {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := make(map[string][][]string)
	number, head := "", false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			number, _, _ = strings.Cut(rest, " ")
			head = true
			continue
		}
		r := csv.NewReader(strings.NewReader(line))
		r.Comma = '\t'
		row, err := r.Read()
		if err != nil || number == "" || line == "t" {
			continue
		}
		if head {
			head = false
			continue
		}
		out[number] = append(out[number], row)
	}
	return out
}
