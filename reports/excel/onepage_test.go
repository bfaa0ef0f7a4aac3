package excel

import (
	"fmt"
	"strings"
	"testing"

	"clientele/reports"
)

// tallBoard is a workbook with a page of three tables of so many rows each.
func tallBoard(reference bool, rows ...int) reports.Workbook {
	wb := sample(3)
	b := reports.Board{Head: reports.Head{Tab: "Tall", Title: "Tall", Question: "How tall?", Finding: "It has 1 number.", Note: "The end."}, Reference: reference}
	for i, n := range rows {
		t := wordy(n, fmt.Sprintf("T%d", i+1))
		t.Title = fmt.Sprintf("Table %d", i+1)
		b.Bands = append(b.Bands, reports.Band{t})
	}
	wb.Pages = []reports.Page{b}
	return wb
}

func TestAPagePrintsOnOneSheetWhatIsFirst(t *testing.T) {
	for _, c := range []struct {
		rule      string
		reference bool
		rows      []int
		high      string
		breaks    int
		screen    string // what the line of what does not print names, empty for no such line
	}{
		{"all that fits prints", false, []int{8, 8, 8}, "1", 0, ""},
		{"what does not go on the sheet is for the screen", false, []int{20, 30, 30}, "1", 0, "Table 2 · Table 3"},
		{"the line has room on the sheet too", false, []int{20, 20, 30}, "1", 0, "Table 3"},
		{"a table longer than a sheet prints on several, alone", false, []int{90, 5}, "0", 0, "Table 2"},
		{"a page to look things up in prints whole", true, []int{30, 30, 30}, "0", 2, ""},
	} {
		d := draw(t, tallBoard(c.reference, c.rows...))
		part := d.parts["xl/worksheets/sheet2.xml"]
		if !strings.Contains(part, `fitToHeight="`+c.high+`"`) || strings.Count(part, "<brk ") != c.breaks {
			t.Errorf("%s: want fitToHeight %s and %d breaks, got %d", c.rule, c.high, c.breaks, strings.Count(part, "<brk "))
		}
		last, said := 0, ""
		for _, n := range d.f.GetDefinedName() {
			if n.Name == "_xlnm.Print_Area" && n.Scope == "Tall" {
				fmt.Sscanf(n.RefersTo[strings.LastIndex(n.RefersTo, "$")+1:], "%d", &last)
			}
		}
		rows, err := d.f.GetRows("Tall")
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if len(row) < 2 || !strings.HasPrefix(row[1], "On the screen only") {
				continue
			}
			if said = strings.TrimPrefix(row[1], "On the screen only, not printed: "); i+1 != last {
				t.Errorf("%s: the line stands in row %d, the last that prints is %d", c.rule, i+1, last)
			}
		}
		if said != c.screen {
			t.Errorf("%s: for the screen only is %q, want %q", c.rule, said, c.screen)
		}
		if c.screen == "" && last != len(rows) {
			t.Errorf("%s: prints up to row %d of %d", c.rule, last, len(rows))
		}
	}
}

func TestTheLineOfWhatDoesNotPrintGoesNoFurtherThanThePage(t *testing.T) {
	s := (&book{}).sheet("Tall")
	s.widths[1], s.widths[2] = 1, 60
	var bands [][]block
	for i := range 9 {
		bands = append(bands, []block{{grid: &grid{Grid: reports.Grid{Title: fmt.Sprintf("Table of many words %d", i)}}}})
	}
	got := s.unprinted(bands)
	if !strings.HasSuffix(got, " · …") || !strings.Contains(got, "words 0") || textWidth(got, 9, false) > 61 {
		t.Errorf("says %q", got)
	}
}
