package excel

import (
	"cmp"
	"fmt"

	"clientele/reports"
)

// drawBoard draws a page of blocks that prints on one sheet of paper.
func (b *book) drawBoard(p page) {
	s := b.sheet(p.tab)
	bands := b.blocks(p)
	if b.err != nil {
		return
	}
	bands, l := settled(bands)
	s.view(false)
	s.heading(p.Head, 0, 0)
	s.back()
	for i, w := range l.widths {
		s.width(2+i, w)
	}
	starts, printed, end := s.bands(p, bands, l)
	if b.err != nil {
		return
	}
	last := s.remark(2, end, p.Note, l.widths)
	s.print(paper{lastCol: 1 + len(l.widths), lastRow: cmp.Or(printed, last), onePage: true, least: boardScale, breaks: starts})
}

// blocks measures the tables and leaves out charts with too few points to mean anything.
func (b *book) blocks(p page) [][]block {
	var out [][]block
	for i, band := range p.Bands {
		if len(band) > 2 {
			b.fail(fmt.Errorf("band %d holds %d blocks; a page is at most two blocks wide", i+1, len(band)))
		}
		var bs []block
		for _, blk := range band {
			if c, ok := blk.(reports.Chart); ok && !c.Drawable() {
				continue
			}
			bs = append(bs, b.measured(blk))
		}
		if len(bs) > 0 {
			out = append(out, bs)
		}
	}
	return out
}

func (b *book) measured(blk reports.Block) block {
	if x, ok := blk.(reports.Stack); ok {
		return b.stacked(x)
	}
	t, ok := blk.(reports.Tabular)
	if !ok {
		return block{Block: blk}
	}
	g := b.grid(t.Grid(), false)
	return block{Block: blk, grid: &g, widths: b.widths(g, false)}.spilled()
}

// band draws blocks side by side and returns the last row any of them uses. Charts come last: how many rows
// they cover depends on the heights the tables beside them have set.
func (s *sheet) band(p page, band []block, l layout, row int) int {
	last := row
	for _, charts := range []bool{false, true} {
		for i, blk := range band {
			if _, ok := blk.Block.(reports.Chart); ok == charts {
				last = max(last, s.block(p, blk, l.side(i, len(band)), row))
			}
		}
	}
	return last
}

// side is the part of the column grid a block has: its first column and the widths from there.
type side struct {
	col    int
	widths []float64
}

func (l layout) side(i, of int) side {
	switch {
	case of < 2:
		return side{2, l.widths}
	case i == 0:
		return side{2, l.widths[:l.right-1]}
	}
	return side{2 + l.right, l.widths[l.right:]}
}

// block draws one block below row and returns the last row it uses.
func (s *sheet) block(p page, blk block, at side, row int) int {
	switch x := blk.Block.(type) {
	case reports.Chart:
		return s.chart(x, at, row)
	case reports.Notes:
		return s.notes(x, at, row)
	case reports.Stack:
		return s.stack(p, blk.parts, at, row)
	}
	if blk.grid == nil {
		s.fail(fmt.Errorf("a block of type %T cannot be drawn", blk.Block))
		return row
	}
	if blk.grid.Title != "" {
		s.section(at.col, row, blk.grid.Title)
		row++
	}
	place := place{col: at.col, row: row, widths: at.widths, spill: blk.spill}
	last := s.table(*blk.grid, orElse(blk.grid.Key, p.tab+" "+blk.grid.Title), place)
	if s.err == nil {
		s.boardLines(*blk.grid, place)
	}
	note := blk.grid.Note
	if blk.grid.Of > blk.grid.Len {
		note = joined(note, s.wb.Tongue.Say(fmt.Sprintf("%s of %s rows shown.", reports.Thousands(blk.grid.Len), reports.Thousands(blk.grid.Of))))
	}
	return s.remark(at.col, last, note, at.widths)
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

func (s *sheet) section(col, row int, title string) {
	s.height(row, 20)
	s.words(col, row, s.text(title), look{size: 11, bold: true, valign: "bottom", align: "left"})
}

// notes writes sentences, broken at the width of their side.
func (s *sheet) notes(n reports.Notes, at side, row int) int {
	if n.Title != "" {
		s.section(at.col, row, n.Title)
		row++
	}
	for _, text := range n.Lines {
		for _, line := range folded(s.text(text), total(at.widths), 10, false) {
			s.words(at.col, row, line, look{align: "left"})
			row++
		}
	}
	return row - 1
}
