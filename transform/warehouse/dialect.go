package warehouse

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the embedded database
)

// A dialect holds all that differs between databases. Everything else is SQL they
// share: no upsert but REPLACE, names in backticks, times and keys bound from Go.
type dialect struct {
	driver    string // name of the database/sql driver
	goose     goose.Dialect
	schema    string // folder of the table definitions
	params    int    // most parameters one statement may have
	insertNew string // begins an INSERT that leaves rows alone whose key exists
}

var sqlite = dialect{
	driver:    "sqlite",
	goose:     goose.DialectSQLite3,
	schema:    "schema/sqlite",
	params:    32_766,
	insertNew: "INSERT OR IGNORE INTO ",
}

// sqliteDSN returns how to open a file: one connection writes, its transactions
// begun as writers, others may only read. The driver takes twice the memory a cache
// is set to; with 16 MB a refresh of a million orders needs no more than one of a
// hundred thousand, and rows that come in the order of their keys no more time than
// with four times as much.
func sqliteDSN(path string, write bool) string {
	q := url.Values{"_pragma": {"busy_timeout(10000)", "temp_store(FILE)"}}
	if write {
		q["_pragma"] = append(q["_pragma"], "journal_mode(WAL)", "synchronous(NORMAL)", "cache_size(-16384)")
		q.Set("_txlock", "immediate")
	} else {
		q["_pragma"] = append(q["_pragma"], "cache_size(-8192)", "query_only(1)")
	}
	return "file:" + sqlitePath(path) + "?" + q.Encode()
}

// sqlitePath writes a path the way a file URI wants it.
func sqlitePath(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
}
