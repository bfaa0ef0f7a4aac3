package warehouse

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"

	"clientele/extract"
	"clientele/transform/store"
)

// A DB is an open warehouse. It may be used by several goroutines; one at a time
// writes.
type DB struct {
	*store.DB
	folder  string // where large intermediate results may be spilled
	queries map[string]string
	tables  map[extract.Kind]*table
	staging atomic.Bool
}

// Open opens the warehouse, making or migrating it where needed: an SQLite file or a
// database of a MySQL or MariaDB server. Large intermediate results are spilled into
// the folder; empty is the folder of the file. A warehouse made by a newer program is
// refused with ErrNewer.
func Open(ctx context.Context, o store.Options, folder string) (*DB, error) {
	db, err := connect(ctx, o, folder)
	if err != nil {
		return nil, fmt.Errorf("open warehouse %s: %w", o, err)
	}
	return db, nil
}

// Reach returns what answers where the warehouse is to be, and refuses what Open would
// without changing anything there.
func Reach(ctx context.Context, o store.Options) (string, error) {
	return store.Reach(ctx, o, schema())
}

func connect(ctx context.Context, o store.Options, folder string) (*DB, error) {
	if folder == "" {
		if o.Driver != store.SQLite {
			return nil, errors.New("a warehouse on a server needs a folder for large intermediate results")
		}
		folder = filepath.Dir(o.DSN)
	}
	tables, err := tables()
	if err != nil {
		return nil, err
	}
	db := &DB{folder: folder, tables: tables}
	if db.queries, err = store.Queries(queryFiles); err != nil {
		return nil, err
	}
	if db.DB, err = store.Open(ctx, o, schema()); err != nil {
		return nil, err
	}
	db.Writes.MapperFunc(column)
	db.Reads.MapperFunc(column)
	if err := db.mayWrite(ctx); err != nil {
		return nil, errors.Join(store.Explain(err), db.Close())
	}
	return db, nil
}

// mayWrite has a server look at what a refresh will ask of it. It names a privilege
// that is missing now, and not in the middle of the night.
func (db *DB) mayWrite(ctx context.Context) error {
	if db.Name == store.SQLite {
		return nil
	}
	for _, name := range []string{"hold", "save_snapshot", "drop_version"} {
		if err := prepared(ctx, db, db.sql(name)); err != nil {
			return err
		}
	}
	return prepared(ctx, db, db.tables[extract.Orders].closeSQL())
}

func prepared(ctx context.Context, db *DB, query string) error {
	st, err := db.Writes.PrepareContext(ctx, query)
	if err != nil {
		return err
	}
	return st.Close()
}

// sql returns a named statement. A name that does not exist is a mistake of the
// program, which the test of all statements finds.
func (db *DB) sql(name string) string {
	q, ok := db.queries[name]
	if !ok {
		panic("warehouse: no query " + name)
	}
	return q
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
