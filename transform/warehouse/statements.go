package warehouse

import "strings"

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

// insertSQL adds n rows.
func (t *table) insertSQL(verb string, n int) string {
	columns := t.inserted()
	row := "(" + marks(len(columns)) + ")"
	return verb + name(t.name) + " (" + names(columns) + ") VALUES " + strings.Repeat(row+", ", n-1) + row
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

// pageSQL reads current rows after a key, in key order, up to a limit.
func (t *table) pageSQL() string {
	after := name(t.keys[0]) + " > ?"
	if len(t.keys) == 2 {
		after = name(t.keys[0]) + " >= ? AND (" + after + " OR " + name(t.keys[1]) + " > ?)"
	}
	return t.currentSQL() + " AND " + after + " ORDER BY " + names(t.full()) + " LIMIT ?"
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
	same := make([]string, len(t.keys))
	for i, k := range t.keys {
		same[i] = name(k) + " = ?"
	}
	return "UPDATE " + name(t.name) + " SET `to_run` = ? WHERE " + t.scopeSQL() + strings.Join(same, " AND ") + " AND `from_run` = ?"
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
