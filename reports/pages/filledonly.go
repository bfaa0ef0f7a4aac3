package pages

import (
	"slices"

	"clientele/reports"
)

// emptyColumns says that columns were left out.
const emptyColumns = "Columns with nothing but zero are left out."

// filledOnly leaves out those of the named columns in which nothing but zero stands, and says so: a table of many
// columns is read, and printed, for those that say something.
func filledOnly[R any](t reports.Table[R], heads ...string) reports.Table[R] {
	n := len(t.Columns)
	t.Columns = slices.DeleteFunc(slices.Clone(t.Columns), func(c reports.Column[R]) bool {
		return slices.Contains(heads, c.Head().Text) && !filledIn(c, t.Rows) && !filledIn(c, t.Totals)
	})
	if len(t.Columns) < n {
		t.Note = sentences(t.Note, emptyColumns)
	}
	return t
}

// filledIn reports whether a column holds anything but zero in some rows.
func filledIn[R any](c reports.Column[R], rows []R) bool {
	return slices.ContainsFunc(rows, func(r R) bool {
		v := c.Value(r)
		return v.Known && (v.Amount != 0 || v.Number != 0)
	})
}
