package state

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
	"clientele/transform/store"
)

// ErrNotEmpty means that restoring would lose what the store holds.
var ErrNotEmpty = errors.New("the state store is not empty")

// Restore loads a backup into the store, all of it or nothing, and returns how many
// rows it held. Unless replace is set the store must be empty. Nobody may hold the
// lease: *Held. A backup that is not what was written is ErrDamaged, one of a newer
// program ErrNewer. What was running when the backup was made counts as interrupted.
//
// It is for moving a state that nobody worked on since: see RestoreLate.
func (db *DB) Restore(ctx context.Context, from string, replace bool) (rows int64, err error) {
	return db.restoreFrom(ctx, from, replace, func(session) error { return nil })
}

// restoreFrom restores, and writes more in the same transaction.
func (db *DB) restoreFrom(ctx context.Context, from string, replace bool, more func(session) error) (rows int64, err error) {
	folder, err := os.MkdirTemp("", "clientele-restore-")
	if err == nil {
		rows, err = db.restore(ctx, from, filepath.Join(folder, "state.db"), replace, more)
		err = errors.Join(err, os.RemoveAll(folder))
	}
	if err != nil {
		return 0, fmt.Errorf("restore state from %s: %w", from, err)
	}
	return rows, nil
}

// restore works on a copy: one of an older release is brought up to date, and the
// backup itself stays what it is.
func (db *DB) restore(ctx context.Context, from, scratch string, replace bool, more func(session) error) (rows int64, err error) {
	if err := duplicate(from, scratch); err != nil {
		return 0, err
	}
	if err := verified(ctx, scratch); err != nil {
		return 0, err
	}
	file, err := Open(ctx, store.File(scratch))
	if err != nil {
		return 0, err
	}
	err = file.look(ctx, func(from session) error {
		return db.write(ctx, func(into session) error {
			now, err := db.clock(ctx, into)
			if err != nil {
				return err
			}
			if rows, err = into.reload(ctx, from, replace, now); err != nil {
				return err
			}
			return more(into)
		})
	})
	return rows, errors.Join(err, file.Close())
}

// duplicate copies a file; only the owner may read the copy.
func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// verified holds a file to its manifest before anything changes it.
func verified(ctx context.Context, path string) error {
	on, err := sqlx.Open(store.SQLite, store.SQLiteDSN(path, nil))
	if err != nil {
		return err
	}
	return errors.Join(unsealed(ctx, session{on: on}), on.Close())
}

// reload puts the rows of a backup in the place of those of the store.
func (s session) reload(ctx context.Context, from session, replace bool, now extract.Instant) (int64, error) {
	before, err := s.unheld(ctx, now)
	if err != nil {
		return 0, err
	}
	tables, err := kept(ctx, from)
	if err != nil {
		return 0, err
	}
	if !replace {
		if err := s.empty(ctx, tables); err != nil {
			return 0, err
		}
	}
	wrote, err := copyAll(ctx, tables, from, s)
	if err != nil {
		return 0, err
	}
	have, err := sumsOf(ctx, tables, s)
	if err != nil {
		return 0, err
	}
	if err := alike(wrote, have); err != nil {
		return 0, fmt.Errorf("the server keeps other rows than it was given: %w", err)
	}
	return total(wrote), s.handOver(ctx, before)
}

// empty refuses a store that holds more than its lease.
func (s session) empty(ctx context.Context, tables []table) error {
	for _, t := range tables {
		n, err := s.count(ctx, t.name)
		if err != nil {
			return err
		}
		if n > 0 && t.name != "leases" {
			return fmt.Errorf("%w: its table %s has %d rows; --replace drops all it holds for what the backup holds", ErrNotEmpty, t.name, n)
		}
	}
	return nil
}

// count counts the rows of a table.
func (s session) count(ctx context.Context, table string) (n int64, err error) {
	err = sqlx.GetContext(ctx, s.on, &n, "SELECT COUNT(*) FROM "+table)
	return n, wrong(table, err)
}

func total(sums []sum) (n int64) {
	for _, s := range sums {
		n += s.Count
	}
	return n
}
