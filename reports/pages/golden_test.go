package pages

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/reports"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestPagesReadAsReviewed(t *testing.T) {
	in := company(t, 5)
	register := companyWith(t, 5, []Initiative{
		{Theme: "Late deliveries", Wording: "Deliver on the day promised", Want: "pain", Owner: "Logistics", Chance: .5, Cost: euros(100), Monthly: euros(5), FirstStep: "Measure each route"},
		{Theme: "tea", Wording: "Send samples of tea", Want: "want", Owner: "Marketing", Chance: .5, Cost: euros(300), Monthly: euros(10), FirstStep: "Choose three kinds", Segment: "Restaurants"},
		{Theme: "On time", Wording: "Promise less and keep it", Want: "want", Owner: "Logistics", Chance: .9, Cost: euros(10), FirstStep: "Ask the drivers", Segment: "Hotels", Started: extract.Date(2026, 10, 1)},
		{Theme: "Spare parts", Wording: "Sell spare parts", Want: "want", Owner: "Marketing", Chance: .2, Cost: euros(4000), FirstStep: "Ask ten customers", Started: extract.Date(2026, 5, 4)},
	})
	for folder, wb := range map[string]reports.Workbook{"sales": Sales(in), "marketing": Marketing(in), "register": Marketing(register)} {
		t.Run(folder, func(t *testing.T) {
			var b bytes.Buffer
			if err := reports.DumpOverview(&b, *wb.Overview); err != nil {
				t.Fatal(err)
			}
			golden(t, folder, wb.Overview.Tab, b.String())
			for _, p := range wb.Pages {
				if tab := p.Sheet().Tab; folder != "register" || tab == "Initiatives" {
					b.Reset()
					if err := reports.Dump(&b, p); err != nil {
						t.Fatal(err)
					}
					golden(t, folder, tab, b.String())
				}
			}
		})
	}
}

func golden(t *testing.T, folder, tab, got string) {
	t.Helper()
	path := filepath.Join("testdata", folder, tab+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test -update and review the file", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what was reviewed: run go test -update and look at the diff\n%s", path, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + strings.Join(w[min(i, len(w)):min(i+1, len(w))], "")
		}
	}
	return "fewer lines than reviewed"
}
