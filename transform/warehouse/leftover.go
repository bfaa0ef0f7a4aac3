package warehouse

import (
	"os"
	"path/filepath"
)

// foldPattern names the files histories are dealt into.
const foldPattern = ".fold-*"

// Sweep removes intermediate results of processes that were killed. Systems that let
// go of the name of an open file have none to speak of; others keep files that are
// still in use.
func (db *DB) Sweep() {
	left, _ := filepath.Glob(filepath.Join(db.folder, foldPattern)) // the pattern is well formed
	for _, path := range left {
		_ = os.Remove(path) // in use: then it is not left over
	}
}
