package exceltest

import (
	"encoding/xml"
	"maps"
	"slices"
	"strconv"
	"strings"
)

func number(s string) int  { n, _ := strconv.Atoi(s); return n }
func decimal(n int) string { return strconv.Itoa(n) }
func colNumber(s string) (n int) {
	for _, r := range s {
		n = n*26 + int(r-'A') + 1
	}
	return n
}

// table is a table of the application.
type table struct {
	Name    string    `xml:"displayName,attr"`
	Heads   string    `xml:"headerRowCount,attr"`
	Ref     string    `xml:"ref,attr"`
	Filter  *struct{} `xml:"autoFilter"`
	Columns []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
}

// tablesOf lists the tables of a sheet that can be read.
func (b *Book) tablesOf(s *Sheet) []table {
	rels, _ := b.relations(s.Part)
	var out []table
	for _, p := range s.Layout.Tables {
		var t table
		if err := xml.Unmarshal(b.Parts[rels[p.ID]], &t); err == nil { // f.tables says what cannot be read
			out = append(out, t)
		}
	}
	return out
}

// tables holds tables to heads that are unique and equal to their cells, and columns to one type.
func (f *faults) tables(b *Book, s *Sheet) {
	rels, _ := b.relations(s.Part)
	for _, p := range s.Layout.Tables {
		var t table
		if err := xml.Unmarshal(b.Parts[rels[p.ID]], &t); err != nil {
			f.say("%s: table %s: %v", s.Name, rels[p.ID], err)
			continue
		}
		f.table(b, s, t)
	}
}

func (f *faults) table(b *Book, s *Sheet, t table) {
	m := reference.FindStringSubmatch("x!" + t.Ref)
	if m == nil || m[5] == "" {
		f.say("%s: table %s covers %s", s.Name, t.Name, t.Ref)
		return
	}
	col, from, to := colNumber(m[3]), number(m[4]), number(m[6])
	if n := colNumber(m[5]) - col + 1; n != len(t.Columns) {
		f.say("%s: table %s has %d columns and %d heads", s.Name, t.Name, n, len(t.Columns))
	}
	seen := map[string]bool{}
	for i, c := range t.Columns {
		head := s.At[Ref(col+i, from)].String()
		if key := strings.ToLower(head); head == "" || seen[key] || strings.ContainsAny(head, "\n\r") || head != c.Name {
			f.say("%s: table %s: head %q is empty, broken, doubled, or not %q", s.Name, t.Name, head, c.Name)
		} else {
			seen[key] = true
		}
		f.column(b, s, t.Name+" "+head, col+i, from+1, to)
	}
	if v := s.Layout.Views; t.Filter != nil && (len(v) == 0 || v[0].Pane == nil || int(v[0].Pane.Y) != from) {
		f.say("%s: table %s has filters, and its heads run out of sight", s.Name, t.Name)
	}
}

// called are heads of what a company calls by name, which may be a number.
func called() []string { return []string{"Customer", "Rep", "Territory"} }

// column holds a column to numbers of one unit or to texts, and to no number that is kept as text unless it is a number by name.
func (f *faults) column(b *Book, s *Sheet, name string, col, from, to int) {
	var texts, numbers, numerals int
	units := map[string]bool{}
	f.alike(b, s, name, col, from, to)
	for r := from; r <= to; r++ {
		c := s.At[Ref(col, r)]
		switch {
		case c == nil:
		case c.Kind != Text:
			numbers++
			if unit, ok := b.Styles.Looks[c.Style].Unit(); ok {
				units[unit] = true
			}
		default:
			texts++
			if b.Styles.Looks[c.Style].Format != "@" && numeral(c.Text) {
				numerals++
			}
		}
	}
	if texts > 0 && numbers > 0 {
		f.say("%s: column %q mixes %d numbers and %d texts", s.Name, name, numbers, texts)
	}
	if len(units) > 1 {
		f.say("%s: column %q mixes units: %q", s.Name, name, slices.Sorted(maps.Keys(units)))
	}
	if numerals > 0 && numerals == texts && texts > 1 && !slices.ContainsFunc(called(), func(head string) bool { return strings.HasSuffix(name, " "+head) }) {
		f.say("%s: column %q keeps %d numbers as text", s.Name, name, numerals)
	}
}
