package state

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

// Backup writes the whole store, as it is at one moment, to an SQLite file that
// must not exist yet, whatever engine the store lives in. It may run while others
// write. The file appears under its name only when it is whole, can be read by its
// owner only, and holds a manifest by which Restore knows that it still is. Backup
// returns how many rows it wrote.
func (db *DB) Backup(ctx context.Context, to string) (rows int64, err error) {
	if rows, err = db.backup(ctx, to); err != nil {
		return 0, fmt.Errorf("back up state to %s: %w", to, err)
	}
	return rows, nil
}

func (db *DB) backup(ctx context.Context, to string) (rows int64, err error) {
	if _, err := os.Lstat(to); err == nil {
		return 0, fmt.Errorf("%w; name a new one", fs.ErrExist)
	}
	f, err := os.CreateTemp(filepath.Dir(to), filepath.Base(to)+".*.part")
	if err != nil {
		return 0, err
	}
	part := f.Name()
	rows, err = db.copyTo(ctx, part)
	if err := errors.Join(f.Close(), err, flush(part)); err != nil {
		return 0, errors.Join(err, os.Remove(part))
	}
	return rows, os.Rename(part, to)
}

// copyTo fills an empty file.
func (db *DB) copyTo(ctx context.Context, part string) (rows int64, err error) {
	to, err := Open(ctx, store.File(part))
	if err != nil {
		return 0, err
	}
	err = db.look(ctx, func(from session) error {
		return to.write(ctx, func(into session) error {
			rows, err = transfer(ctx, from, into)
			return err
		})
	})
	if err := errors.Join(err, to.Close()); err != nil {
		return 0, err
	}
	return rows, alone(ctx, part)
}

// alone makes a store a single file, with no journal beside it.
func alone(ctx context.Context, path string) error {
	on, err := sqlx.Open(store.SQLite, store.SQLiteDSN(path, nil))
	if err != nil {
		return err
	}
	_, err = on.ExecContext(ctx, "PRAGMA journal_mode = DELETE")
	return errors.Join(err, on.Close())
}

// transfer copies all rows into an empty file and writes what they are into its
// manifest.
func transfer(ctx context.Context, from, into session) (int64, error) {
	tables, err := kept(ctx, into)
	if err != nil {
		return 0, err
	}
	wrote, err := copyAll(ctx, tables, from, into)
	if err != nil {
		return 0, err
	}
	return total(wrote), seal(ctx, into, wrote)
}

func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
