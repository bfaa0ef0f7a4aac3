package excel

import (
	"fmt"
)

// Rows of a list sheet.
const (
	filteredRow = 6
	headRow     = 7
)

// filteredWidth is how wide the first column must be for the number of rows that the line above the heads counts.
const filteredWidth = 17

// drawList draws a page with one line per row: filters, frozen head, sums of what is filtered.
func (b *book) drawList(p page) {
	s := b.sheet(p.tab)
	g := b.grid(*p.List, true)
	if b.err != nil {
		return
	}
	at := place{col: 2, row: headRow, filter: true, widths: b.widths(g, true)}
	at.widths[0] = max(at.widths[0], filteredWidth)
	s.view(false)
	s.heading(p.Head, g.Len, g.Of)
	s.back()
	for i, w := range at.widths {
		if i >= g.visible {
			w = max(9.5, w)
		}
		s.width(at.col+i, w)
	}
	last := s.table(g, orElse(g.Key, p.Tab), at)
	if b.err != nil {
		return
	}
	s.filtered(g, at)
	s.lines(g, at, last)
	last = s.remark(at.col, last, g.Note, at.widths[:g.printed])
	s.freeze(2, headRow)
	s.print(paper{lastCol: at.col + g.printed - 1, lastRow: last, headRows: headRow})
}

// filtered writes the line above the heads that adds up what the reader's filter leaves. These are the only
// formulas of a workbook; each carries its number for readers that do not calculate.
func (s *sheet) filtered(g grid, p place) {
	quiet := look{size: 9, colour: muted, fill: wash, align: "left"}
	s.paint(p.col, filteredRow, p.col+g.visible-1, filteredRow, quiet)
	s.height(filteredRow, 18)
	quiet.format = `"Filtered: "#,##0" rows"`
	from, to := p.row+1, p.row+max(g.Len, 1)
	s.formula(p.col, fmt.Sprintf("SUBTOTAL(103,%s)", area(p.col, from, p.col, to)), float64(g.tallies[0].filled), quiet)
	for i, c := range g.Columns {
		if !c.Sum || !c.Kind.Numeric() || i == 0 {
			continue
		}
		l := kindLook(c.Kind, s.wb.Currency)
		l.size, l.bold, l.fill, l.format = 9, true, wash, liveFormat(c.Kind, s.wb.Currency)
		s.formula(p.col+i, fmt.Sprintf("SUBTOTAL(109,%s)", area(p.col+i, from, p.col+i, to)), g.tallies[i].sum(c.Kind), l)
	}
}

func (s *sheet) formula(col int, f string, cached float64, l look) {
	s.paint(col, filteredRow, col, filteredRow, l)
	s.number(col, filteredRow, cached)
	s.cells.formula(col, filteredRow, f)
}

// remark writes a note below a table, on as many lines as fit into the widths it stands below, and returns the
// last row used.
func (s *sheet) remark(col, last int, note string, widths []float64) int {
	if note == "" {
		return last
	}
	room := max(total(widths)*0.97, narrowestNote) // an application's letters may be a little wider than ours
	for _, line := range folded(s.text(note), room, 9, false) {
		last++
		s.words(col, last, line, look{size: 9, colour: muted, align: "left"})
	}
	return last
}

// narrowestNote is the width in characters below which a note is not folded: tables of few columns stand alone.
const narrowestNote = 60
