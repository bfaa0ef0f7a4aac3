package exceltest

import (
	"regexp"
	"strings"
)

// reference is one area of one sheet.
var reference = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([A-Za-z0-9_.]+))!\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?$`)

// sheetOf is the sheet a reference leads to, nil if there is none.
func (b *Book) sheetOf(ref string) *Sheet {
	m := reference.FindStringSubmatch(ref)
	if m == nil {
		return nil
	}
	name := strings.ReplaceAll(m[1], "''", "'") + m[2]
	for _, s := range b.Sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Cell is the cell a reference leads to, nil if it is empty.
func (b *Book) Cell(ref string) *Cell {
	s, m := b.sheetOf(ref), reference.FindStringSubmatch(ref)
	if s == nil {
		return nil
	}
	return s.At[m[3]+m[4]]
}

// Area lists the cells of a reference, row by row, empty ones as nil.
func (b *Book) Area(ref string) []*Cell {
	s, m := b.sheetOf(ref), reference.FindStringSubmatch(ref)
	if s == nil {
		return nil
	}
	c1, r1, c2, r2 := colNumber(m[3]), number(m[4]), colNumber(m[5]), number(m[6])
	if m[5] == "" {
		c2, r2 = c1, r1
	}
	var out []*Cell
	for r := r1; r <= r2; r++ {
		for c := c1; c <= c2; c++ {
			out = append(out, s.At[Ref(c, r)])
		}
	}
	return out
}

// Ref is the name of a cell; columns and rows count from 1.
func Ref(col, row int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name + decimal(row)
}

// links holds links inside to sheets that are there, and links outside to addresses a reader can judge.
func (f *faults) links(b *Book, s *Sheet) {
	rels, err := b.relations(s.Part)
	if err != nil {
		f.say("%v", err)
	}
	for _, l := range s.Layout.Links {
		switch to := rels[l.ID]; {
		case l.Location != "" && b.sheetOf(l.Location) == nil:
			f.say("%s!%s leads to %s, which is not there", s.Name, l.Ref, l.Location)
		case l.Location == "" && !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") && !strings.HasPrefix(to, "mailto:"):
			f.say("%s!%s leads to %q", s.Name, l.Ref, to)
		case s.At[l.Ref] == nil:
			f.say("%s!%s is a link without words", s.Name, l.Ref)
		}
	}
}
