package source

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/jmoiron/sqlx"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

func sqliteDriver() driver {
	return driver{
		name:    "sqlite",
		dialect: dialect{brackets: true, mark: questionMark},
		open:    openSQLite,
		begin:   beginSQLite,
		plain:   plainSQLite,
		tables:  "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name",
		explain: explainSQLite,
	}
}

// openSQLite opens a file for reading only; one that does not exist is never made.
func openSQLite(o Options) (*sqlx.DB, error) {
	path, immutable := sqlitePath(o.DSN)
	if path == "" || path == ":memory:" {
		return nil, hint("name the file of the database as its dsn", "there is no file to read")
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	u.RawQuery = "mode=ro&_pragma=busy_timeout(5000)&_pragma=query_only(1)"
	if immutable {
		u.RawQuery += "&immutable=1"
	}
	db, err := sqlx.Open("sqlite", u.String())
	if err != nil {
		return nil, hint("name the file of the database as its dsn", "the file cannot be opened")
	}
	return db, nil
}

// sqlitePath returns the file that a DSN names, plainly or as file:..., and
// whether it says that nobody writes to it.
func sqlitePath(dsn string) (path string, immutable bool) {
	rest, ok := strings.CutPrefix(dsn, "file:")
	if !ok {
		return dsn, false
	}
	path, query, _ := strings.Cut(rest, "?")
	if plain, err := url.PathUnescape(path); err == nil {
		path = plain
	}
	return path, strings.Contains(query, "immutable=1")
}

// beginSQLite holds one state: the first read takes it.
func beginSQLite(ctx context.Context, conn *sqlx.Conn, _ Options) (session, error) {
	if _, err := conn.ExecContext(ctx, "BEGIN"); err != nil {
		return session{}, err
	}
	var n int
	return session{}, conn.GetContext(ctx, &n, "SELECT count(*) FROM sqlite_master")
}

// plainSQLite hides the declared types of columns. The driver would turn the text
// of a DATETIME column into a time, and lose whether it had a zone or a time of
// day.
func plainSQLite(query string, columns []string) string {
	quoted := make([]string, 0, len(columns))
	for _, c := range columns {
		name := `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		quoted = append(quoted, "+"+name+" AS "+name)
	}
	return "SELECT " + strings.Join(quoted, ", ") + " FROM (\n" + query + "\n) AS mapping"
}

// explainSQLite adds the remedy to an error of SQLite.
func explainSQLite(err error, o Options) error {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return err
	}
	text := err.Error()
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_CANTOPEN:
		path, _ := sqlitePath(o.DSN)
		if _, failed := os.Stat(path); os.IsNotExist(failed) {
			return unreachable(err, "there is no such file: check the dsn")
		}
		return unreachable(err, "the account must be able to read the file and, in WAL mode, to write to its folder; where nobody writes, file:PATH?immutable=1 will do")
	case sqlite3.SQLITE_NOTADB:
		return &hinted{err, "this is not an SQLite file, or it is encrypted"}
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return unreachable(err, "another program is writing: try again later")
	case sqlite3.SQLITE_READONLY:
		return &hinted{err, "a source is only read: write a SELECT"}
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR:
		return &hinted{err, "the file is damaged or its disk is: run PRAGMA integrity_check on it"}
	}
	switch {
	case strings.Contains(text, "no such table"):
		return &hinted{err, "check the table's name in the mapping"}
	case strings.Contains(text, "no such column"):
		return &hinted{err, "check the column's name in the mapping"}
	}
	return &hinted{err, "correct the SELECT of the mapping"}
}
