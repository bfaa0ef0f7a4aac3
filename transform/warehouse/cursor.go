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
	ctx    context.Context
	table  *table
	rows   *sql.Rows
	fields []extract.Field // the source first, where there is one
	into   []any           // one cell a field
	err    error
}

// openCursor begins to walk a table; rec is the record to fill.
func openCursor(ctx context.Context, q sqlx.QueryerContext, t *table, run transform.Run, rec extract.Record) (*cursor, error) {
	rows, err := q.QueryContext(ctx, t.selectSQL(), run, run)
	if err != nil {
		return nil, fmt.Errorf("read %s of run %d: %w", t.kind, run, told(ctx, err))
	}
	return cursorOver(ctx, t, rows, rec), nil
}

// cursorOver walks rows that begin with the columns of a table.
func cursorOver(ctx context.Context, t *table, rows *sql.Rows, rec extract.Record) *cursor {
	c := &cursor{ctx: ctx, table: t, rows: rows, fields: t.stored(rec)}
	words := &words{}
	for _, f := range c.fields {
		text, _ := f.Ptr.(*string)
		c.into = append(c.into, &cell{field: f, text: text, words: words})
	}
	return c
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
	return c.err == nil
}

func (c *cursor) fail(err error) {
	if err != nil && c.err == nil {
		c.err = fmt.Errorf("read %s: %w", c.table.kind, told(c.ctx, err))
	}
}

func (c *cursor) close() { _ = c.rows.Close() }

// A cell takes one column of a row into its field, without a copy between: a driver
// may show bytes that are gone with the next row.
type cell struct {
	field extract.Field
	text  *string // the field's value, if it is a text
	words *words
}

// Scan implements sql.Scanner.
func (c *cell) Scan(column any) error {
	switch v := column.(type) {
	case []byte:
		if c.text != nil {
			*c.text = c.words.of(v)
			return nil
		}
	case string:
		if c.text != nil {
			*c.text = v
			return nil
		}
	case int64:
		if c.text == nil {
			setNumber(c.field.Ptr, v, true)
			return nil
		}
	case nil:
		if how, err := formOf(c.field); err == nil && how == optional {
			setNumber(c.field.Ptr, 0, false)
			return nil
		}
	}
	return fmt.Errorf("column %s holds %T, which does not fit", c.field.Name, column)
}
