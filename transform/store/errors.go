package store

import (
	"errors"

	"github.com/go-sql-driver/mysql"
	"modernc.org/sqlite"
	sqlitelib "modernc.org/sqlite/lib"
)

// ErrUnreachable means that the server of a store does not let us in.
var ErrUnreachable = errors.New("the server of the store cannot be reached")

// A hinted error is an error with its remedy.
type hinted struct {
	error
	remedy string
}

// Error implements error.
func (h *hinted) Error() string { return h.error.Error() + "; " + h.remedy }

// Unwrap returns the error without its remedy.
func (h *hinted) Unwrap() error { return h.error }

func remedy(err error, text string) error { return &hinted{err, text} }

// IsDuplicate reports whether a row with the same key is there already.
func IsDuplicate(err error) bool {
	code := sqliteCode(err)
	return code == sqlitelib.SQLITE_CONSTRAINT_PRIMARYKEY || code == sqlitelib.SQLITE_CONSTRAINT_UNIQUE || serverCode(err) == 1062
}

// Retryable reports whether the whole transaction may be tried again: the server
// undid it because it stood in another's way.
func Retryable(err error) bool {
	code := serverCode(err)
	return code == 1213 || code == 1205 || code == 1020
}

// serverCode returns the server's number of an error, 0 if it is not the server's.
func serverCode(err error) uint16 {
	if e, ok := errors.AsType[*mysql.MySQLError](err); ok {
		return e.Number
	}
	return 0
}

// sqliteCode returns SQLite's extended code of an error, 0 if it is not SQLite's.
func sqliteCode(err error) int {
	if e, ok := errors.AsType[*sqlite.Error](err); ok {
		return e.Code()
	}
	return 0
}
