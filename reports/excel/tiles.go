package excel

import (
	"cmp"
	"fmt"

	"github.com/xuri/excelize/v2"

	"clientele/reports"
)

// tiles draws the key figures: one cell for each line of a tile, so that nothing needs to be merged.
func (s *sheet) tiles(tiles []reports.Tile) {
	if len(tiles) > tileCount {
		s.fail(fmt.Errorf("overview has %d tiles, there is room for %d", len(tiles), tileCount))
		return
	}
	for i, points := range []float64{17, 31, 16, 15, 34, 5} {
		s.height(tileRow+i, points)
	}
	var sparks []spark
	for i, t := range tiles {
		s.tile(t, tileCol(i))
		if len(t.Trend) >= 3 {
			sparks = append(sparks, spark{cell(tileCol(i), tileRow+4), s.data.series(s.wb.Tongue.Say("Key figures over time"), cmp.Or(t.TrendName, t.Label), t.Points, t.Trend, t.Value.Kind)})
		}
	}
	s.draw(sparks)
}

func (s *sheet) tile(t reports.Tile, col int) {
	ground := look{fill: wash, align: "left", indent: 1}
	s.paint(col, tileRow, col, tileRow+5, ground)
	label := ground
	label.size, label.bold, label.colour, label.top, label.topStyle = 9, true, muted, accent, 5
	s.words(col, tileRow, s.text(t.Label), label)
	s.tileValue(t, col, ground)
	s.tileDelta(t, col, ground)
	s.tileNote(t, col, ground)
}

func (s *sheet) tileValue(t reports.Tile, col int, l look) {
	l.size, l.bold = 22, true
	if !t.Value.Known {
		l.colour = muted
		s.words(col, tileRow+1, s.wb.Tongue.Say("not measured"), l)
		return
	}
	if t.Value.Kind.Numeric() {
		l.format = tileFormat(t.Value, s.wb.Currency)
	}
	s.paint(col, tileRow+1, col, tileRow+1, l)
	s.value(col, tileRow+1, t.Value)
	if t.Key != "" {
		s.fail(s.f.SetDefinedName(&excelize.DefinedName{
			Name: "kpi_" + t.Key, RefersTo: s.absolute(col, tileRow+1, col, tileRow+1), Comment: clipped(oneLine(s.text(t.Label)), 200),
		}))
	}
}

func (s *sheet) tileDelta(t reports.Tile, col int, l look) {
	l.size, l.bold = 10, true
	if !t.Delta.Known {
		l.bold, l.colour = false, muted
		s.words(col, tileRow+2, s.text(t.Against), l)
		return
	}
	words := ""
	if t.Against != "" {
		words = quoted(" " + s.text(t.Against))
	}
	l.format = tileChange(t.Delta, words, s.wb.Currency)
	s.paint(col, tileRow+2, col, tileRow+2, l)
	s.value(col, tileRow+2, t.Delta)
	if !t.Delta.Even {
		s.direction(area(col, tileRow+2, col, tileRow+2), t.Delta.Kind, t.Delta.Lower)
	}
}

func (s *sheet) tileNote(t reports.Tile, col int, l look) {
	l.size, l.colour = 9, muted
	if !t.NoteValue.Known {
		s.words(col, tileRow+3, s.text(t.Note), l)
		return
	}
	l.format = noteFormat(t.NoteValue, s.text(t.Note), s.wb.Currency)
	s.paint(col, tileRow+3, col, tileRow+3, l)
	s.value(col, tileRow+3, t.NoteValue)
}
