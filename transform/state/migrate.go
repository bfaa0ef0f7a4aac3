package state

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// migrate applies the schema's missing steps. Another process may be doing the
// same: a step that fails because the other was first is forgiven as long as the
// schema moves on.
func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(schemaFiles, schemaFolder)
	if err != nil {
		return err
	}
	steps, err := goose.NewProvider(gooseDialect, db, files,
		goose.WithTableName(schemaTable), goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("read schema: %w", err)
	}
	for last := int64(-1); ; {
		have, want, err := versions(ctx, steps)
		if err != nil {
			return fmt.Errorf("read schema version: %w", err)
		}
		if have > want {
			return fmt.Errorf("%w: its schema is %d, this program knows %d; install the newer program or restore a backup", ErrNewer, have, want)
		}
		if _, err = steps.Up(ctx); err == nil {
			return nil
		}
		if have == last {
			return fmt.Errorf("bring schema from %d to %d: %w", have, want, err)
		}
		last = have
	}
}

// versions returns the schema's version in the database and in the program. The
// first question makes the table of versions, which another process may just have
// done, so it is asked once more.
func versions(ctx context.Context, steps *goose.Provider) (have, want int64, err error) {
	for range 2 {
		if have, err = steps.GetDBVersion(ctx); err == nil {
			break
		}
	}
	for _, s := range steps.ListSources() {
		want = max(want, s.Version)
	}
	return have, want, err
}
