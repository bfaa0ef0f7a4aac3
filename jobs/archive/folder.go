package archive

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A Folder is the path of an archive.
type Folder string

// A Shelf is a part of the folder.
type Shelf string

// The shelves.
const (
	Sent       Shelf = ""           // what recipients get
	NotSent    Shelf = "not-sent"   // what was drawn and deliberately not sent
	Reproduced Shelf = "reproduced" // what was drawn again as it was known then
)

// place is the folder of a report and period on a shelf.
func (f Folder) place(s Shelf, report, period string) string {
	return filepath.Join(string(f), string(s), report, period)
}

// Lies reports whether a path is on a shelf other than Sent.
func (f Folder) Lies(path string, s Shelf) bool {
	return strings.HasPrefix(path, filepath.Join(string(f), string(s))+string(filepath.Separator))
}

// Periods lists the periods of which something of a report was sent.
func (f Folder) Periods(report string) []string {
	list, _ := fs.Glob(os.DirFS(string(f)), report+"/*") // the pattern is well formed
	for i := range list {
		list[i] = filepath.Base(list[i])
	}
	return list
}

// Tidy removes files that were half-written by processes that died. Only who writes
// alone may: another's would look the same.
func (f Folder) Tidy() error {
	var all error
	f.each("*", []string{partPattern}, func(path string) { all = errors.Join(all, os.Remove(path)) })
	return all
}

// Expire removes workbooks and letters of a report that were written before a moment,
// and returns their paths.
func (f Folder) Expire(report string, oldest time.Time) (removed []string, all error) {
	f.each(report, []string{report + "_*.xlsx", "*_" + report + "_*.eml"}, func(path string) {
		info, err := os.Stat(path)
		if err == nil && !info.ModTime().After(oldest) {
			if err = os.Remove(path); err == nil {
				removed = append(removed, path)
			}
		}
		all = errors.Join(all, err)
	})
	return removed, all
}

// each visits the files of a report on all shelves, whatever the folder itself is
// called: only what is below it is a pattern.
func (f Folder) each(report string, names []string, visit func(path string)) {
	for _, shelf := range []Shelf{Sent, NotSent, Reproduced} {
		dir := filepath.Join(string(f), string(shelf))
		for _, name := range names {
			found, _ := fs.Glob(os.DirFS(dir), report+"/*/"+name) // the pattern is well formed
			for _, path := range found {
				visit(filepath.Join(dir, filepath.FromSlash(path)))
			}
		}
	}
}
