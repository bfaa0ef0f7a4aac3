package store

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"
	_ "modernc.org/sqlite" // the embedded database
)

// openSQLite opens a file: one connection writes, its transactions begun as
// writers, so that what one reads is still true when it writes; others may only
// read. One writer, because waiting beats "database is locked".
func openSQLite(path string, s Schema) (*DB, error) {
	if err := private(path); err != nil {
		return nil, err
	}
	db := &DB{Dialect: sqliteDialect()}
	var err error
	write := url.Values{"_pragma": s.Pragmas, "_txlock": {"immediate"}}
	if db.Writes, err = sqlx.Open(SQLite, SQLiteDSN(path, write)); err != nil {
		return nil, err
	}
	read := url.Values{"_pragma": append(append([]string{}, s.ReadPragmas...), "query_only(1)")}
	if db.Reads, err = sqlx.Open(SQLite, SQLiteDSN(path, read)); err != nil {
		return nil, errors.Join(err, db.Writes.Close())
	}
	db.Writes.SetMaxOpenConns(1)
	return db, nil
}

// SQLiteDSN returns the driver's name of a file that is opened with settings. A
// question mark in the path is not the end of it.
func SQLiteDSN(path string, settings url.Values) string {
	name := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		name = "/" + name
	}
	escaped := url.URL{Path: name}
	return "file:" + escaped.EscapedPath() + "?" + settings.Encode()
}

// private makes the folder and the file, readable by their owner only: they hold
// personal data, and the files beside them take their mode.
func private(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}
