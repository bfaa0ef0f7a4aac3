package state

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// ErrNewer means that a newer version of the program has changed the store.
var ErrNewer = errors.New("the store was written by a newer version of the program")

//go:embed schema queries/*.sql
var files embed.FS

// schema asks an SQLite file for a journal that survives a power cut and for
// waiting instead of failing while another process writes. Whoever holds rows of a
// server and says nothing for two minutes is taken for dead.
func schema() store.Schema {
	return store.Schema{
		FS: files, Table: "state_schema", Newer: ErrNewer, Idle: 2 * time.Minute,
		Pragmas:     []string{"busy_timeout(20000)", "journal_mode(WAL)", "synchronous(FULL)"},
		ReadPragmas: []string{"busy_timeout(20000)"},
	}
}

// DB is an open state store. It is safe for concurrent use.
type DB struct {
	name    string // for people
	on      *store.DB
	queries map[string]string

	clock func(context.Context, session) (extract.Instant, error) // of leases
}

// Open opens the store, makes it where there is none, and brings its schema up to
// date. Nobody but the owner may read the file of an embedded one. A schema newer
// than the program is left alone: ErrNewer.
func Open(ctx context.Context, o store.Options) (*DB, error) {
	wrap := func(err error) error { return fmt.Errorf("open state %s: %w", o, err) }
	queries, err := store.Queries(files)
	if err != nil {
		return nil, wrap(err)
	}
	on, err := store.Open(ctx, o, schema())
	if err != nil {
		return nil, wrap(err)
	}
	if err := on.Check(ctx, tables); err != nil {
		return nil, wrap(errors.Join(err, on.Close()))
	}
	db := &DB{name: o.String(), on: on, queries: queries}
	db.clock = db.own
	return db, nil
}

// own reads the store's own clock. Leases go by it, so that two hosts whose clocks
// differ agree on when one ends.
func (db *DB) own(ctx context.Context, s session) (extract.Instant, error) {
	now, err := db.on.Now(ctx, s.on)
	return extract.Instant(now), wrong("read the clock", err)
}

// Reach returns what answers where the store is to be, and refuses what Open would
// without changing anything there.
func Reach(ctx context.Context, o store.Options) (string, error) {
	return store.Reach(ctx, o, schema())
}

// Close closes the store.
func (db *DB) Close() error { return db.on.Close() }

// read gives work the whole store without a transaction: for single questions.
func (db *DB) read() session { return session{on: db.on.Reads, queries: db.queries} }

// look lets work read one unchanging state of the store.
func (db *DB) look(ctx context.Context, work func(session) error) error {
	return db.on.Look(ctx, func(tx *sqlx.Tx) error { return work(session{on: tx, queries: db.queries}) })
}

// write does work in one transaction, one at a time, whichever process it is of:
// what one reads is still true when it writes. Either all of it is kept or nothing.
// Work may be begun anew, so it must not add to what an earlier turn left outside.
func (db *DB) write(ctx context.Context, work func(session) error) error {
	return db.atOnce(ctx, func(s session) error {
		if db.on.Name == store.MySQL { // an SQLite transaction holds the file
			if n, err := s.exec(ctx, "lease-touch", writersRow); err != nil || n != 1 {
				return or(err, errNoTurn)
			}
		}
		return work(s)
	})
}

// atOnce does work in one transaction without waiting for its turn.
func (db *DB) atOnce(ctx context.Context, work func(session) error) error {
	return db.on.Write(ctx, func(tx *sqlx.Tx) error { return work(session{on: tx, queries: db.queries}) })
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
