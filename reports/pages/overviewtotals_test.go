package pages

import (
	"testing"

	"clientele/reports"
	"clientele/transform"
)

// lastOf is the last number but the totals of a column, and totalOf its total of all customers.
func lastOf(t *testing.T, wb reports.Workbook, tab, table, head string) float64 {
	t.Helper()
	g := gridOf(t, wb, tab, table)
	return plainly(g.Row(g.Len - 1)[column(g, head)])
}

func totalOf(t *testing.T, wb reports.Workbook, tab, table, head string) float64 {
	t.Helper()
	g := uptoAll(gridOf(t, wb, tab, table))
	if g.Totals == 0 {
		t.Fatalf("%s: %s has no total", tab, table)
	}
	return plainly(g.Total(g.Totals - 1)[column(g, head)])
}

func gridOf(t *testing.T, wb reports.Workbook, tab, table string) reports.Grid {
	t.Helper()
	for _, g := range pageOf(t, wb, tab).Sheet().Grids() {
		if g.Title == table {
			return g
		}
	}
	t.Fatalf("%s has no table %q", tab, table)
	return reports.Grid{}
}

// metShare is the share of the contracts of the sheet that are met.
func metShare(t *testing.T, wb reports.Workbook) float64 {
	t.Helper()
	g := gridOf(t, wb, "Contracts", "")
	met := 0
	for i := range g.Len {
		if g.Row(i)[column(g, "Status")].Text == "Met" {
			met++
		}
	}
	return float64(met) / float64(g.Len)
}

// TestTilesAndLettersSayWhatTheSheetsSay holds each tile, and the row of the letter made of it, against the sheet its
// subject has: of the company and of every territory and rep.
func TestTilesAndLettersSayWhatTheSheetsSay(t *testing.T) {
	looked := 0
	inEveryPlace(t, func(t *testing.T, in Input) {
		sales, marketing := Sales(in), Marketing(in)
		for _, c := range []struct {
			wb   reports.Workbook
			tile string
			of   func() float64
		}{
			{sales, "revenue", func() float64 { return lastOf(t, sales, "Profitability", "Profit by month", "Revenue") }},
			{sales, "revenue_at_risk", func() float64 { return totalOf(t, sales, "At risk", "", "Revenue at risk") }},
			{sales, "open_complaints", func() float64 { return totalOf(t, sales, "Complaints", "", "Open") }},
			{sales, "contracts_met", func() float64 { return metShare(t, sales) }},
			{marketing, "attrition", func() float64 { return totalOf(t, marketing, "Attrition", "Attrition by business type", "Attrition") }},
			{marketing, "lifetime_value", func() float64 {
				return totalOf(t, marketing, "Segments", "Behaviour segments (recency and frequency of orders)", "Lifetime value each")
			}},
			{marketing, "categories", func() float64 {
				return totalOf(t, marketing, "Segments", "Behaviour segments (recency and frequency of orders)", "Product categories")
			}},
			{marketing, "satisfaction", func() float64 {
				g := pageOf(t, marketing, "Satisfaction").Sheet().Grids()[0]
				return totalOf(t, marketing, "Satisfaction", g.Title, "All products")
			}},
		} {
			at := -1
			for i, tile := range c.wb.Overview.Tiles {
				if tile.Key == c.tile {
					at = i
				}
			}
			if at < 0 || !c.wb.Overview.Tiles[at].Value.Known {
				if in.Results.Scope == (transform.Scope{}) {
					t.Errorf("%s: no tile %s", c.wb.Name, c.tile)
				}
				continue
			}
			if c.tile == "revenue" && in.Results.Scope != (transform.Scope{}) {
				continue // months stand in the company's workbook
			}
			looked++
			tile := c.wb.Overview.Tiles[at]
			if got, want := plainly(tile.Value), c.of(); got != want {
				t.Errorf("tile %s says %v, the sheet %v", c.tile, got, want)
			}
			row := Letter(in, c.wb).Rows[at]
			if want := open(in).tall(tile.Value); row.Value != want || row.Label != tile.Label || row.Against != tile.Against {
				t.Errorf("the letter says %+v of %s, the tile %s", row, c.tile, want)
			}
		}
		for _, wb := range []reports.Workbook{sales, marketing} {
			if rows, tiles := len(Letter(in, wb).Rows), len(wb.Overview.Tiles); rows != tiles {
				t.Errorf("%s: %d rows in the letter, %d tiles", wb.Name, rows, tiles)
			}
		}
	})
	if looked < 20 {
		t.Errorf("only %d tiles were looked at", looked)
	}
}
