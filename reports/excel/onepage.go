package excel

import (
	"slices"
	"strings"

	"clientele/reports"
)

// A page prints on one sheet of paper: its bands from the top, as many as can be read there. The others are for the
// screen, and the last line that prints names them. A page to look things up in prints on as many sheets as it takes.

// boardScale is the share of its size at which a page of blocks is put on one sheet of paper: figures of 5.6 points.
const boardScale = 0.56

// moreHeight is the height of the line that says what is on the screen only.
const moreHeight = 28.0

// bands draws the bands of a board one below the other. It returns the rows a new sheet of paper may begin with, the
// last row that prints, 0 for all, and the last row used.
func (s *sheet) bands(p page, bands [][]block, l layout) (starts []int, printed, last int) {
	row := 6
	for i, band := range bands {
		from := row
		s.below = nil
		last = s.band(p, band, l, from)
		row = last + 2
		if printed == 0 && i > 0 && s.offPaper(p, band, l, last, i == len(bands)-1) {
			printed = s.screenOnly(p, bands[i:], from)
		}
		if printed > 0 {
			continue
		}
		if starts = append(starts, from); len(band) == 1 {
			starts = append(starts, s.below...)
		}
	}
	return starts, printed, last
}

// offPaper tells whether a band that ends with a row is for the screen.
func (s *sheet) offPaper(p page, band []block, l layout, last int, final bool) bool {
	if p.Reference {
		return slices.ContainsFunc(band, func(b block) bool { return b.grid != nil && b.grid.Screen })
	}
	tall := s.tall(1, last+1)
	if !final || p.Note != "" {
		tall += moreHeight
	}
	return !s.legible(tall, paper{lastCol: 1 + len(l.widths), least: boardScale})
}

// screenOnly names the bands that do not print in the line above the first of them, and returns the last row that prints.
func (s *sheet) screenOnly(p page, bands [][]block, from int) int {
	if p.Reference {
		return from - 2
	}
	s.height(from-1, moreHeight)
	s.words(2, from-1, s.text(s.unprinted(bands)), look{size: 9, colour: muted, align: "left", valign: "center"})
	return from - 1
}

// unprinted names what does not print, as far as the width of the page has room: tables and notes, and charts where
// there are no others.
func (s *sheet) unprinted(bands [][]block) string {
	names := namesOf(bands, block.tabular)
	if len(names) == 0 {
		names = namesOf(bands, func(block) bool { return true })
	}
	room := s.wide(paper{lastCol: len(s.widths)}) * 0.97
	for n := len(names); ; n-- {
		text := strings.ReplaceAll(s.wb.Tongue.Say("On the screen only, not printed: {1}"), "{1}", strings.Join(names[:n], " · "))
		if n < len(names) {
			text += " · …"
		}
		if n <= 1 || textWidth(text, 9, false) <= room {
			return text
		}
	}
}

func namesOf(bands [][]block, wanted func(block) bool) (names []string) {
	for _, band := range bands {
		for _, b := range band {
			if n := b.name(); n != "" && wanted(b) {
				names = append(names, n)
			}
		}
	}
	return names
}

// name is what a block is called: the first title in it, of a chart its message.
func (b block) name() string {
	switch x := b.Block.(type) {
	case reports.Chart:
		return x.Message
	case reports.Notes:
		return x.Title
	}
	if b.grid != nil {
		return b.grid.Title
	}
	for _, part := range b.parts {
		if n := part.name(); n != "" {
			return n
		}
	}
	return ""
}
