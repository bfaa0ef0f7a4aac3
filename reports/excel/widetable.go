package excel

import (
	"fmt"

	"clientele/reports"
)

// wideTable draws a small table over the wide columns of the first page, gaps ruled through. It returns its
// last row. It is no table of the application, whose columns would have to adjoin.
func (s *sheet) wideTable(g grid, row int) int {
	if len(g.Columns) > tileCount {
		s.fail(fmt.Errorf("table %q has %d columns, the first page has room for %d", g.Title, len(g.Columns), tileCount))
		return row
	}
	if g.Title != "" {
		s.section(2, row, g.Title)
		row++
	}
	right := tileCol(tileCount - 1)
	head := look{size: 9, bold: true, colour: muted, valign: "bottom", align: "left", bottom: ink, botStyle: 2}
	s.paint(2, row, right, row, head)
	for i, c := range g.Columns {
		l := head
		if c.Kind.Numeric() {
			l.align, l.indent = "right", 1
		}
		s.words(tileCol(i), row, g.heads[i], l)
	}
	for i := range g.Len {
		row++
		s.wideRow(g, g.Row(i), row, look{bottom: hairline})
	}
	for i := range g.Totals {
		row++
		s.wideRow(g, g.Total(i), row, look{top: ink, bold: true})
	}
	s.wideWords(g, row-g.Len-g.Totals+1, row-g.Totals)
	return s.remark(2, row, g.Note, s.span(0, tileCount-1).widths)
}

func (s *sheet) wideRow(g grid, vs []reports.Value, row int, rule look) {
	s.paint(2, row, tileCol(tileCount-1), row, rule)
	for i, v := range vs {
		l := kindLook(orElse(v.Kind, g.Columns[i].Kind), s.wb.Currency)
		l.bold, l.top, l.bottom, l.wrap = rule.bold || g.Columns[i].Bold, rule.top, rule.bottom, false
		if !v.Kind.Numeric() {
			l.align, l.indent = "left", 0
		}
		s.paint(tileCol(i), row, tileCol(i), row, l)
		s.value(tileCol(i), row, v)
	}
}

// wideWords colours status words and changes.
func (s *sheet) wideWords(g grid, from, to int) {
	if to < from {
		return
	}
	for i, c := range g.Columns {
		cells := area(tileCol(i), from, tileCol(i), to)
		if c.Kind.Delta() {
			s.direction(cells, c.Kind, c.Lower)
		}
		s.status(cells, c)
	}
}
