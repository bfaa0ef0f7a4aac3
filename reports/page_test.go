package reports

import (
	"math"
	"strings"
	"testing"
	"time"
)

func TestDumpShowsEveryBlockOfABoard(t *testing.T) {
	b := Board{
		Head: Head{Tab: "Segments", Title: "Segments", Question: "Who?", Finding: "Three.", Note: "below"},
		Bands: []Band{
			{Table[row]{Title: "Types", Columns: page().Columns[:2], Rows: page().Rows[:1], Note: "short"}},
			{
				Chart{Message: "Grew", Unit: "¤ k", Categories: []string{"A", "B"}, Series: []Series{{Name: "Now", Values: []float64{1, 2.5}, Missing: []bool{true}}}, Alt: "B 2.5"},
				Notes{Title: "How to read it", Lines: []string{"Blank is not measured."}},
			},
		},
	}
	var out strings.Builder
	if err := Dump(&out, b); err != nil {
		t.Fatal(err)
	}
	want := `[Segments] Segments
? Who?
! Three.

table Types (1 of 1)
= Customer | *Net, ¤
  Ann & Co | 1,234.56
note short

chart Grew | ¤ k
= A | B
  Now:  | 2.5
alt B 2.5
notes How to read it
- Blank is not measured.
note below
`
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
}

func TestDumpOverviewShowsTilesAndActions(t *testing.T) {
	o := Overview{
		Head:    Head{Tab: "Overview", Title: "Sales", Question: "On track?", Finding: "Yes."},
		Tiles:   []Tile{{Key: "net", Label: "Profit", Value: MoneyValue(cents(10_000)), Delta: DeltaPercentValue(0.5), Against: "vs Oct", NoteValue: CountValue(3), Note: "accounts", Trend: []float64{1, 2}}},
		Actions: []Action{{Do: "Call", Why: "Silent", Worth: MoneyValue(cents(20_000)), Where: "At risk", Who: "Reps"}},
		Notes:   []string{"Unassigned orders: 2."},
	}
	var out strings.Builder
	if err := DumpOverview(&out, o); err != nil {
		t.Fatal(err)
	}
	want := `[Overview] Sales
? On track?
! Yes.
tile net | Profit | 1.00 | 0.5 vs Oct | 3 accounts | 1 2
do 1 | Call | Silent | 2.00 | At risk | Reps
note Unassigned orders: 2.
`
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
}

func TestColumnOptions(t *testing.T) {
	value := func(r row) float64 { return r.share }
	plain := DeltaPercent("Change", "Help.", value)
	both := plain.LowerIsBetter().Blank(func(r row) bool { return r.share > 1 }).Blank(func(r row) bool { return r.share < -1 })
	if v := both.Value(row{share: 0.5}); !v.Known || !v.Lower || v.Number != 0.5 {
		t.Errorf("a value in range is %+v", v)
	}
	for _, x := range []float64{2, -2} {
		if v := both.Value(row{share: x}); v.Known || v.Kind != KindDeltaPercent {
			t.Errorf("%g is shown as %+v; conditions for a blank add up", x, v)
		}
	}
	if v := plain.Value(row{share: 2}); !v.Known || v.Lower {
		t.Error("an option changed the column it was derived from")
	}
	if h := Percent("Share", "Help.", value).Unit("% of all").Head(); h.HeadText("EUR") != "Share, %"+NBSP+"of"+NBSP+"all" {
		t.Errorf("head is %q", h.HeadText("EUR"))
	}
	if h := Percent("Share", "Help.", value).Unit("").Head(); h.HeadText("EUR") != "Share" {
		t.Errorf("head without unit is %q", h.HeadText("EUR"))
	}
}

func TestIfColumnsAreBlankWhereNothingWasMeasured(t *testing.T) {
	known := func(r row) bool { return r.net >= 0 }
	for name, c := range map[string]Column[row]{
		"count":  CountIf("", "", func(r row) (int, bool) { return 1, known(r) }),
		"number": Number1If("", "", func(r row) (float64, bool) { return 1, known(r) }),
		"money":  MoneyIf("", "", func(r row) (cents, bool) { return 1, known(r) }),
		"k":      MoneyKIf("", "", func(r row) (cents, bool) { return 1, known(r) }),
		"share":  PercentIf("", "", func(r row) (float64, bool) { return 1, known(r) }),
		"share0": Percent0If("", "", func(r row) (float64, bool) { return 1, known(r) }),
		"delta":  DeltaPercentIf("", "", func(r row) (float64, bool) { return 1, known(r) }),
		"points": DeltaPointsIf("", "", func(r row) (float64, bool) { return 1, known(r) }),
		"change": DeltaMoneyIf("", "", func(r row) (cents, bool) { return 1, known(r) }),
		"k diff": DeltaMoneyKIf("", "", func(r row) (cents, bool) { return 1, known(r) }),
	} {
		if !c.Value(row{net: 1}).Known || c.Value(row{net: -1}).Known {
			t.Errorf("%s: a measured value must be shown and one that is not must be blank", name)
		}
	}
}

