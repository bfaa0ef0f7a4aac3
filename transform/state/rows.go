package state

import (
	"context"
	"fmt"
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

// plain turns bytes that are text into text: a server's keys come as bytes.
func (t table) plain(row []any) {
	for i, v := range row {
		if b, ok := v.([]byte); ok && !t.bytes[i] {
			row[i] = string(b)
		}
	}
}
