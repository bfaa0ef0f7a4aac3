package excel

import (
	"strings"

	"clientele/reports"
)

// series writes the numbers of one small line as a row under the heading and returns where they stand.
func (d *chartData) series(heading, name string, points []string, values []float64, k reports.Kind) string {
	if key := heading + "\x00" + strings.Join(points, "\x00"); d.open != key {
		d.begin(heading, key)
		d.head(2, d.s.wb.Tongue.Say("Line"), false)
		for i := range values {
			head := ""
			if i < len(points) {
				head = points[i]
			}
			d.head(3+i, head, true)
		}
		d.row++
	}
	d.s.words(2, d.row, d.s.text(name), look{align: "left", bottom: hairline, wrap: true})
	d.s.height(d.row, labelHeight(d.s.text(name)))
	l := kindLook(numericKind(k), d.s.wb.Currency)
	l.bottom = hairline
	d.s.paint(3, d.row, 2+len(values), d.row, l)
	for i, x := range values {
		d.s.number(3+i, d.row, numeric(reports.Value{Kind: reports.KindNumber2, Number: x}))
	}
	ref := quotedTab(d.s.tab) + "!" + area(3, d.row, 2+len(values), d.row)
	d.row++
	return ref
}

// overviewFeeds and sheetFeeds tell whether a page has anything drawn from the sheet of chart data.
func overviewFeeds(o *reports.Overview) bool {
	for _, t := range o.Tiles {
		if len(t.Trend) >= 3 {
			return true
		}
	}
	return sheetFeeds(reports.Sheet{Bands: o.Bands})
}

func sheetFeeds(s reports.Sheet) bool {
	for _, band := range s.Bands {
		for _, blk := range band.Blocks() {
			if c, ok := blk.(reports.Chart); ok && c.Drawable() {
				return true
			}
			if t, ok := blk.(reports.Tabular); ok && hasLines(t.Grid()) {
				return true
			}
		}
	}
	return false
}

func hasLines(g reports.Grid) bool {
	for _, c := range g.Columns {
		if c.Kind == reports.KindSpark {
			return true
		}
	}
	return false
}
