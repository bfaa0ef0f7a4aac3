package warehouse

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
	"clientele/transform"
)

// A cursor walks the rows of a table that held after a run, filling one record
// again and again.
type cursor struct {
	table  *table
	rows   *sql.Rows
	fields []extract.Field // the source first, where there is one
	values []any
	into   []any
	err    error
}

// openCursor begins to walk a table; rec is the record to fill.
func openCursor(ctx context.Context, q sqlx.QueryerContext, t *table, run transform.Run, rec extract.Record) (*cursor, error) {
	rows, err := q.QueryContext(ctx, t.selectSQL(), run, run)
	if err != nil {
		return nil, fmt.Errorf("read %s of run %d: %w", t.kind, run, err)
	}
	c := &cursor{table: t, rows: rows, fields: t.stored(rec)}
	c.values, c.into = make([]any, len(c.fields)), make([]any, len(c.fields))
	for i := range c.values {
		c.into[i] = &c.values[i]
	}
	return c, nil
}

// stored lists a record's fields, before them its source, where it has one.
func (t *table) stored(rec extract.Record) []extract.Field {
	if !t.bySource {
		return rec.Fields()
	}
	return append([]extract.Field{{Name: "source", Ptr: &rec.Key().Source}}, rec.Fields()...)
}

// next fills the record from the next row; false at the end or at an error.
func (c *cursor) next() bool {
	if c.err != nil || !c.rows.Next() {
		c.fail(c.rows.Err())
		return false
	}
	c.fail(c.rows.Scan(c.into...))
	for i, f := range c.fields {
		if c.err == nil {
			c.fail(restore(f, c.values[i]))
		}
	}
	return c.err == nil
}

func (c *cursor) fail(err error) {
	if err != nil && c.err == nil {
		c.err = fmt.Errorf("read %s: %w", c.table.kind, err)
	}
}

func (c *cursor) close() { _ = c.rows.Close() }
