package pages

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"clientele/reports"
	"clientele/transform"
)

// reportAfter hands the key figures of a chain of reports on and returns the tiles of the last: of each the revenue at
// risk is as given.
func reportAfter(t *testing.T, atRisk []int64, change func(i int, in *Input)) reports.Tile {
	t.Helper()
	in := company(t, 5)
	var tile reports.Tile
	for i, m := range atRisk {
		in.Results.Overview.RevenueAtRisk = euros(m)
		if change != nil {
			change(i, &in)
		}
		wb := Sales(in)
		tile = wb.Overview.Tiles[2]
		in.Previous = KeyFigures(in, wb)
	}
	return tile
}

func TestStatesHaveALineFromThreeReportsOn(t *testing.T) {
	for _, c := range []struct {
		name   string
		atRisk []int64
		line   []float64
		rises  bool
	}{
		{"the first", []int64{300}, nil, false},
		{"two", []int64{300, 200}, nil, false},
		{"falling", []int64{300, 200, 100}, []float64{300, 200, 100}, false},
		{"rising", []int64{100, 200, 300}, []float64{100, 200, 300}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			tile := reportAfter(t, c.atRisk, nil)
			if !slices.Equal(tile.Trend, c.line) || len(tile.Points) != len(c.line) {
				t.Errorf("%v of %v", tile.Trend, tile.Points)
			}
			if len(c.line) > 0 && (tile.Points[len(tile.Points)-1] != "Oct 26" || tile.Points[0] != "Aug 26") {
				t.Errorf("named %v", tile.Points)
			}
			if len(c.atRisk) > 1 && (tile.Delta.Number > 0) != c.rises {
				t.Errorf("changed by %v", tile.Delta.Number)
			}
		})
	}
}

func TestALineOfStatesHoldsThirteenReports(t *testing.T) {
	var atRisk []int64
	for i := range int64(20) {
		atRisk = append(atRisk, 100+i)
	}
	tile := reportAfter(t, atRisk, nil)
	if len(tile.Trend) != 13 || tile.Trend[0] != 107 || tile.Trend[12] != 119 || tile.Points[0] != "Oct 25" {
		t.Errorf("%v of %v", tile.Trend, tile.Points)
	}
}

func TestALineOfStatesBeginsAnewWhereItsMeaningDoesOrAReportIsMissing(t *testing.T) {
	rules := reportAfter(t, []int64{1, 2, 3, 4}, func(i int, in *Input) {
		if i == 2 {
			in.Results.Rules.Horizon++
		}
	})
	missing := reportAfter(t, []int64{1, 2, 3, 4}, func(i int, in *Input) {
		if i == 2 {
			in.Previous = nil
		}
	})
	if rules.Trend != nil || missing.Trend != nil || !rules.Delta.Known {
		t.Errorf("%v, %v", rules, missing)
	}
}

func TestAStateKeptWithoutItsLineIsItsFirstPoint(t *testing.T) {
	tile := reportAfter(t, []int64{7, 8, 9}, func(i int, in *Input) {
		if i == 1 {
			delete(in.Previous, trendOf+"revenue_at_risk")
		}
	})
	if !slices.Equal(tile.Trend, []float64{7, 8, 9}) {
		t.Errorf("%v", tile.Trend)
	}
}

func TestEveryStateThatIsShownHasItsLine(t *testing.T) {
	in := company(t, 5)
	for _, describe := range []func(Input) reports.Workbook{Sales, Marketing} {
		in.Previous = nil
		for range 3 {
			in.Previous = KeyFigures(in, describe(in))
		}
		for _, tile := range describe(in).Overview.Tiles {
			if len(tile.Trend) < 3 || len(tile.Trend) != len(tile.Points) {
				t.Errorf("%s: %v of %v", tile.Key, tile.Trend, tile.Points)
			}
		}
	}
}

func TestWeeksOfALineAreNamedEachForItself(t *testing.T) {
	names := periodNames(transform.Ending(october.To+8, transform.Weekly), 3)
	if len(slices.Compact(slices.Clone(names))) != 3 || !strings.HasPrefix(names[0], "week") {
		t.Errorf("%s", strconv.Quote(strings.Join(names, ", ")))
	}
}
