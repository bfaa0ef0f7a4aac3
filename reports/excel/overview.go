package excel

import (
	"fmt"

	"clientele/reports"
)

// The columns of the first page: five wide ones with gaps, at B, D, F, H and J.
const (
	tileWidth = 34.0
	tileGap   = 1.3
	tileCount = 5
	tileRow   = 6
)

func tileCol(i int) int { return 2 + 2*i }

// drawOverview draws the first page: tiles, what to do, two charts, what each sheet found.
func (b *book) drawOverview(pages []page) {
	o := b.wb.Overview
	s := b.sheet(b.tabs[o.Tab])
	s.view(true)
	s.heading(o.Head, 0, 0)
	s.cells.height(5, 8)
	s.warn(o.Warning)
	for i := range tileCount {
		s.width(tileCol(i), tileWidth)
		if i > 0 {
			s.width(tileCol(i)-1, tileGap)
		}
	}
	s.tiles(o.Tiles)
	row := s.actions(o, tileRow+7)
	for _, band := range o.Bands {
		row = s.overviewBand(band, row)
	}
	row = s.findings(o, pages, row)
	for _, n := range append(o.Notes, o.Note) {
		row = s.remark(2, row, n, s.span(0, tileCount-1).widths)
	}
	s.print(paper{lastCol: tileCol(tileCount - 1), lastRow: row, onePage: true, least: .4})
}

// warn writes what a reader must know before the figures into line 5.
func (s *sheet) warn(text string) {
	if text == "" {
		return
	}
	s.words(1, 5, s.text(text), look{size: 11, bold: true, colour: bad, align: "left", indent: 1})
	s.height(5, 20)
}

// actions draws what to do and returns the row after it.
func (s *sheet) actions(o *reports.Overview, row int) int {
	if len(o.Actions) == 0 {
		return row
	}
	s.overHead(row, orElse(o.ActionsTitle, s.wb.Tongue.Say("Do this week")))
	over := look{size: 9, bold: true, colour: muted, valign: "bottom", bottom: ink, botStyle: 2}
	over.align = "right"
	s.words(tileCol(3), row, s.text(orElse(o.ActionsBasis, s.wb.Tongue.Say("Worth, ¤ a year"))), over)
	over.align = "left"
	s.words(tileCol(4), row, s.wb.Tongue.Say("Who · where"), over)
	row++
	for i, a := range o.Actions {
		row = s.action(i, a, row)
	}
	return row + 1
}

// action draws one thing to do and returns the row after it.
func (s *sheet) action(i int, a reports.Action, row int) int {
	last := tileCol(tileCount - 1)
	s.paint(2, row, last, row, look{})
	s.height(row, 17)
	s.words(2, row, fmt.Sprintf("%d   %s", i+1, s.text(a.Do)), look{bold: true, align: "left", valign: "bottom"})
	end := s.reasons(a, row)
	if a.Worth.Known {
		l := look{bold: true, align: "right", valign: "bottom", format: numberFormat(a.Worth.Kind, s.wb.Currency)}
		s.paint(tileCol(3), row, tileCol(3), row, l)
		s.value(tileCol(3), row, a.Worth)
	}
	if _, ok := s.tabs[a.Where]; ok {
		s.words(last, row, a.Where+" →", look{colour: accent, underline: true, align: "left", valign: "bottom"})
		s.link(last, row, s.wb.Tongue.Say("Open")+" "+a.Where, "#"+a.Where)
	}
	return end + 1
}

// reasons writes why and who below an action, on as many lines as they need, and returns the last row used.
func (s *sheet) reasons(a reports.Action, row int) int {
	last := tileCol(tileCount - 1)
	why := folded(s.text(a.Why), total(s.span(0, tileCount-2).widths)-5, 9, false)
	who := folded(s.text(a.Who), tileWidth-1, 9, false)
	end := row + max(len(why), len(who))
	for i := range end - row {
		l := look{size: 9, colour: muted, align: "left", valign: "top"}
		if row+1+i == end {
			l.bottom = hairline
		}
		s.paint(2, row+1+i, last, row+1+i, l)
		s.height(row+1+i, 15)
		if i < len(who) {
			s.put(last, row+1+i, who[i])
		}
		if l.indent = 2; i < len(why) {
			s.words(2, row+1+i, why[i], l)
		}
	}
	return end
}

// overviewBand draws charts, or one table over the five columns, and returns the row after it.
func (s *sheet) overviewBand(band reports.Band, row int) int {
	var charts []reports.Chart
	for _, blk := range band {
		switch x := blk.(type) {
		case reports.Chart:
			if x.Drawable() {
				charts = append(charts, x)
			}
		case reports.Tabular:
			row = s.wideTable(s.grid(x.Grid(), false), row) + 2
		case reports.Notes:
			row = s.notes(x, s.span(0, 4), row) + 2
		}
	}
	last := row
	for i, c := range charts {
		from, to := share(i, len(charts))
		last = max(last, s.chart(c, s.span(from, to), row)+2)
	}
	return last
}

// share gives the first of two charts three of the five columns.
func share(i, of int) (from, to int) {
	switch {
	case of == 1:
		return 0, 4
	case i == 0:
		return 0, 2
	}
	return 3, 4
}

// span is the side made of the wide columns from to to.
func (s *sheet) span(from, to int) side {
	ws := []float64{tileWidth}
	for range to - from {
		ws = append(ws, tileGap, tileWidth)
	}
	return side{tileCol(from), ws}
}

// findings lists what each sheet found: contents and summary in one. It returns the last row used.
func (s *sheet) findings(o *reports.Overview, pages []page, row int) int {
	if len(pages) == 0 {
		return row - 1
	}
	last := tileCol(tileCount - 1)
	s.overHead(row, orElse(o.FindingTitle, s.wb.Tongue.Say("What each sheet found")))
	room := total(s.span(1, tileCount-1).widths) - 4 // an application's letters may be a little wider than ours
	for _, p := range pages {
		lines := folded(s.text(p.Finding), room, 10, false)
		for i, line := range lines {
			row++
			l := look{align: "left"}
			if i == len(lines)-1 {
				l.bottom = hairline
			}
			s.paint(2, row, last, row, l)
			s.put(tileCol(1), row, line)
			if i == 0 {
				l.colour, l.underline = accent, true
				s.words(2, row, p.tab, l)
				s.leadTo(2, row, s.wb.Tongue.Say("Open")+" "+p.tab, p.tab)
			}
		}
	}
	return row
}

// overHead is a heading with a rule over the whole width.
func (s *sheet) overHead(row int, title string) {
	rule := look{size: 11, bold: true, align: "left", valign: "bottom", bottom: ink, botStyle: 2}
	s.paint(2, row, tileCol(tileCount-1), row, rule)
	s.words(2, row, s.text(title), rule)
	s.height(row, 20)
}
