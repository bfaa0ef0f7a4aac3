package state

import (
	"embed"
	"errors"
	"net/url"
	"path/filepath"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlitelib "modernc.org/sqlite/lib"
)

// What differs between databases stands in this file and in schema/; the queries
// are the same everywhere.

const (
	driver       = "sqlite"
	schemaFolder = "schema/sqlite"
	schemaTable  = "state_schema"
	gooseDialect = goose.DialectSQLite3
	copyInto     = "VACUUM INTO ?" // an empty file is taken for a new one
)

//go:embed schema/sqlite/*.sql
var schemaFiles embed.FS

// dsn asks for a journal that survives a power cut, for waiting instead of
// failing while another process writes, and for transactions that take the write
// lock when they begin, so that what one reads is still true when it writes.
func dsn(path string) string {
	pragmas := url.Values{
		"_pragma": {"busy_timeout(20000)", "journal_mode(WAL)", "synchronous(FULL)"},
		"_txlock": {"immediate"},
	}
	name := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		name = "/" + name
	}
	escaped := url.URL{Path: name} // a question mark in the name is not the end of it
	return "file:" + escaped.EscapedPath() + "?" + pragmas.Encode()
}

// isDuplicate reports whether a row with the same key is there already.
func isDuplicate(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	return e.Code() == sqlitelib.SQLITE_CONSTRAINT_PRIMARYKEY || e.Code() == sqlitelib.SQLITE_CONSTRAINT_UNIQUE
}
