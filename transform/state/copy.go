package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"strings"

	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

// A table as an SQLite file has it: its columns with their types, and how many of
// them, which come first, are its key.
type table struct {
	name    string
	columns []string
	bytes   []bool // whether a column holds bytes, not text
	keys    int
}

// kept lists the tables of an SQLite file of the store that hold its rows.
func kept(ctx context.Context, file session) ([]table, error) {
	var rows []struct {
		Tab, Col, Type string
		Pk             int
	}
	const q = `SELECT m.name AS tab, c.name AS col, c.type, c.pk FROM sqlite_master m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT IN ('state_schema', 'manifest') ORDER BY m.name, c.cid`
	if err := sqlx.SelectContext(ctx, file.on, &rows, q); err != nil {
		return nil, fmt.Errorf("list the tables: %w", store.Explain(err))
	}
	var all []table
	for _, r := range rows {
		if len(all) == 0 || all[len(all)-1].name != r.Tab {
			all = append(all, table{name: r.Tab})
		}
		t := &all[len(all)-1]
		t.columns, t.bytes = append(t.columns, r.Col), append(t.bytes, r.Type == "BLOB")
		if r.Pk > 0 {
			t.keys++
		}
	}
	return all, nil
}

// selectSQL reads all rows in order of their keys.
func (t table) selectSQL() string {
	return "SELECT " + strings.Join(t.columns, ", ") + " FROM " + t.name + " ORDER BY " + strings.Join(t.columns[:t.keys], ", ")
}

func (t table) insertSQL(rows int) string {
	row := "(" + strings.Repeat("?, ", len(t.columns)-1) + "?)"
	return "INSERT INTO " + t.name + " (" + strings.Join(t.columns, ", ") + ") VALUES " + row + strings.Repeat(", "+row, rows-1)
}

// A sum is how many rows a table has and what is in them.
type sum struct {
	Name   string
	Count  int64
	Digest string
}

// each hands every row of a table to use, in order of the keys and as either
// engine would say it, and returns their sum.
func (t table) each(ctx context.Context, from session, use func([]any) error) (sum, error) {
	s, h := sum{Name: t.name}, sha256.New()
	rows, err := from.on.QueryxContext(ctx, t.selectSQL())
	if err != nil {
		return s, wrong(t.name, err)
	}
	defer rows.Close()
	for rows.Next() {
		row, err := rows.SliceScan()
		if err != nil {
			return s, wrong(t.name, err)
		}
		t.plain(row)
		mix(h, row)
		s.Count++
		if err := use(row); err != nil {
			return s, wrong(t.name, err)
		}
	}
	s.Digest = hex.EncodeToString(h.Sum(nil))
	return s, wrong(t.name, rows.Err())
}

// plain turns bytes that are text into text: a server's keys come as bytes.
func (t table) plain(row []any) {
	for i, v := range row {
		if b, ok := v.([]byte); ok && !t.bytes[i] {
			row[i] = string(b)
		}
	}
}

// mix adds a row to a sum so that no two rows look alike.
func mix(h hash.Hash, row []any) {
	for _, v := range row {
		switch v := v.(type) {
		case nil:
			fmt.Fprint(h, "-;")
		case []byte:
			fmt.Fprintf(h, "%d:%s;", len(v), v)
		case string:
			fmt.Fprintf(h, "%d:%s;", len(v), v)
		default:
			fmt.Fprintf(h, "%d;", v)
		}
	}
}

// copyAll copies the rows of all tables and returns what they were.
func copyAll(ctx context.Context, all []table, from, into session) ([]sum, error) {
	var sums []sum
	for _, t := range all {
		if _, err := into.on.ExecContext(ctx, "DELETE FROM "+t.name); err != nil {
			return nil, wrong(t.name, err)
		}
		s, err := t.copy(ctx, from, into)
		if err != nil {
			return nil, err
		}
		sums = append(sums, s)
	}
	return sums, nil
}

func (t table) copy(ctx context.Context, from, into session) (sum, error) {
	var waiting []any
	put := func() error {
		if len(waiting) == 0 {
			return nil
		}
		_, err := into.on.ExecContext(ctx, t.insertSQL(len(waiting)/len(t.columns)), waiting...)
		waiting = waiting[:0]
		return err
	}
	s, err := t.each(ctx, from, func(row []any) error {
		waiting = append(waiting, row...)
		if len(waiting) < batch*len(t.columns) {
			return nil
		}
		return put()
	})
	if err == nil {
		err = wrong(t.name, put())
	}
	return s, err
}
