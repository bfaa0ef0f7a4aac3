package demo

import (
	"context"
	"database/sql"
	"fmt"
)

// A sink takes the rows of the company as they are generated.
type sink interface {
	put(t *table, row []any) error
}

// rowsAtOnce is how many rows one statement adds.
const rowsAtOnce = 64

// A loader writes rows into databases, many with one statement.
type loader struct {
	ctx     context.Context
	conns   map[string]*sql.Conn // by database
	batches map[*table]*batch
}

// A batch gathers the rows of one table.
type batch struct {
	conn *sql.Conn
	full *sql.Stmt
	args []any
}

// newLoader makes every table and gets ready to fill it.
func newLoader(ctx context.Context, conns map[string]*sql.Conn, ddl func(*table) string) (*loader, error) {
	l := &loader{ctx: ctx, conns: conns, batches: map[*table]*batch{}}
	for _, t := range schema() {
		conn := conns[t.db]
		if _, err := conn.ExecContext(ctx, ddl(t)); err != nil {
			return nil, fmt.Errorf("make table %s of %s: %w", t.name, t.db, err)
		}
	}
	return l, l.begin()
}

func (l *loader) begin() error {
	for _, db := range databases() {
		if _, err := l.conns[db].ExecContext(l.ctx, "BEGIN"); err != nil {
			return fmt.Errorf("begin filling %s: %w", db, err)
		}
	}
	for _, t := range schema() {
		full, err := l.conns[t.db].PrepareContext(l.ctx, t.insert(rowsAtOnce))
		if err != nil {
			return fmt.Errorf("get ready to fill %s of %s: %w", t.name, t.db, err)
		}
		l.batches[t] = &batch{conn: l.conns[t.db], full: full, args: make([]any, 0, rowsAtOnce*t.width())}
	}
	return nil
}

// put implements sink.
func (l *loader) put(t *table, row []any) error {
	b := l.batches[t]
	b.args = append(b.args, row...)
	if len(b.args) < cap(b.args) {
		return nil
	}
	_, err := b.full.ExecContext(l.ctx, b.args...)
	b.args = b.args[:0]
	return fault(t, err)
}

// finish writes what is left and makes it last.
func (l *loader) finish() error {
	for _, t := range schema() {
		b := l.batches[t]
		if n := len(b.args) / t.width(); n > 0 {
			if _, err := b.conn.ExecContext(l.ctx, t.insert(n), b.args...); err != nil {
				return fault(t, err)
			}
		}
		b.full.Close()
	}
	for _, db := range databases() {
		if _, err := l.conns[db].ExecContext(l.ctx, "COMMIT"); err != nil {
			return fmt.Errorf("finish filling %s: %w", db, err)
		}
	}
	return nil
}

func fault(t *table, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("fill table %s of %s: %w", t.name, t.db, err)
}
