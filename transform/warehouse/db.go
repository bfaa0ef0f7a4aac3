package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
)

// ErrBusy says that a refresh is being written; nobody else may write until it is
// committed or rolled back.
var ErrBusy = errors.New("a refresh is being written to the warehouse, wait for it to end")

// A DB is an open warehouse. It may be used by several goroutines; one at a time
// writes.
type DB struct {
	dialect dialect
	folder  string // where large intermediate results may be spilled
	writes  *sqlx.DB
	reads   *sqlx.DB
	queries map[string]string
	tables  map[extract.Kind]*table
	staging atomic.Bool
}

// Open opens the warehouse in the SQLite file at path, making or migrating it where
// needed. A file made by a newer program is refused with ErrNewer.
func Open(ctx context.Context, path string) (*DB, error) {
	db, err := connect(path)
	if err == nil {
		if err = db.migrate(ctx); err == nil {
			return db, nil
		}
		err = errors.Join(err, db.Close())
	}
	return nil, fmt.Errorf("open warehouse %s: %w", path, err)
}

func connect(path string) (*DB, error) {
	queries, err := loadQueries()
	if err != nil {
		return nil, err
	}
	tables, err := tables()
	if err != nil {
		return nil, err
	}
	if err := private(path); err != nil {
		return nil, err
	}
	db := &DB{dialect: sqlite, folder: filepath.Dir(path), queries: queries, tables: tables}
	if db.writes, err = sqlx.Open(sqlite.driver, sqliteDSN(path, true)); err != nil {
		return nil, err
	}
	if db.reads, err = sqlx.Open(sqlite.driver, sqliteDSN(path, false)); err != nil {
		return nil, errors.Join(err, db.writes.Close())
	}
	db.writes.SetMaxOpenConns(1)
	db.writes.MapperFunc(column)
	db.reads.MapperFunc(column)
	return db, nil
}

// private makes the file readable by its owner only: it holds personal data, and
// the files beside it take its mode.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// Close closes the warehouse.
func (db *DB) Close() error { return errors.Join(db.reads.Close(), db.writes.Close()) }

// write runs a deed in a transaction of its own.
func (db *DB) write(ctx context.Context, deed func(*sqlx.Tx) error) error {
	if db.staging.Load() {
		return ErrBusy
	}
	tx, err := db.writes.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	if err := deed(tx); err != nil {
		return errors.Join(err, undone(tx))
	}
	return tx.Commit()
}

// undone rolls a transaction back. One that ended by itself, because its context
// was cancelled, is undone already.
func undone(tx *sqlx.Tx) error {
	if err := tx.Rollback(); !errors.Is(err, sql.ErrTxDone) {
		return err
	}
	return nil
}

// column turns the name of a Go field into that of its column: AsideSum, aside_sum.
func column(field string) string {
	var b strings.Builder
	small := false // was the letter before a small one
	for _, r := range field {
		big := r >= 'A' && r <= 'Z'
		if big && small {
			b.WriteByte('_')
		}
		small = !big
		b.WriteString(strings.ToLower(string(r)))
	}
	return b.String()
}
