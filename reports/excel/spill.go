package excel

import "clientele/reports"

// Words in the last column of a table on a board need no column of their own width: they run over the empty cells to
// their right. Without that one sentence widens a column of figures in every other table of the page.

// spilling is the width the words of the last column take, 0 if that column must hold them.
func (g grid) spilling(widths []float64) float64 {
	last := len(g.Columns) - 1
	if last < 1 || g.Columns[last].Kind != reports.KindText || len(g.Columns[last].Choices) > 0 {
		return 0
	}
	return max(widths[last], textWidth(g.heads[last], 9, true)+2.4)
}

// narrowSpill is the least width of a column whose words run over.
const narrowSpill = 9.0

// spilled gives the last column of a table to its neighbours.
func (b block) spilled() block {
	if b.grid == nil {
		return b
	}
	b.spill = b.grid.spilling(b.widths)
	if last := len(b.widths) - 1; b.spill > 0 {
		b.widths[last] = min(b.widths[last], narrowSpill)
	}
	return b
}

// An overflow is a table whose words run over: how many columns it has, and what the last one's words take.
type overflow struct {
	columns int
	words   float64
}

// roomy widens the last column of a side until all words that run over end on it.
func roomy(ws []float64, over []overflow) {
	for _, o := range over {
		if missing := total(ws[:o.columns-1]) + o.words - total(ws); missing > 0 {
			ws[len(ws)-1] += missing
		}
	}
}

// extended is a page with room at its end for all words that run over: a column of its own, which widens no figures.
func extended(ws []float64, over []overflow) []float64 {
	missing := 0.0
	for _, o := range over {
		missing = max(missing, total(ws[:o.columns-1])+o.words-total(ws))
	}
	if missing <= 0 {
		return ws
	}
	for _, o := range over {
		if o.columns == len(ws) { // then the last one holds words anyway
			ws[len(ws)-1] += missing
			return ws
		}
	}
	return append(ws, missing)
}

// reach is how many columns a table takes with what runs over.
func (p place) reach(columns int) int {
	if p.spill == 0 {
		return columns
	}
	n, need := columns, total(p.widths[:columns-1])+p.spill
	for n < len(p.widths) && total(p.widths[:n]) < need {
		n++
	}
	return n
}

// overrun rules one row of the cells that words of the last column run over.
func (s *sheet) overrun(p place, columns, row int, l look) {
	s.paint(p.col+columns, row, p.col+p.reach(columns)-1, row, l)
}
