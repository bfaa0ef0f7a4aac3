package exceltest

import (
	"fmt"
	"strings"
)

// The greatest a workbook may be, in bytes and in sheets.
const (
	MaxSize   = 5 << 20
	MaxSheets = 16
)

// faults gathers what is wrong with a workbook.
type faults []string

func (f *faults) say(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

// Faults says what rules a workbook breaks, in sentences that name the place. A sound one has none.
func Faults(data []byte) []string {
	var f faults
	b, err := Open(data)
	if err != nil {
		f.say("%v", err)
		return f
	}
	f.file(b)
	for _, s := range b.Sheets {
		f.sheet(b, s)
		f.head(s)
		f.cells(b, s)
		f.fits(b, s)
		f.links(b, s)
		f.tables(b, s)
		f.charts(b, s)
	}
	f.names(b)
	f.access(b)
	return f
}

// file holds the file as a whole to what every reader opens without asking.
func (f *faults) file(b *Book) {
	if b.Size > MaxSize {
		f.say("the file has %d bytes, %d are the most", b.Size, MaxSize)
	}
	if n := len(b.Sheets); n == 0 || n > MaxSheets {
		f.say("the file has %d sheets, %d are the most", n, MaxSheets)
	}
	for _, z := range b.Files {
		for _, alien := range []string{"vba", "externalLink", "pivot", "slicer", "activeX", "embedding", "ctrlProps", "calcChain"} {
			if strings.Contains(strings.ToLower(z.Name), strings.ToLower(alien)) {
				f.say("the file holds %s", z.Name)
			}
		}
		if at := z.Modified.UTC(); !at.Equal(b.Files[0].Modified) || at.Hour()+at.Minute()+at.Second() != 0 {
			f.say("%s was packed at %s: a file knows no clock", z.Name, at)
		}
	}
	core := string(b.Parts["docProps/core.xml"])
	for _, p := range []string{"dc:title", "dc:subject", "dc:description", "dc:creator", "dc:language", "dcterms:created"} {
		if _, text, _ := strings.Cut(core, "<"+p); !strings.Contains(text, "</"+p) || strings.HasPrefix(text, "></") {
			f.say("the file has no property %s", p)
		}
	}
}

// sheet holds a sheet to showing everything it has, in the same view as its neighbours.
func (f *faults) sheet(b *Book, s *Sheet) {
	if s.State != "" && s.State != "visible" {
		f.say("%s is hidden", s.Name)
	}
	if len(s.Layout.Merged) > 0 {
		f.say("%s has merged cells, the first %s", s.Name, s.Layout.Merged[0].Ref)
	}
	for _, c := range s.Layout.Cols {
		if c.Hidden || c.Width == 0 {
			f.say("%s: column %d is hidden", s.Name, c.Min)
		}
	}
	for _, r := range s.Layout.Rows {
		if r.Hidden {
			f.say("%s: row %d is hidden", s.Name, r.Row)
		}
	}
	if v := s.Layout.Views; len(v) != 1 || v[0].Grid != "false" && v[0].Grid != "0" || v[0].Zoom != "100" {
		f.say("%s is not shown without gridlines at its full size: %+v", s.Name, v)
	}
	if p := s.Layout.Page; p.Paper != "9" || p.Orientation != "landscape" {
		f.say("%s prints on paper %q, %q, not on A4 landscape", s.Name, p.Paper, p.Orientation)
	}
	if foot := s.Layout.Footer; !strings.Contains(foot, "&P") || !strings.Contains(foot, "&N") || !strings.Contains(foot, "&A") {
		f.say("%s: the footer %q lacks sheet, page or pages", s.Name, foot)
	}
}

// head holds the top of a sheet to saying what it is, what it asks, what it found and when.
func (f *faults) head(s *Sheet) {
	for i, what := range []string{"title", "question", "finding", "stamp"} {
		c := s.At[fmt.Sprintf("A%d", i+1)]
		switch {
		case c == nil || c.Kind != Text || strings.TrimSpace(c.Text) == "":
			f.say("%s has no %s in A%d", s.Name, what, i+1)
		case i == 1 && !strings.Contains(c.Text, "?"):
			f.say("%s asks no question: %q", s.Name, c.Text)
		case i == 3 && !strings.HasPrefix(c.Text, "As of "):
			f.say("%s does not say of what day it is: %q", s.Name, c.Text)
		}
	}
}

// names holds defined names to existing sheets, and every sheet to an area that prints.
func (f *faults) names(b *Book) {
	printed := map[int]bool{}
	for _, n := range b.Names {
		if strings.Contains(n.Refers, "#REF") || b.sheetOf(n.Refers) == nil {
			f.say("the name %s refers to %s", n.Name, n.Refers)
		}
		if n.Name == "_xlnm.Print_Area" && n.Sheet != nil {
			printed[*n.Sheet] = true
		}
		if strings.HasPrefix(n.Name, "kpi_") {
			if c := b.Cell(n.Refers); c != nil && c.Kind != Number {
				f.say("the name %s refers to %q, which is no number", n.Name, c)
			}
		}
	}
	for i, s := range b.Sheets {
		if !printed[i] {
			f.say("%s does not say what of it prints", s.Name)
		}
	}
}
