package main

import (
	"slices"
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// xlsxset fills in a cell as a reader would, and saves the file under another name:
// xlsxset FILE NEWFILE SHEET HEAD ROW VALUE. Heads are those of a list, in its row 7.
func xlsxset(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	rows, err := f.GetRows(args[2])
	ts.Check(err)
	col := slices.Index(rows[6], args[3]) + 1
	if col == 0 {
		ts.Fatalf("sheet %s of %s has no column %s, but %q", args[2], args[0], args[3], rows[6])
	}
	row, err := strconv.Atoi(args[4])
	ts.Check(err)
	cell, err := excelize.CoordinatesToCellName(col, row)
	ts.Check(err)
	ts.Check(f.SetCellStr(args[2], cell, args[5]))
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}
