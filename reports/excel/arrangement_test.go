package excel

import (
	"strings"
	"testing"

	"clientele/reports"
)

// figured is a table of a column of names and some of figures.
func figured(name string, columns int) reports.Table[line] {
	t := reports.Table[line]{Title: "Counted", Columns: []reports.Column[line]{
		reports.Text("Name", "A name.", func(l line) string { return l.name }),
	}, Rows: []line{{name: name}, {name: name}}}
	for i := range columns {
		t.Columns = append(t.Columns, reports.Count(strings.Repeat("c", i%3+4), "A number.", func(line) int { return 7 }))
	}
	return t
}

func TestNoColumnOfFiguresIsTornApartByNamesOfATableOnTheRight(t *testing.T) {
	long := "Agencies for the letting of seaside houses"
	wide, left, right := sized(figured("North", 12)), sized(figured("West", 3)), sized(figured(long, 3))
	bands, l := settled([][]block{{wide}, {left, right}})
	if hole := torn(l, bands); hole > tornWidth {
		t.Errorf("figures are torn apart by %g", hole)
	}
	if len(bands) != 3 {
		t.Errorf("%d bands, want the tables below one another", len(bands))
	}
}

func TestTablesThatFitStandSideBySideAsDescribed(t *testing.T) {
	wide, left, right := sized(figured("North", 12)), sized(figured("West", 3)), sized(figured("East", 3))
	if bands, _ := settled([][]block{{wide}, {left, right}}); len(bands) != 2 {
		t.Errorf("%d bands, want 2", len(bands))
	}
}

func TestAChartGoesBesideTheTableThatStoodBelowIt(t *testing.T) {
	long := "Agencies for the letting of seaside houses"
	chart := func(message string) block { return block{Block: reports.Chart{Message: message}} }
	bands, _ := settled([][]block{
		{sized(figured("North", 12))},
		{chart("first"), chart("second")},
		{sized(figured("one", 3)), sized(figured(long, 3))},
	})
	if len(bands) != 3 {
		t.Fatalf("%d bands, want 3", len(bands))
	}
	for i, want := range []string{"first", "second"} {
		if c, ok := bands[i+1][1].Block.(reports.Chart); !ok || c.Message != want {
			t.Errorf("beside table %d stands %v, want chart %q", i+1, bands[i+1][1].Block, want)
		}
	}
}

func TestColumnsOfFiguresThatFillAPageAreOfOneWidth(t *testing.T) {
	got := stretched([]float64{20, 10, 14, 9}, 90)
	if got[0] != 30 || got[1] != got[2] || got[2] != got[3] || total(got) != 90 {
		t.Errorf("widths %v, want 30 and three of 20", got)
	}
	if got := stretched([]float64{30, 10, 40, 9}, 100); got[1] != got[3] || got[2] != 40 {
		t.Errorf("widths %v: the narrow ones first, the wide one as it is", got)
	}
}

func TestWhatTablesCannotDoAboutIsLeftAsDescribed(t *testing.T) {
	odd := block{Block: reports.Table[line]{}, grid: sized(figured("x", 1)).grid, widths: []float64{20, 8}}
	bands := [][]block{{odd}}
	if got, _ := settled(bands); len(got) != 1 {
		t.Errorf("%d bands of 1", len(got))
	}
}
