package source

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A tableFeed streams the rows of a query.
type tableFeed struct {
	*watch
	view  *databaseView
	ctx   context.Context // the caller's
	rows  *sql.Rows
	cols  []column
	dest  []any
	raw   []sql.RawBytes
	texts []text
	n     int
	done  bool
}

// describe returns the columns of a result with what their types tell of times.
func (v *databaseView) describe(rows *sql.Rows) ([]column, error) {
	types, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	out := make([]column, 0, len(types))
	for _, t := range types {
		kind := t.DatabaseTypeName()
		out = append(out, column{name: t.Name(), utc: v.utc && kind == "TIMESTAMP", day: kind == "DATE", raw: slices.Contains(v.raw, kind)})
	}
	return out, nil
}

func (f *tableFeed) columns() []column { return f.cols }

func (f *tableFeed) bind(ports []*port, _ *row) {
	f.raw = make([]sql.RawBytes, len(ports))
	for i, p := range ports {
		f.dest = append(f.dest, p)
		if f.cols[i].raw && p.cell != nil {
			f.dest[i] = &f.raw[i]
			f.texts = append(f.texts, text{&f.raw[i], p.cell})
		}
	}
}

// A text is a column whose bytes are passed on once the row is there: quicker
// than a Scanner, which database/sql finds only after it has tried all else.
type text struct {
	raw  *sql.RawBytes
	cell cell
}

// next scans straight into the record: ports and texts are the destinations.
func (f *tableFeed) next() (bool, error) {
	const often = 256 // the context is asked once in so many rows
	if f.n%often == 0 && f.inner.Err() != nil {
		return false, f.explained(f.inner.Err())
	}
	if !f.rows.Next() {
		f.done = true
		return false, f.explained(f.rows.Err())
	}
	f.n++
	if err := f.rows.Scan(f.dest...); err != nil {
		return false, f.explained(err)
	}
	for _, t := range f.texts {
		if *t.raw == nil {
			t.cell.none()
		} else {
			t.cell.text(*t.raw)
		}
	}
	return true, nil
}

func (f *tableFeed) place() string { return fmt.Sprintf("row %d", f.n) }

// close ends the query. One that still has rows to give is stopped on the server
// first, or the driver would read them all.
func (f *tableFeed) close() error {
	if !f.done {
		f.abort()
	}
	err := f.rows.Close()
	f.stop()
	if !f.done {
		f.settle()
		return nil
	}
	return f.explained(err)
}

// explained tells why a read ended: the caller gave up, time was up, or what the
// driver says. A query that was killed may end without an error and short of rows,
// so giving up comes first.
func (f *tableFeed) explained(err error) error {
	switch {
	case f.ctx.Err() != nil:
		return context.Cause(f.ctx)
	case err == nil:
		return nil
	case errors.Is(context.Cause(f.inner), errTimeout):
		return timedOut(f.view.opt)
	}
	return f.view.explain(err, f.view.opt)
}

// likely adds the table that was probably meant to the hint of an error.
func (v *databaseView) likely(ctx context.Context, explained, err error) error {
	h, ok := errors.AsType[*hinted](explained)
	missing := missingTable(err)
	if !ok || missing == "" || v.driver.tables == "" {
		return explained
	}
	var names []string
	if err := v.conn.SelectContext(ctx, &names, v.driver.tables); err != nil {
		return explained
	}
	if best := nearest(missing, names); best != "" {
		return &hinted{h.error, "did you mean " + best + "? " + h.hint}
	}
	return explained
}

// missingTable returns the table that an error says is not there.
func missingTable(err error) string {
	text := err.Error()
	if _, after, ok := strings.Cut(text, "no such table: "); ok {
		name, _, _ := strings.Cut(after, " ")
		return name
	}
	if before, _, ok := strings.Cut(text, "' doesn't exist"); ok {
		name := before[strings.LastIndex(before, "'")+1:]
		return name[strings.LastIndex(name, ".")+1:]
	}
	return ""
}
