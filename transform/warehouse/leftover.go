package warehouse

import (
	"io/fs"
	"os"
	"path/filepath"
)

// foldPattern names the files histories are dealt into.
const foldPattern = ".fold-*"

// Sweep removes intermediate results of processes that were killed. Systems that let
// go of the name of an open file have none to speak of; others keep files that are
// still in use.
func (db *DB) Sweep() {
	left, _ := fs.Glob(os.DirFS(db.folder), foldPattern) // the pattern is well formed, whatever the folder is called
	for _, name := range left {
		_ = os.Remove(filepath.Join(db.folder, name)) // in use: then it is not left over
	}
}
