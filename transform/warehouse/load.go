package warehouse

import (
	"context"
	"fmt"
)

// batchRows is how many rows are looked up, and at most inserted, with one
// statement.
const batchRows = 512

// batchBytes is about how many bytes are sent with one statement.
const batchBytes = 4 << 20

// A load writes rows into one table, many with one statement: as many as the
// database takes in parameters and in bytes.
type load struct {
	tx      *txn
	stmts   statements
	text    func(rows int) string // the INSERT of so many rows
	width   int                   // values a row
	most    int                   // rows a statement
	values  []any                 // of the rows that wait, row after row
	bytes   int
	written int64 // rows the database took
}

// load begins to write into a table.
func (tx *txn) load(stmts statements, into string, columns []string) *load {
	const textual = 4 // bytes of a value in the text of a statement
	return &load{
		tx: tx, stmts: stmts, width: len(columns), most: max(1, min(batchRows, tx.room/(textual*len(columns))-1)),
		text: func(rows int) string { return insertSQL(into, columns, rows) },
	}
}

// add takes one row; it may write those that wait. The row is named in errors.
func (l *load) add(ctx context.Context, values []any, row func() string) error {
	size := sizeOf(values)
	if size > l.tx.room {
		return fmt.Errorf("%s takes %d bytes, and the server of the warehouse no more than %d at once: raise its max_allowed_packet, or shorten the texts in the mapping", row(), size, l.tx.room)
	}
	if l.bytes+size > min(l.tx.room, batchBytes) || len(l.values) >= l.most*l.width {
		if err := l.flush(ctx); err != nil {
			return err
		}
	}
	l.values, l.bytes = append(l.values, values...), l.bytes+size
	return nil
}

// flush writes the rows that wait.
func (l *load) flush(ctx context.Context) error {
	rest := l.values
	for _, size := range sizes {
		for size <= l.most && len(rest) >= size*l.width {
			n, err := l.stmts.exec(ctx, l.tx, l.text(size), rest[:size*l.width]...)
			if err != nil {
				return fmt.Errorf("write rows: %w", err)
			}
			l.written, rest = l.written+n, rest[size*l.width:]
		}
	}
	clear(l.values)
	l.values, l.bytes = l.values[:0], 0
	return nil
}

// sizeOf returns about how many bytes values take on their way: texts and blobs
// with their length, numbers eight, and what says of each which it is.
func sizeOf(values []any) int {
	n := 0
	for _, v := range values {
		switch v := v.(type) {
		case string:
			n += len(v)
		case []byte:
			n += len(v)
		}
		n += 12
	}
	return n
}
