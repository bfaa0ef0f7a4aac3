package source

import (
	"context"
	"strings"

	"github.com/jmoiron/sqlx"

	"clientele/extract"
)

// A driver is what we must know of one database/sql driver. Another database is
// one more entry in drivers: how to open it, how to hold a read-only state, and
// what its SQL and its errors look like. The rest can stay empty.
type driver struct {
	name string
	dialect

	// open makes the pool without connecting. Errors must not repeat the DSN.
	open func(Options) (*sqlx.DB, error)

	// begin makes a connection read-only, bounds its statements if the server can
	// do that, and holds the state that all reads see.
	begin func(context.Context, *sqlx.Conn, Options) (session, error)

	// kill stops what a session is doing on the server. Without it the context
	// alone is trusted to do that.
	kill func(ctx context.Context, db *sqlx.DB, id int64) error

	// plain rewrites a query whose values the driver would otherwise convert.
	plain func(query string, columns []string) string

	// raw lists the database types that the driver hands over as bytes. It only
	// makes reading faster.
	raw []string

	// tables is a query for the names of the tables, for hints.
	tables string

	// explain adds the remedy to an error of the driver, and ErrUnreachable
	// where the database could not be reached.
	explain func(error, Options) error
}

// A session is one connection holding a state.
type session struct {
	id      int64 // for kill
	utc     bool  // TIMESTAMP columns come in UTC, not in the source's zone
	bounded bool  // the server itself bounds the statements
}

// drivers lists the databases that can be read.
func drivers() []driver { return []driver{mysqlDriver(), sqliteDriver()} }

// Drivers lists the names Options.Driver can have.
func Drivers() []string {
	var out []string
	for _, d := range drivers() {
		out = append(out, d.name)
	}
	return append(out, "csv")
}

// openStore opens what the driver's name stands for.
func (s *Source) openStore() (store, error) {
	if s.opt.Driver == "csv" {
		return openFolder(s)
	}
	for _, d := range drivers() {
		if d.name == s.opt.Driver {
			return openDatabase(s, d)
		}
	}
	return nil, hint(suggest(s.opt.Driver, Drivers()), "driver %q is not known", s.opt.Driver)
}

func questionMark(int) string { return "?" }

// parseAll parses the SELECT of every kind.
func parseAll(s *Source, d driver) (map[extract.Kind]query, error) {
	out := map[extract.Kind]query{}
	for _, k := range s.Kinds() {
		m := s.opt.Mappings[k]
		if strings.TrimSpace(m.Select) == "" {
			return nil, hint("write a SELECT; files are for the driver csv", "%s have no SELECT", k)
		}
		q, err := parseQuery(m.Select, d.dialect)
		if err != nil {
			return nil, prefixed(string(k), err)
		}
		out[k] = q
	}
	return out, nil
}
