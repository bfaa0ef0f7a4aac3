package exceltest

import (
	"slices"
	"strconv"
	"strings"
)

// A look is what stood on a list after a deed.
type look struct {
	sheet, list, deed string
	field             int      // of the column that was sorted by or filtered on, from 0
	above, heads      []string // the line over the heads, and the heads
	rows, below       []line   // the rows of the list, and the lines after it
	from, to          int      // rows of the heads and of the last row
}

type line struct {
	shows bool
	cells []string // "Double 12.5", "String Smith"
}

// readLooks takes apart what the macro wrote down: the looks at lists, and the lines of
// other sheets by list and sheet, in order.
func readLooks(seen string) ([]look, map[string]map[string][]string) {
	var looks []look
	sheets := map[string]map[string][]string{}
	list, sheet, at := "", "", 0
	for text := range strings.Lines(seen) {
		f := strings.Split(strings.TrimRight(text, "\r\n"), "\t")
		switch f[0] {
		case "LIST":
			l := look{sheet: f[1], list: f[2], deed: f[3]}
			l.from, l.to, l.field = number(f[5]), number(f[6]), number(f[7])
			looks, at = append(looks, l), l.from-1
		case "ROW":
			looks[len(looks)-1].take(at, line{f[1] == "True", f[2:]})
			at++
		case "SHEET":
			sheet, list = f[1], f[2]
			if sheets[list] == nil {
				sheets[list] = map[string][]string{}
			}
			sheets[list][sheet] = nil
		case "CELLS":
			sheets[list][sheet] = append(sheets[list][sheet], strings.Join(f[1:], "\t"))
		}
	}
	for _, of := range sheets {
		for _, lines := range of {
			slices.Sort(lines)
		}
	}
	return looks, sheets
}

func (l *look) take(at int, r line) {
	switch {
	case at < l.from:
		l.above = r.cells
	case at == l.from:
		l.heads = r.cells
	case at <= l.to:
		l.rows = append(l.rows, r)
	default:
		l.below = append(l.below, r)
	}
}

func numeral64(cell string) (float64, bool) {
	text, ok := strings.CutPrefix(cell, "Double ")
	x, err := strconv.ParseFloat(text, 64)
	return x, ok && err == nil
}

func texts(rows []line) []string {
	var out []string
	for _, r := range rows {
		out = append(out, strings.Join(r.cells, "\t"))
	}
	return out
}

func sortedRows(rows []line) []string {
	out := texts(rows)
	slices.Sort(out)
	return out
}
