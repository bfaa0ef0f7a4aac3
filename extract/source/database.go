package source

import (
	"context"
	"errors"
	"time"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
)

// A database is a store behind a database/sql driver.
type database struct {
	driver
	opt     Options
	db      *sqlx.DB
	queries map[extract.Kind]query
}

func openDatabase(s *Source, d driver) (store, error) {
	queries, err := parseAll(s, d)
	if err != nil {
		return nil, err
	}
	db, err := d.open(s.opt)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(4) // those that read, and one that can stop them
	return &database{driver: d, opt: s.opt, db: db, queries: queries}, nil
}

func (d *database) close() error { return d.db.Close() }

// snapshot takes a connection of its own and holds one state on it.
func (d *database) snapshot(ctx context.Context) (view, error) {
	conn, err := d.db.Connx(ctx)
	if err != nil {
		return nil, d.explained(ctx, err)
	}
	s, err := d.begin(ctx, conn, d.opt)
	if err != nil {
		_ = conn.Close()
		return nil, d.explained(ctx, err)
	}
	return &databaseView{database: d, conn: conn, session: s}, nil
}

// explained adds the remedy to an error, unless the caller himself gave up.
func (d *database) explained(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return d.explain(err, d.opt)
}

// A databaseView is one state of a database, held by one connection.
type databaseView struct {
	*database
	session
	conn *sqlx.Conn
}

// close ends the transaction and the connection with it.
func (v *databaseView) close() error {
	const patience = 5 * time.Second
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	_, err := v.conn.ExecContext(ctx, "ROLLBACK")
	return errors.Join(ignoreLost(err), v.conn.Close())
}

func (v *databaseView) read(ctx context.Context, k extract.Kind, w Window) (feed, error) {
	if err := v.unzoned(k); err != nil {
		return nil, err
	}
	q := v.queries[k]
	args := q.bind(w, v.opt.Zone)
	f := &tableFeed{view: v, ctx: ctx, watch: v.watch(ctx)}
	text, err := v.rewritten(f.inner, q, args)
	if err == nil {
		f.rows, err = v.conn.QueryContext(f.inner, text, args...)
	}
	if err != nil {
		f.stop()
		return nil, f.explained(err)
	}
	if f.cols, err = v.describe(f.rows); err != nil {
		return nil, errors.Join(err, f.close())
	}
	return f, nil
}

// rewritten returns the query as the driver must see it to hand over plain values.
func (v *databaseView) rewritten(ctx context.Context, q query, args []any) (string, error) {
	if v.plain == nil {
		return q.text, nil
	}
	rows, err := v.conn.QueryContext(ctx, q.wrapped(), args...)
	if err != nil {
		return "", err
	}
	names, err := rows.Columns()
	if err := errors.Join(err, rows.Close()); err != nil {
		return "", err
	}
	for _, n := range names {
		if _, copied := duplicate(n); copied {
			return q.text, nil // the columns will be refused
		}
	}
	return v.plain(q.text, names), nil
}

// probe asks for the columns of a query without running it.
func (v *databaseView) probe(ctx context.Context, k extract.Kind) ([]column, error) {
	if err := v.unzoned(k); err != nil {
		return nil, err
	}
	q := v.queries[k]
	rows, err := v.conn.QueryContext(ctx, q.wrapped(), q.bind(Window{}, v.opt.Zone)...)
	if err != nil {
		return nil, v.likely(ctx, v.explained(ctx, err), err)
	}
	cols, err := v.describe(rows)
	return cols, errors.Join(err, rows.Close())
}

func (v *databaseView) remarks(k extract.Kind) []string { return v.queries[k].remarks() }

// timedOut tells that a statement took too long; who asked for it decides.
func timedOut(o Options) error {
	return hint("raise statement_timeout, or narrow the SELECT", "the SELECT took longer than the statement timeout of %s", o.StatementTimeout)
}

var errTimeout = errors.New("statement timeout")
