package reports

import (
	"path/filepath"
	"strings"
)

// FullLists is the second workbook of a letter: all rows of the lists that the first one cuts.
type FullLists struct {
	Name  string // of the file, empty where no list is cut
	Bytes []byte // of the file; empty for one that is not attached
	Bulk  int    // length of the file in bytes, attached or not
	Lists []FullList
	Link  string // where it can be opened, if it is not attached; empty where nothing is published
	Place string // where it lies if it is neither attached nor published
	Ask   string // who gives it out then
}

// A FullList is one list of which all rows are given.
type FullList struct {
	Tab  string // of its sheet
	Rows string // "41,200 rows"
}

// Size is the length of the file in words: "3.4 MB".
func (f FullLists) Size() string { return ByteSize(f.Bulk) }

// FullName is the file of the full lists that comes with a workbook.
func FullName(workbook string) string {
	ext := filepath.Ext(workbook)
	return strings.TrimSuffix(workbook, ext) + "_full-lists" + ext
}
