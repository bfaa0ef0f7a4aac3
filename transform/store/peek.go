package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
)

// Peek reads a store without making it, changing it or bringing it up to date. What
// has no table of that name yet is not read.
func Peek(ctx context.Context, o Options, s Schema, table string, read func(*DB) error) error {
	open := openMySQL
	if o.Driver != MySQL {
		if _, err := os.Stat(o.DSN); errors.Is(err, os.ErrNotExist) {
			return nil
		}
		open = openSQLite
	}
	db, err := open(o.DSN, s)
	if err != nil {
		return fmt.Errorf("look into %s: %w", o, err)
	}
	var have []string
	if err = db.Reads.SelectContext(ctx, &have, db.tables); err == nil && slices.Contains(have, table) {
		err = read(db)
	}
	if err := errors.Join(Explain(err), db.Close()); err != nil {
		return fmt.Errorf("look into %s: %w", o, err)
	}
	return nil
}
