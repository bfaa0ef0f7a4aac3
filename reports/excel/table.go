package excel

import (
	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// place is where a table stands: its first column and the row of its heads.
type place struct {
	col, row int
	filter   bool // a list: filter buttons, heads on top
	widths   []float64
	spill    float64 // width of the words of the last column that run over the columns after it
}

// table draws heads, rows and closing rows, and returns the last row used.
func (s *sheet) table(g grid, name string, p place) int {
	s.heads(g, p)
	s.rows(g, p)
	end := p.row + max(g.Len, 1)
	s.native(g, name, p, end)
	s.conditions(g, p)
	s.answers(g, p)
	return s.totals(g, p, end)
}

func (s *sheet) heads(g grid, p place) {
	need := 1
	for i, c := range g.Columns {
		over := p.spill > 0 && i == len(g.Columns)-1
		if !over {
			need = max(need, lines(g.heads[i], p.widths[i]-1.9, 9, true))
		}
		l := look{size: 9, bold: true, colour: muted, align: "left", valign: "bottom", wrap: !over, indent: 1, bottom: ink, botStyle: 2}
		switch {
		case c.Kind.Numeric() || c.Kind.Temporal():
			l.align = "right"
		case c.Kind == reports.KindSpark:
			l.align, l.indent = "center", 0
		case i == 0:
			l.indent = 0
		}
		if p.filter {
			l.valign = "top"
		}
		s.words(p.col+i, p.row, g.heads[i], l)
	}
	s.overrun(p, len(g.Columns), p.row, look{bottom: ink, botStyle: 2})
	if p.filter {
		s.height(p.row, max(40, float64(need)*12+17)) // the filter buttons stand below the words
		return
	}
	s.height(p.row, float64(need)*12+6)
}

// rows paints whole columns first, then what is odd.
func (s *sheet) rows(g grid, p place) {
	s.cells.reserve(p.row+1, p.row+g.Len, p.col+len(g.Columns)-1)
	for i := range g.Columns {
		l := s.columnLook(g, i)
		l.bottom = hairline
		s.paint(p.col+i, p.row+1, p.col+i, p.row+max(g.Len, 1), l)
	}
	tall := g.tall()
	for i := range g.Len {
		s.overrun(p, len(g.Columns), p.row+1+i, look{bottom: hairline})
		vs := g.Row(i)
		for j, v := range vs {
			if v.Known && (v.Kind != g.Columns[j].Kind || nought(v) != "") {
				s.odd(g, j, p.col+j, p.row+1+i, v, look{bottom: hairline})
			}
			s.value(p.col+j, p.row+1+i, v)
			s.long(g, p, j, p.row+1+i, v)
		}
		if tall {
			s.height(p.row+1+i, s.tallest(g, vs, p))
		}
		if len(g.sparks) > 0 && !p.filter {
			s.height(p.row+1+i, sparkHeight)
		}
	}
}

// odd gives a cell the look of its own kind in a column of another.
func (s *sheet) odd(g grid, i, col, row int, v reports.Value, rule look) {
	l := kindLook(v.Kind, s.wb.Currency)
	if !v.Kind.Numeric() && !v.Kind.Temporal() {
		l.align = kindLook(g.Columns[i].Kind, s.wb.Currency).align
	}
	l.format = orElse(nought(v), l.format)
	l.bold, l.top, l.bottom = rule.bold || g.Columns[i].Bold, rule.top, rule.bottom
	s.paint(col, row, col, row, l)
	if v.Kind.Delta() && v.Kind != g.Columns[i].Kind && !v.Even && !rule.bold {
		s.direction(area(col, row, col, row), v.Kind, v.Lower)
	}
}

func (s *sheet) columnLook(g grid, i int) look {
	l := kindLook(g.Columns[i].Kind, s.wb.Currency)
	l.bold = g.Columns[i].Bold
	if i == 0 {
		l.indent = 0
	}
	if len(g.Columns[i].Choices) > 0 || g.Columns[i].Open {
		l.fill = answer
	}
	return l
}

func (s *sheet) tallest(g grid, vs []reports.Value, p place) float64 {
	n := 1
	for i, v := range vs {
		if g.Columns[i].Kind == reports.KindWrap && v.Known {
			n = max(n, lines(v.Text, p.widths[i]-2.2, 10, g.Columns[i].Bold))
		}
	}
	if n == 1 {
		return rowHeight
	}
	return float64(n)*12.9 + 5
}

// totals draws the closing rows, which stand outside the table so that sorting leaves them where they are.
func (s *sheet) totals(g grid, p place, last int) int {
	for i := range g.Totals {
		last++
		s.height(last, rowHeight+1)
		final := i == g.Totals-1
		if i == 0 || final {
			s.overrun(p, len(g.Columns), last, look{top: ink})
		}
		for j, v := range g.Total(i) {
			l := s.columnLook(g, j)
			l.bold, l.fill, l.wrap = final, "", false
			if i == 0 || final {
				l.top = ink
			}
			s.paint(p.col+j, last, p.col+j, last, l)
			if v.Known && (v.Kind != g.Columns[j].Kind || nought(v) != "") {
				s.odd(g, j, p.col+j, last, v, look{bold: final, top: l.top})
			}
			s.value(p.col+j, last, v)
		}
	}
	return last
}

// native makes the heads and rows a table of the application: named, sortable, with headers read aloud.
func (s *sheet) native(g grid, name string, p place, end int) {
	stripes := false
	part := len(s.tables)
	for i, head := range g.heads { // the library reads the names of columns from its own cells
		s.fail(s.f.SetCellStr(s.tab, cell(p.col+i, p.row), cellText(head)))
	}
	s.fail(s.f.AddTable(s.tab, &excelize.Table{
		Range: area(p.col, p.row, p.col+len(g.Columns)-1, end), Name: s.tableName(name), StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	}))
	if s.err == nil {
		s.park(part + 1)
	}
	if !p.filter {
		s.plain[tablePart(part+1)] = true
	}
}
