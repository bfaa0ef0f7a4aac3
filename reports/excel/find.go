package excel

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// FindList reads a list out of a workbook that a person made or filled in: the rows below the first row, of the
// first sheet that has one, that names all the heads, in lower case. Rows and columns may have been sorted, moved
// or removed, and more may stand beside.
func FindList(file []byte, heads ...string) ([]Answer, error) {
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("not a workbook (.xlsx), or locked with a password: %w", err)
	}
	defer f.Close()
	for _, tab := range f.GetSheetList() {
		rows, err := f.GetRows(tab, excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, fmt.Errorf("read sheet %q: %w", tab, err)
		}
		if at := slices.IndexFunc(rows, func(row []string) bool { return Headed(row, heads...) }); at >= 0 {
			return below(tab, rows, at), nil
		}
	}
	return nil, fmt.Errorf("no sheet has a row with the heads %s", strings.Join(heads, ", "))
}

// Headed reports whether a row holds all of some heads, in whatever case.
func Headed(row []string, heads ...string) bool {
	for _, h := range heads {
		if !slices.ContainsFunc(row, func(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), h) }) {
			return false
		}
	}
	return true
}

// below returns the rows under the heads, by their names.
func below(tab string, rows [][]string, at int) []Answer {
	columns := map[string]int{}
	for i, head := range rows[at] {
		name, _, _ := strings.Cut(strings.TrimSpace(head), ", ")
		columns[strings.ToLower(name)] = i + 1
	}
	var out []Answer
	for i, row := range rows[at+1:] {
		if a := answered(rows[at], row); len(a) > 0 {
			out = append(out, Answer{Row: at + 2 + i, Tab: tab, Fields: a, columns: columns})
		}
	}
	return out
}
