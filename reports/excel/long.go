package excel

import "clientele/reports"

// long gives words that are wider than the widest column as many lines as they take: beside a filled cell they would be
// cut. Those of the last column of a table on a board run over what is right of it instead.
func (s *sheet) long(g grid, p place, i, row int, v reports.Value) {
	if !v.Known || g.tallies[i].width < widestText || v.Kind.Numeric() || v.Kind.Temporal() || v.Kind == reports.KindSpark || v.Kind == reports.KindWrap {
		return
	}
	if p.spill > 0 && i == len(g.Columns)-1 {
		return
	}
	n := lines(v.Text, p.widths[i]-2.2, 10, g.Columns[i].Bold)
	if n == 1 {
		return
	}
	l := s.columnLook(g, i)
	if v.Kind == reports.KindLink {
		l = kindLook(v.Kind, s.wb.Currency)
	}
	l.wrap, l.bottom = true, hairline
	s.paint(p.col+i, row, p.col+i, row, l)
	s.height(row, float64(n)*12.9+5)
}
