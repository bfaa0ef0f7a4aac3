package excel

import (
	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// sparkHeight is the height in points of a row of a board in which a small line can be read.
const sparkHeight = 21

// spark is a small line: the cell it stands in and the cells it reads.
type spark struct{ at, reads string }

// draw puts the lines into the sheet. All in one call: the library rewrites every earlier one at each.
func (s *sheet) draw(sparks []spark) {
	if len(sparks) == 0 {
		return
	}
	opts := excelize.SparklineOptions{Type: "line", Last: true, SeriesColor: "#" + accent}
	for _, sp := range sparks {
		opts.Location = append(opts.Location, sp.at)
		opts.Range = append(opts.Range, sp.reads)
	}
	s.fail(s.f.AddSparkline(s.tab, &opts))
}

// lines draws the small lines of a list. Each reads the numbers in its own row, so sorting keeps them right.
func (s *sheet) lines(g grid, p place, last int) {
	var sparks []spark
	from := p.col + g.visible
	for _, i := range g.sparks {
		n := len(g.Columns[i].Points)
		for row := p.row + 1; n > 0 && row <= last; row++ {
			sparks = append(sparks, spark{cell(p.col+i, row), quotedTab(s.tab) + "!" + area(from, row, from+n-1, row)})
		}
		from += n
	}
	s.draw(sparks)
}

// boardLines draws the small lines of a table on a board, whose numbers stand on the sheet of chart data.
func (s *sheet) boardLines(g grid, p place) {
	var sparks []spark
	for _, i := range g.sparks {
		for row := range g.Len {
			vs := g.Row(row)
			if v := vs[i]; v.Known && len(v.Series) >= 3 {
				ref := s.data.series(g.Title, vs[0].String(), g.Columns[i].Points, v.Series, reports.KindMoney)
				sparks = append(sparks, spark{cell(p.col+i, p.row+1+row), ref})
			}
		}
	}
	s.draw(sparks)
}
