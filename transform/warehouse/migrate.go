package warehouse

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// ErrNewer says that the file was made by a newer version of the program.
var ErrNewer = errors.New("the warehouse was made by a newer version of clientele: install that version, or remove the file and refresh")

// schemaTable is where the version of the schema is kept.
const schemaTable = "warehouse_schema"

//go:embed schema
var schemas embed.FS

// migrate brings the tables to this version. Each file of the schema is one
// statement, so that an interrupted migration goes on where it stopped.
func (db *DB) migrate(ctx context.Context) error {
	files, err := fs.Sub(schemas, db.dialect.schema)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(db.dialect.goose, db.writes.DB, files,
		goose.WithTableName(schemaTable), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("read the schema: %w", err)
	}
	return upgrade(ctx, p)
}

func upgrade(ctx context.Context, p *goose.Provider) error {
	have, want, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("read the version of the schema: %w", err)
	}
	if have > want {
		return fmt.Errorf("%w (schema %d, this program knows %d)", ErrNewer, have, want)
	}
	if have == want {
		return nil
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate from schema %d to %d: %w", have, want, err)
	}
	return nil
}
