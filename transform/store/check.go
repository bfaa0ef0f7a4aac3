package store

import (
	"context"
	"fmt"
)

// A Table is one of a store's own, as its schema makes it.
type Table struct {
	Name    string
	Columns []string
}

// collation is that of every text of a server's store: what differs by a byte is
// different.
const collation = "utf8mb4_bin"

// Check refuses a store in which somebody dropped a table or a column, or gave a
// text another collation than ours.
func (db *DB) Check(ctx context.Context, tables []Table) error {
	var rows []struct{ Tab, Col, Ordering string }
	if err := db.Reads.SelectContext(ctx, &rows, db.columns); err != nil {
		return fmt.Errorf("read the columns of the store: %w", Explain(err))
	}
	have := map[string]string{} // the collation of each column
	for _, r := range rows {
		have[r.Tab] = collation
		have[r.Tab+"."+r.Col] = r.Ordering
	}
	for _, t := range tables {
		if err := t.check(have); err != nil {
			return err
		}
	}
	return nil
}

func (t Table) check(have map[string]string) error {
	const cure = "restore a backup; a warehouse can also be dropped whole and refreshed"
	if have[t.Name] == "" {
		return remedy(fmt.Errorf("somebody dropped its table %s", t.Name), cure)
	}
	for _, c := range t.Columns {
		is, ok := have[t.Name+"."+c]
		switch {
		case !ok:
			return remedy(fmt.Errorf("somebody dropped the column %s of its table %s", c, t.Name), cure)
		case is != "" && is != collation:
			return remedy(fmt.Errorf("the column %s of its table %s has the collation %s, not %s", c, t.Name, is, collation),
				fmt.Sprintf("ALTER TABLE %s CONVERT TO CHARACTER SET utf8mb4 COLLATE %s", t.Name, collation))
		}
	}
	return nil
}
