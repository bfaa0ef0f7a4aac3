package warehouse

import (
	"strings"

	"clientele/transform/store"
)

// inserted lists the columns of a new row; to_run stays NULL until it is replaced.
func (t *table) inserted() []string {
	var list []string
	if t.bySource {
		list = append(list, "source")
	}
	list = append(append(list, t.columns...), "from_run", "seq", "hash")
	if t.valued {
		list = append(list, "worth")
	}
	return list
}

// full lists the columns that identify a record, source first where there is one.
func (t *table) full() []string {
	if t.bySource {
		return append([]string{"source"}, t.keys...)
	}
	return t.keys
}

// insertSQL adds n rows to a table.
func insertSQL(table string, columns []string, n int) string {
	row := "(" + marks(len(columns)) + ")"
	return "INSERT INTO " + name(table) + " (" + names(columns) + ") VALUES " + strings.Repeat(row+", ", n-1) + row
}

// firstSQL adds n rows, but for those whose key is there.
func (t *table) firstSQL(d store.Dialect, n int) string {
	return d.InsertNew(insertSQL(t.name, t.inserted(), n), t.keys[0])
}

// selectSQL reads the rows valid at a run, given twice, in key order.
func (t *table) selectSQL() string {
	columns := t.columns
	if t.bySource {
		columns = append([]string{"source"}, columns...)
	}
	return "SELECT " + names(columns) + " FROM " + name(t.name) +
		" WHERE `from_run` <= ? AND (`to_run` IS NULL OR `to_run` > ?) ORDER BY " + names(t.full())
}

// lookupSQL finds the current rows of n leading keys.
func (t *table) lookupSQL(n int) string {
	return t.currentSQL() + " AND " + name(t.keys[0]) + " IN (" + marks(n) + ")"
}

// withinSQL finds current rows of one leading key by n ids.
func (t *table) withinSQL(n int) string {
	return t.currentSQL() + " AND " + name(t.keys[0]) + " = ? AND " + name(t.keys[len(t.keys)-1]) + " IN (" + marks(n) + ")"
}

// pageSQL reads current rows after a key, in key order, up to a limit. Their source
// is not among what they are ordered by: MariaDB would then not see that the order of
// the primary key is the one asked for, and sort.
func (t *table) pageSQL() string {
	after := name(t.keys[0]) + " > ?"
	if len(t.keys) == 2 {
		after = name(t.keys[0]) + " >= ? AND (" + after + " OR " + name(t.keys[1]) + " > ?)"
	}
	return t.currentSQL() + " AND " + after + " ORDER BY " + names(t.keys) + " LIMIT ?"
}

func (t *table) currentSQL() string {
	columns := append(append([]string{}, t.keys...), "from_run", "seq", "hash")
	if t.valued {
		columns = append(columns, "worth")
	}
	return "SELECT " + names(columns) + " FROM " + name(t.name) + " WHERE " + t.scopeSQL() + "`to_run` IS NULL"
}

// closeSQL ends the life of one row.
func (t *table) closeSQL() string {
	return "UPDATE " + name(t.name) + " SET `to_run` = ? WHERE " + t.sameSQL() + " AND `from_run` = ?"
}

// reopenSQL takes that back for a row closed by a run, if it has a hash.
func (t *table) reopenSQL() string {
	return "UPDATE " + name(t.name) + " SET `to_run` = NULL WHERE " + t.sameSQL() + " AND `to_run` = ? AND `hash` = ?"
}

// removeSQL removes one row.
func (t *table) removeSQL() string {
	return "DELETE FROM " + name(t.name) + " WHERE " + t.sameSQL() + " AND `from_run` = ?"
}

// sameSQL finds the rows of one key.
func (t *table) sameSQL() string {
	same := make([]string, len(t.keys))
	for i, k := range t.keys {
		same[i] = name(k) + " = ?"
	}
	return t.scopeSQL() + strings.Join(same, " AND ")
}

func (t *table) scopeSQL() string {
	if t.bySource {
		return "`source` = ? AND "
	}
	return ""
}

// scope returns the parameters of scopeSQL.
func (t *table) scope(source string) []any {
	if t.bySource {
		return []any{source}
	}
	return nil
}

func name(column string) string { return "`" + column + "`" }

func names(columns []string) string { return "`" + strings.Join(columns, "`, `") + "`" }

func marks(n int) string { return strings.Repeat("?, ", n-1) + "?" }
