package state

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Backup writes a consistent copy to a file that must not exist yet. It may run
// while others write. The copy appears under its name only when it is whole. To
// restore, put it in the store's place while nothing runs.
func (db *DB) Backup(ctx context.Context, to string) error {
	if err := db.backup(ctx, to); err != nil {
		return fmt.Errorf("back up state to %s: %w", to, err)
	}
	return nil
}

func (db *DB) backup(ctx context.Context, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return errors.New("the file exists; name a new one")
	}
	part := to + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := private(part); err != nil {
		return err
	}
	if _, err := db.sql.ExecContext(ctx, copyInto, part); err != nil {
		return errors.Join(err, os.Remove(part))
	}
	if err := flush(part); err != nil {
		return err
	}
	return os.Rename(part, to)
}

func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
