package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/jmoiron/sqlx"
)

// A Schema is how a store is built and how it is to be opened.
type Schema struct {
	FS    fs.FS  // schema/sqlite/*.sql and schema/mysql/*.sql: goose files, one statement each
	Table string // where goose keeps the version
	Newer error  // what is wrapped when a newer program has changed the store

	Pragmas     []string      // SQLite: of the connection that writes
	ReadPragmas []string      // SQLite: of those that read
	Idle        time.Duration // MySQL: the server ends a transaction that says nothing for so long
}

// A DB is an open store. It is safe for concurrent use.
type DB struct {
	Dialect
	Writes *sqlx.DB
	Reads  *sqlx.DB // cannot write
}

// Open opens a store, makes its tables where there are none, and brings them up to
// date. A schema newer than the program is left alone: Schema.Newer. A database
// that holds something else is left alone too.
func Open(ctx context.Context, o Options, s Schema) (*DB, error) {
	var db *DB
	var err error
	switch o.Driver {
	case SQLite:
		db, err = openSQLite(o.DSN, s)
	case MySQL:
		db, err = openMySQL(o.DSN, s)
	default:
		err = fmt.Errorf("%w: no engine is called %q, write sqlite or mysql", ErrConfig, o.Driver)
	}
	if err != nil {
		return nil, err
	}
	if _, err = db.reach(ctx); err == nil {
		err = db.migrate(ctx, s)
	}
	if err != nil {
		return nil, errors.Join(Explain(err), db.Close())
	}
	return db, nil
}

// Close closes the store.
func (db *DB) Close() error { return errors.Join(db.Reads.Close(), db.Writes.Close()) }
