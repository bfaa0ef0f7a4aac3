package state

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/jmoiron/sqlx"
)

//go:embed queries/*.sql
var queryFiles embed.FS

// loadQueries reads every query by its name.
func loadQueries() (map[string]string, error) {
	all := map[string]string{}
	files, err := fs.Glob(queryFiles, "queries/*.sql")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		text, err := queryFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for _, part := range strings.Split("\n"+string(text), "\n-- name: ")[1:] {
			name, body, _ := strings.Cut(part, "\n")
			if _, twice := all[name]; twice {
				return nil, fmt.Errorf("%s: query %s stands there twice", file, name)
			}
			all[name] = strings.TrimSpace(body)
		}
	}
	return all, nil
}

// A session asks named queries, inside a transaction or outside.
type session struct {
	on interface {
		sqlx.ExtContext
		sqlx.PreparerContext
	}
	queries map[string]string
}

// exec runs a query and returns how many rows it changed.
func (s session) exec(ctx context.Context, name string, args ...any) (int64, error) {
	res, err := s.on.ExecContext(ctx, s.queries[name], args...)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	return res.RowsAffected()
}

// put runs a query whose parameters are the fields of row.
func (s session) put(ctx context.Context, name string, row any) error {
	if _, err := sqlx.NamedExecContext(ctx, s.on, s.queries[name], row); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// each runs a query n times with the arguments of each turn. On an error it says
// at which turn.
func (s session) each(ctx context.Context, name string, n int, args func(int) []any) (at int, err error) {
	stmt, err := s.on.PrepareContext(ctx, s.queries[name])
	if err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	defer stmt.Close()
	for i := range n {
		if _, err := stmt.ExecContext(ctx, args(i)...); err != nil {
			return i, fmt.Errorf("%s: %w", name, err)
		}
	}
	return n, nil
}

// get reads one row into dest and reports whether there was one.
func (s session) get(ctx context.Context, dest any, name string, args ...any) (bool, error) {
	err := sqlx.GetContext(ctx, s.on, dest, s.queries[name], args...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", name, err)
	}
	return true, nil
}

// list reads all rows into the slice dest points to.
func (s session) list(ctx context.Context, dest any, name string, args ...any) error {
	if err := sqlx.SelectContext(ctx, s.on, dest, s.queries[name], args...); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// named reads all rows of a query whose parameters are the fields of arg.
func (s session) named(ctx context.Context, dest any, name string, arg any) error {
	query, args, err := sqlx.Named(s.queries[name], arg)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := sqlx.SelectContext(ctx, s.on, dest, query, args...); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
