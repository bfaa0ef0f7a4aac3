package store

import "github.com/pressly/goose/v3"

// A Dialect is what differs between the engines. Everything else is SQL they share:
// no upsert but REPLACE and InsertNew, no RETURNING, no row alias, names in
// backticks, times and keys bound from Go.
type Dialect struct {
	Name   string // SQLite or MySQL
	Params int    // most parameters a statement may have

	tables  string // lists tables and views
	columns string // lists all columns with their collations
	goose   goose.Dialect
}

func sqliteDialect() Dialect {
	return Dialect{
		Name: SQLite, Params: 32_766, goose: goose.DialectSQLite3,
		tables: "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name",
		columns: `SELECT m.name AS tab, c.name AS col, '' AS ordering FROM sqlite_master m JOIN pragma_table_info(m.name) c
			WHERE m.type = 'table' ORDER BY m.name, c.cid`,
	}
}

func mysqlDialect() Dialect {
	return Dialect{
		Name: MySQL, Params: 65_535, goose: goose.DialectMySQL,
		tables: "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name",
		columns: `SELECT table_name AS tab, column_name AS col, COALESCE(collation_name, '') AS ordering FROM information_schema.columns
			WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`,
	}
}

// InsertNew returns an INSERT that leaves rows alone whose key exists, and does not
// count them as changed. Any other fault stays an error, which INSERT IGNORE would
// swallow. column is any column of the table.
func (d Dialect) InsertNew(insert, column string) string {
	if d.Name == MySQL {
		return insert + " ON DUPLICATE KEY UPDATE `" + column + "` = `" + column + "`"
	}
	return insert + " ON CONFLICT DO NOTHING"
}
