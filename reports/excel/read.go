package excel

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Answer is one row of a list that came back from a reader, by the head of each column in lower case and without its unit.
type Answer struct {
	Row    int    // row of the sheet, for messages
	Tab    string // the sheet; empty for a list that is none
	Fields map[string]string

	columns map[string]int // of the sheet, by head
}

// Cell is where the field under a head stands, such as C12; empty for a list that is no sheet.
func (a Answer) Cell(head string) string {
	col, known := a.columns[head]
	if !known {
		return ""
	}
	name, err := excelize.CoordinatesToCellName(col, a.Row)
	if err != nil {
		return "" // no sheet is as wide
	}
	return name
}

// ReadList reads a list that a reader has filled in and sent back: the rows below the heads, as text, up to the
// end of the sheet. Rows may have been sorted, filtered or removed.
func ReadList(file []byte, tab string) ([]Answer, error) {
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("read answers: not a workbook, or locked with a password: %w", err)
	}
	defer f.Close()
	rows, err := f.GetRows(tab, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("read answers: %w; send back the file with the sheet %q in it", err, tab)
	}
	if len(rows) < headRow {
		return nil, fmt.Errorf("read answers: sheet %q has no heads in row %d; rows above the list must stay", tab, headRow)
	}
	heads := rows[headRow-1]
	var out []Answer
	for i, row := range rows[headRow:] {
		if a := answered(heads, row); len(a) > 0 {
			out = append(out, Answer{Row: headRow + 1 + i, Fields: a})
		}
	}
	return out, nil
}

func answered(heads, row []string) map[string]string {
	a := map[string]string{}
	for i, v := range row {
		if i < len(heads) && heads[i] != "" && strings.TrimSpace(v) != "" {
			name, _, _ := strings.Cut(strings.TrimSpace(heads[i]), ", ")
			a[strings.ToLower(name)] = strings.TrimSpace(v)
		}
	}
	return a
}
