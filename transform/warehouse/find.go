package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// PartyAt returns a party as it was after a run, false where there was none of that
// source and id.
func (db *DB) PartyAt(ctx context.Context, run transform.Run, ref extract.Ref) (extract.Party, bool, error) {
	list, err := found[extract.Party](ctx, db, extract.Parties, db.tables[extract.Parties].oneSQL(), ref.Source, ref.ID, run, run)
	return first(list), len(list) > 0, err
}

// Parties streams the parties of all sources as they were after a run, in order of source
// and id. Each is the caller's to keep.
func (db *DB) Parties(ctx context.Context, run transform.Run) iter.Seq2[*extract.Party, error] {
	return Records[extract.Party](ctx, db, extract.Parties, run)
}

// LinkAt returns whose a record was after a run, false where it was nobody's.
func (db *DB) LinkAt(ctx context.Context, run transform.Run, ref extract.Ref) (transform.Link, bool, error) {
	list, err := found[linkRow](ctx, db, linkKind, db.tables[linkKind].oneSQL(), ref.Source, ref.ID, run, run)
	return first(list).Link, len(list) > 0, err
}

// LinksTo returns the records that were a customer's after a run, in order of source and
// id. It looks at all links.
func (db *DB) LinksTo(ctx context.Context, run transform.Run, id transform.CustomerID) ([]transform.Link, error) {
	rows, err := found[linkRow](ctx, db, linkKind, db.tables[linkKind].whereSQL("customer"), id, run, run)
	list := make([]transform.Link, len(rows))
	for i, r := range rows {
		list[i] = r.Link
	}
	return list, err
}

// CustomerAt returns a golden record as it was after a run, false where there was none.
func (db *DB) CustomerAt(ctx context.Context, run transform.Run, id transform.CustomerID) (transform.Customer, bool, error) {
	list, err := found[customerRow](ctx, db, customerKind, db.tables[customerKind].oneSQL(), id, run, run)
	return first(list).Customer, len(list) > 0, err
}

// CustomersIn returns the golden records of a household or of an account as they were
// after a run, in order of id. The column is "household" or "account".
func (db *DB) CustomersIn(ctx context.Context, run transform.Run, column string, id transform.CustomerID) ([]transform.Customer, error) {
	rows, err := found[customerRow](ctx, db, customerKind, db.tables[customerKind].whereSQL(column), id, run, run)
	list := make([]transform.Customer, len(rows))
	for i, r := range rows {
		list[i] = r.Customer
	}
	return list, err
}

// PartyEver returns the last run that brought a party, zero for one that no refresh ever
// read.
func (db *DB) PartyEver(ctx context.Context, ref extract.Ref) (transform.Run, error) {
	var last sql.Null[transform.Run]
	if err := db.Reads.GetContext(ctx, &last, db.tables[extract.Parties].lastSQL(), ref.Source, ref.ID); err != nil {
		return 0, fmt.Errorf("look for %s of %s: %w", ref.ID, ref.Source, told(ctx, err))
	}
	return last.V, nil
}

// PartyIDs returns the ids of all parties of a source after a run, in their order.
func (db *DB) PartyIDs(ctx context.Context, run transform.Run, source string) ([]string, error) {
	var list []string
	if err := db.Reads.SelectContext(ctx, &list, db.tables[extract.Parties].idsSQL(), source, run, run); err != nil {
		return nil, fmt.Errorf("list the parties of %s: %w", source, told(ctx, err))
	}
	return list, nil
}

// found returns the records of a kind that a statement selects.
func found[T any, P extract.Of[T]](ctx context.Context, db *DB, kind extract.Kind, query string, args ...any) ([]T, error) {
	t := db.tables[kind]
	rows, err := db.Reads.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("look for %s: %w", kind, told(ctx, err))
	}
	rec := P(new(T))
	c := cursorOver(ctx, t, rows, rec)
	defer c.close()
	var list []T
	for c.next() {
		list = append(list, *rec)
	}
	return list, errors.Join(c.err)
}

func first[T any](list []T) (one T) {
	if len(list) > 0 {
		one = list[0]
	}
	return one
}

// oneSQL reads the row of one key valid at a run, given twice.
func (t *table) oneSQL() string { return t.heldSQL(t.sameSQL()) }

// whereSQL reads the rows with a value in one column valid at a run, given twice.
func (t *table) whereSQL(column string) string { return t.heldSQL(name(column) + " = ?") }

func (t *table) heldSQL(which string) string {
	all := t.selectSQL()
	from, rest, _ := strings.Cut(all, " WHERE ")
	return from + " WHERE " + which + " AND " + rest
}

// lastSQL finds the last run that brought a row of one key.
func (t *table) lastSQL() string {
	return "SELECT MAX(`from_run`) FROM " + name(t.name) + " WHERE " + t.sameSQL()
}

// idsSQL lists the ids of a source valid at a run, given twice.
func (t *table) idsSQL() string {
	return "SELECT `id` FROM " + name(t.name) + " WHERE `source` = ? AND `from_run` <= ? AND (`to_run` IS NULL OR `to_run` > ?) ORDER BY `id`"
}
