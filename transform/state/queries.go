package state

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

// A session asks named queries, inside a transaction or outside.
type session struct {
	on      sqlx.ExtContext
	queries map[string]string
}

// wrong says which query an error is of, and what a person can do about it.
func wrong(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, store.Explain(err))
}

// exec runs a query and returns how many rows it changed.
func (s session) exec(ctx context.Context, name string, args ...any) (int64, error) {
	res, err := s.on.ExecContext(ctx, s.queries[name], args...)
	if err != nil {
		return 0, wrong(name, err)
	}
	return res.RowsAffected()
}

// put runs a query whose parameters are the fields of row.
func (s session) put(ctx context.Context, name string, row any) error {
	_, err := sqlx.NamedExecContext(ctx, s.on, s.queries[name], row)
	return wrong(name, err)
}

// batch is how many rows travel at once: a server may be far away.
const batch = 250

// each runs a query for n rows, of which it holds one in brackets at its end; between
// two of them stands glue. On an error it says which rows had not been written.
func (s session) each(ctx context.Context, name, glue string, n int, args func(int) []any) (from int, err error) {
	for ; from < n; from += batch {
		end := min(from+batch, n)
		var all []any
		for i := from; i < end; i++ {
			all = append(all, args(i)...)
		}
		if _, err := s.on.ExecContext(ctx, repeated(s.queries[name], glue, end-from), all...); err != nil {
			return from, wrong(name, err)
		}
	}
	return n, nil
}

// repeated repeats what stands in the last brackets of a query.
func repeated(query, glue string, n int) string {
	unit := query[strings.LastIndex(query, "("):]
	return query + strings.Repeat(glue+unit, n-1)
}

// get reads one row into dest and reports whether there was one.
func (s session) get(ctx context.Context, dest any, name string, args ...any) (bool, error) {
	err := sqlx.GetContext(ctx, s.on, dest, s.queries[name], args...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, wrong(name, err)
}

// list reads all rows into the slice dest points to.
func (s session) list(ctx context.Context, dest any, name string, args ...any) error {
	return wrong(name, sqlx.SelectContext(ctx, s.on, dest, s.queries[name], args...))
}

// named reads all rows of a query whose parameters are the fields of arg.
func (s session) named(ctx context.Context, dest any, name string, arg any) error {
	query, args, err := sqlx.Named(s.queries[name], arg)
	if err != nil {
		return wrong(name, err)
	}
	return wrong(name, sqlx.SelectContext(ctx, s.on, dest, query, args...))
}
