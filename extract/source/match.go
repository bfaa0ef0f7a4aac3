package source

import (
	"slices"
	"strings"

	"clientele/extract"
)

// A match finds the field of each column.
type match struct {
	fields  []extract.Field
	columns []column
	renamed map[string]string // field to column; empty: columns carry field names
	faults  []error
}

// run returns the index of each column's field, -1 for columns not to be read.
func (m *match) run() []int {
	places := make([]int, len(m.columns))
	for i, c := range m.columns {
		places[i] = m.place(c.name)
		if at := places[i]; at >= 0 && slices.Contains(places[:i], at) {
			m.fault("name each column once", "column %s comes twice", c.name)
		}
	}
	m.missing(places)
	return places
}

// place returns the field of a column, -1 for none.
func (m *match) place(name string) int {
	if len(m.renamed) > 0 {
		for i, f := range m.fields {
			if theirs, ok := m.renamed[f.Name]; ok && same(theirs, name) {
				return i
			}
		}
		return -1
	}
	for i, f := range m.fields {
		if same(f.Name, name) {
			return i
		}
	}
	base, copied := duplicate(name)
	if copied {
		m.fault("name each column once", "column %s comes twice", base)
	} else {
		m.fault(suggest(name, m.names()), "there is no field %q", name)
	}
	return -1
}

// missing tells which needed fields, and which columns promised, do not come.
func (m *match) missing(places []int) {
	for i, f := range m.fields {
		theirs, promised := m.renamed[f.Name]
		switch {
		case slices.Contains(places, i):
		case promised:
			m.fault(suggest(theirs, m.headers()), "column %q for field %s is not there", theirs, f.Name)
		case f.Need && len(m.renamed) > 0:
			m.fault("name its column under columns; there are "+strings.Join(m.headers(), ", "), "no column is named for field %s, which every row needs", f.Name)
		case f.Need:
			m.fault("let the mapping return a column named "+f.Name, "column %s is missing, which every row needs", f.Name)
		}
	}
	for _, name := range sortedNames(m.renamed) {
		if !slices.Contains(m.names(), name) {
			m.fault(suggest(name, m.names()), "there is no field %q", name)
		}
	}
}

func (m *match) fault(remedy, format string, args ...any) {
	m.faults = append(m.faults, hint(remedy, format, args...))
}

func (m *match) names() []string {
	out := make([]string, 0, len(m.fields))
	for _, f := range m.fields {
		out = append(out, f.Name)
	}
	return out
}

func (m *match) headers() []string {
	out := make([]string, 0, len(m.columns))
	for _, c := range m.columns {
		out = append(out, c.name)
	}
	return out
}

func same(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// duplicate recognises "id:1", by which SQLite tells equal columns apart.
func duplicate(name string) (string, bool) {
	base, n, ok := strings.Cut(name, ":")
	return base, ok && n != "" && strings.Trim(n, "0123456789") == ""
}

func sortedNames(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