func TestTotalsSkipColumnsThatCannotBeAdded(t *testing.T) {
	g := page().Sheet().List
	if v := g.Total(0); v[3].Known || !v[1].Known {
		t.Errorf("total row is %v", v)
	}
	if g.Len != 2 || g.Of != 9 || g.Totals != 1 {
		t.Errorf("grid has %d of %d rows and %d totals", g.Len, g.Of, g.Totals)
	}
}

func TestKindsKnowWhatTheyAre(t *testing.T) {
	for k := KindText; k <= KindSpark; k++ {
		n := 0
		for _, is := range []bool{k.Numeric(), k.Temporal(), k <= KindLink, k == KindSpark} {
			if is {
				n++
			}
		}
		if n != 1 {
			t.Errorf("kind %d is %d things at once", k, n)
		}
		if (k.Money() || k.Delta()) && !k.Numeric() {
			t.Errorf("kind %d is money or a change but no number", k)
		}
	}
}

func TestChartsWithTooFewPointsAreNotDrawn(t *testing.T) {
	nan := []bool{false, true, true}
	for _, c := range []struct {
		rule string
		c    Chart
		want bool
	}{
		{"three points make a line", Chart{Kind: Line, Series: []Series{{Values: []float64{0, 1, 2}}}}, true},
		{"two do not", Chart{Kind: Line, Series: []Series{{Values: []float64{1, 2}}}}, false},
		{"gaps do not count", Chart{Kind: Line, Series: []Series{{Values: []float64{1, 2, 3}, Missing: nan}}}, false},
		{"what is no number does not count", Chart{Kind: Line, Series: []Series{{Values: []float64{1, 2, math.NaN()}}}}, false},
		{"two bars do not", Chart{Kind: Bars, Series: []Series{{Values: []float64{1, 2}}}}, false},
		{"three bars do", Chart{Kind: Bars, Series: []Series{{Values: []float64{2, 1, 0}}}}, true},
		{"nothing is nothing", Chart{}, false},
	} {
		if got := c.c.Drawable(); got != c.want {
			t.Errorf("%s: got %t", c.rule, got)
		}
	}
}

func TestUnitsAndSparksAreWholeUnits(t *testing.T) {
	if got := Units([]cents{12_500}); got[0] != 1.25 {
		t.Errorf("got %v", got)
	}
	c := Spark("By month", "", []string{"Sep", "Oct"}, func(r row) []cents { return []cents{r.net, 5_000} })
	if v := c.Value(row{net: 10_000}); !v.Known || v.String() != "1 0.5" {
		t.Errorf("got %q", v)
	}
	if v := Number2Value(math.Inf(-1)); v.Known {
		t.Error("an infinite number is shown")
	}
	if v := InstantValue(time.Date(2026, 10, 31, 18, 22, 0, 0, time.UTC)); v.String() != "2026-10-31 18:22" {
		t.Errorf("got %q", v)
	}
}

func TestAPictureOfNothingIsNotDrawn(t *testing.T) {
	gap := []bool{false, false, false, true}
	for _, c := range []struct {
		rule   string
		series Series
		want   bool
	}{
		{"two points", Series{Values: []float64{1, 2}}, false},
		{"three", Series{Values: []float64{1, 2, 3}}, true},
		{"three of nothing", Series{Values: []float64{0, 0, 0}}, false},
		{"one of three is something", Series{Values: []float64{0, 0, -1}}, true},
		{"what was not measured is nothing", Series{Values: []float64{0, 0, 0, 5}, Missing: gap}, false},
	} {
		if got := (Chart{Series: []Series{c.series}}).Drawable(); got != c.want {
			t.Errorf("%s: drawn %t", c.rule, got)
		}
	}
}
