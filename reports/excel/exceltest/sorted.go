package exceltest

import (
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// SortAbroad has LibreOffice sort every list of workbooks by a column of words and by one of
// numbers, up and down, and filter it on a value, and holds what then stands there: rows
// stay whole, the line above the heads adds up what is seen, total rows stay below, nothing
// changes on other sheets, and small lines read their own row. Without LibreOffice the test
// says so and goes on.
func SortAbroad(t *testing.T, files ...string) {
	t.Helper()
	t.Run("sorted in LibreOffice", func(t *testing.T) {
		office, err := FindOffice()
		if err != nil {
			t.Skip(err)
		}
		dir := t.TempDir()
		for _, file := range files {
			seen, after, err := sortLists(office, dir, file)
			if err != nil {
				t.Error(err)
				continue
			}
			faults := sortFaults(string(seen))
			faults = append(faults, strayLines(string(seen), after)...)
			for _, f := range faults[:min(most, len(faults))] {
				t.Errorf("%s: %s", filepath.Base(file), f)
			}
		}
	})
}

// sortFaults reads what the macro wrote down and says what is amiss.
func sortFaults(seen string) []string {
	var faults []string
	say := func(l *look, what string, args ...any) {
		faults = append(faults, fmt.Sprintf("%s, %s: ", l.list, l.deed)+fmt.Sprintf(what, args...))
	}
	looks, sheets := readLooks(seen)
	was := map[string]*look{}
	for i := range looks {
		l := &looks[i]
		if l.deed == "as it is" {
			was[l.list] = l
		}
		l.hold(was[l.list], say)
	}
	if len(was) == 0 {
		faults = append(faults, "no list has a filter")
	}
	return append(faults, otherSheets(sheets)...)
}

// hold compares a list with itself before.
func (l *look) hold(was *look, say func(*look, string, ...any)) {
	if a, b := sortedRows(l.rows), sortedRows(was.rows); !slices.Equal(a, b) {
		say(l, "rows are torn apart: %q", first(differing(a, b)))
	}
	if !slices.Equal(l.heads, was.heads) {
		say(l, "the heads are %q", l.heads)
	}
	if a, b := texts(l.below), texts(was.below); !slices.Equal(a, b) {
		say(l, "the lines below are %q, they were %q", a, b)
	}
	for _, r := range l.below {
		if !r.shows {
			say(l, "a total row is hidden: %q", r.cells)
		}
	}
	l.order(say)
	l.filtered(say)
	l.adds(say)
}

// order holds the numbers a list was sorted by to their order; empty cells come last.
func (l *look) order(say func(*look, string, ...any)) {
	up := l.deed == "sorted up"
	if !up && l.deed != "sorted down" {
		return
	}
	before, any := 0.0, false
	for _, r := range l.rows {
		x, ok := numeral64(r.cells[l.field])
		if ok && any && (x < before && up || x > before && !up) {
			say(l, "%v comes after %v in column %s", x, before, l.heads[l.field])
			return
		}
		if ok {
			before, any = x, true
		}
	}
}

// filtered holds a list to show the rows with one value, and those only.
func (l *look) filtered(say func(*look, string, ...any)) {
	value := ""
	for _, r := range l.rows {
		if l.deed == "filtered" && r.shows {
			value = r.cells[l.field]
			break
		}
	}
	if l.deed == "filtered" && value == "" {
		say(l, "no row is left")
	}
	for _, r := range l.rows {
		if want := l.deed != "filtered" || strings.EqualFold(r.cells[l.field], value); r.shows != want {
			say(l, "the row of %q shows: %v", r.cells[l.field], r.shows)
		}
	}
}

// adds holds the line above the heads to the rows that show.
func (l *look) adds(say func(*look, string, ...any)) {
	for c, above := range l.above {
		got, ok := numeral64(above)
		if !ok {
			continue
		}
		var sum, n float64
		for _, r := range l.rows {
			if !r.shows || r.cells[c] == "String " {
				continue
			}
			n++ // the first column counts rows, of numbers too
			if x, ok := numeral64(r.cells[c]); ok {
				sum += x
			}
		}
		want := sum
		if c == 0 {
			want = n
		}
		if math.Abs(got-want) > 1e-6*max(1, math.Abs(want)) {
			say(l, "%s: the line above says %v, the rows that show make %v", l.heads[c], got, want)
		}
	}
}

// otherSheets holds the sheets beside a list to what they held when the workbook was opened:
// the same lines, those of lists in whatever order they were left.
func otherSheets(sheets map[string]map[string][]string) []string {
	var faults []string
	opened := sheets["opened"]
	for _, list := range sortedKeys(sheets) {
		for _, name := range sortedKeys(sheets[list]) {
			if now := sheets[list][name]; !slices.Equal(now, opened[name]) {
				faults = append(faults, fmt.Sprintf("sorting %s changes the sheet %s: %q", list, name, first(differing(now, opened[name]))))
			}
		}
	}
	return faults
}

var smallLine = regexp.MustCompile(`<xm:f>[^<]*![$]?[A-Z]+[$]?(\d+):[$]?[A-Z]+[$]?(\d+)</xm:f><xm:sqref>[A-Z]+(\d+)</xm:sqref>`)

// strayLines finds small lines of lists that read another row than their own. Those of
// pages read from the sheet of the charts' numbers.
func strayLines(seen string, b *Book) []string {
	var faults []string
	lists := map[string]bool{}
	looks, _ := readLooks(seen)
	for _, l := range looks {
		lists[l.sheet] = true
	}
	for _, s := range b.Sheets {
		if !lists[s.Name] {
			continue
		}
		for _, m := range smallLine.FindAllStringSubmatch(string(b.Parts[s.Part]), -1) {
			if m[1] != m[3] || m[2] != m[3] {
				faults = append(faults, fmt.Sprintf("%s: the small line in row %s reads rows %s to %s", s.Name, m[3], m[1], m[2]))
			}
		}
	}
	return faults
}

// differing lists what is in one list and not in the other.
func differing(a, b []string) []string {
	var out []string
	for _, s := range a {
		if !slices.Contains(b, s) {
			out = append(out, s)
		}
	}
	return append(out, "")
}

func first(list []string) string { return list[0] }

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
