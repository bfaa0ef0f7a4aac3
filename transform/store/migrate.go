package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
)

// migrate brings the tables to the version of the program. Each file of the schema
// is one statement, so that a migration that was cut off goes on where it stopped.
func (db *DB) migrate(ctx context.Context, s Schema) error {
	files, err := fs.Sub(s.FS, path.Join("schema", db.Name))
	if err != nil {
		return err
	}
	options := []goose.ProviderOption{
		goose.WithTableName(s.Table), goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true),
	}
	p, err := goose.NewProvider(db.goose, db.Writes.DB, files, options...)
	if err != nil {
		return fmt.Errorf("read the schema: %w", err)
	}
	if db.Name != MySQL {
		return db.upgrade(ctx, p, s)
	}
	return turnstile{s.Table}.through(ctx, db.Writes.DB, func() error { return db.upgrade(ctx, p, s) })
}

// upgrade applies the missing steps. Another process may be doing the same: a step
// that fails because the other was first is forgiven as long as the schema moves on.
func (db *DB) upgrade(ctx context.Context, p *goose.Provider, s Schema) error {
	sources := p.ListSources()
	want := sources[len(sources)-1].Version
	for {
		have, err := db.version(ctx, p, s)
		switch {
		case err != nil:
			return fmt.Errorf("read the version of the schema: %w", err)
		case have > want:
			return fmt.Errorf("%w: its schema is %d, this program knows %d; install the newer program", s.Newer, have, want)
		case have == want:
			return nil
		}
		if _, err = p.Up(ctx); err == nil {
			continue
		}
		err = db.forgive(ctx, err, s)
		if now, again := db.version(ctx, p, s); again != nil || now == have {
			return fmt.Errorf("bring the schema from %d to %d: %w", have, want, errors.Join(err, again))
		}
	}
}

// forgive takes a step for done whose statement the server did before the process
// died: its doing commits at once, that it was done is written down after it.
func (db *DB) forgive(ctx context.Context, err error, s Schema) error {
	step, ok := errors.AsType[*goose.PartialError](err)
	switch serverCode(err) {
	case 1050, 1060, 1061, 1091: // a table, column or key is there, or is gone
		if ok {
			_, err = db.Writes.ExecContext(ctx, "INSERT INTO "+s.Table+" (version_id, is_applied) VALUES (?, 1)", step.Failed.Source.Version)
		}
	}
	return err
}

// version returns the schema's version in the database, 0 for an empty database.
func (db *DB) version(ctx context.Context, p *goose.Provider, s Schema) (int64, error) {
	ours, err := db.ours(ctx, s)
	if err != nil || !ours {
		return 0, err
	}
	return db.applied(ctx, p, s)
}

// ours reports whether a store is there already, false for an empty database, and
// refuses one that holds something else.
func (db *DB) ours(ctx context.Context, s Schema) (bool, error) {
	var tables []string
	if err := db.Writes.SelectContext(ctx, &tables, db.tables); err != nil {
		return false, err
	}
	if slices.Contains(tables, s.Table) {
		return true, nil
	}
	if len(tables) > 0 {
		return false, remedy(fmt.Errorf("%w: it holds other tables (%s)", ErrConfig, some(tables)),
			"give it a database of its own, empty at first")
	}
	return false, nil
}

// applied reads the version that is written down. Who was killed after making that
// table and before its first row left it empty.
func (db *DB) applied(ctx context.Context, p *goose.Provider, s Schema) (int64, error) {
	var rows int
	if err := db.Writes.GetContext(ctx, &rows, "SELECT COUNT(*) FROM "+s.Table); err != nil {
		return 0, err
	}
	if rows == 0 {
		if _, err := db.Writes.ExecContext(ctx, "INSERT INTO "+s.Table+" (version_id, is_applied) VALUES (0, 1)"); err != nil {
			return 0, err
		}
	}
	return p.GetDBVersion(ctx)
}

// some names the first few.
func some(names []string) string {
	const few = 3
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}
