package state

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"clientele/transform"
)

// ErrNewer means that a newer version of the program has changed the store.
var ErrNewer = errors.New("the store was written by a newer version of the program")

// DB is an open state store. It is safe for concurrent use.
type DB struct {
	path    string
	sql     *sqlx.DB
	queries map[string]string
}

// Open opens the embedded store in a file, makes it where there is none, and
// brings its schema up to date. Nobody but the owner may read the file. A schema
// newer than the program is left alone: ErrNewer.
func Open(ctx context.Context, path string) (*DB, error) {
	wrap := func(err error) error { return fmt.Errorf("open state %s: %w", path, err) }
	queries, err := loadQueries()
	if err != nil {
		return nil, wrap(err)
	}
	if err := private(path); err != nil {
		return nil, wrap(err)
	}
	handle, err := sqlx.Open(driver, dsn(path))
	if err != nil {
		return nil, wrap(err)
	}
	handle.SetMaxOpenConns(1) // one writer: waiting beats "database is locked"
	if err := migrate(ctx, handle.DB); err != nil {
		return nil, wrap(errors.Join(err, handle.Close()))
	}
	return &DB{path: path, sql: handle, queries: queries}, nil
}

// private makes the folder and the file, readable by their owner only.
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

// Close closes the store.
func (db *DB) Close() error { return db.sql.Close() }

// read gives work the whole store without a transaction: for single questions.
func (db *DB) read() session { return session{on: db.sql, queries: db.queries} }

// write does work in one transaction. Either all of it is kept or nothing.
func (db *DB) write(ctx context.Context, work func(session) error) error {
	tx, err := db.sql.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	if err := work(session{on: tx, queries: db.queries}); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// writeFor does work in one transaction on behalf of a run that may still write.
func (db *DB) writeFor(ctx context.Context, run transform.Run, work func(session) error) error {
	return db.write(ctx, func(s session) error {
		if err := s.mayWrite(ctx, run); err != nil {
			return err
		}
		return work(s)
	})
}
