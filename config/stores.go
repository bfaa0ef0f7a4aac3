package config

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// The names of the drivers.
const (
	// MySQL is MySQL or MariaDB.
	MySQL = "mysql"
	// SQLite is an SQLite file.
	SQLite = "sqlite"
	// CSV is a folder of exported text files; only for sources.
	CSV = "csv"
)

// Drivers lists what a source can be read with.
func Drivers() []string { return []string{CSV, MySQL, SQLite} }

// Stores are clientele's own databases.
type Stores struct {
	// What must be backed up: ledger, ids, decisions. A path means an SQLite file; {driver: mysql, dsn: secret} a database of its own on a server.
	State Store `yaml:"state" jsonschema:"default=clientele-state.db"`
	// What can be rebuilt from the sources. A path means an SQLite file; {driver: mysql, dsn: secret} a database of its own on a server.
	Warehouse Store `yaml:"warehouse" jsonschema:"default=clientele-warehouse.db"`
	// The folder where a run lays down large intermediate results, which it removes again. When left out they lie beside an SQLite warehouse, or beside this file when the warehouse is on a server.
	Work string `yaml:"work"`
}

// Store is one database: in the file a path, or a driver with its DSN.
type Store struct {
	// What it is: mysql (also MariaDB) or sqlite.
	Driver string `yaml:"driver" jsonschema:"required,enum=mysql,enum=sqlite"`
	// How to connect, as user:password@tcp(host:3306)/database, with tls=true where the network is not trusted; for sqlite the path of the file.
	DSN Secret `yaml:"dsn" jsonschema:"required"`
}

// decodeNode takes a plain text for the path of an SQLite file.
func (s *Store) decodeNode(d *decoder, n *yaml.Node, path string) {
	if n.Kind != yaml.ScalarNode {
		d.plain(s, n, path)
		return
	}
	text := d.need(n, path)
	if strings.Contains(text, "://") || strings.Contains(text, "@tcp(") || strings.Contains(text, "@unix(") {
		d.problem(n, path, "this looks like a connection, but a plain text here is the path of an SQLite file",
			"write {driver: mysql, dsn: {env: NAME}}")
		return
	}
	*s = Store{Driver: SQLite, DSN: Secret{literal: text, dir: d.dir}}
}

// checkStores refuses one file or database for both: rebuilding the warehouse must not touch the state.
func checkStores(c *Config, d *decoder) {
	a, b := c.Stores.State, c.Stores.Warehouse
	if a.Driver == SQLite && b.Driver == SQLite && a.DSN.literal != "" &&
		c.Path(a.DSN.literal) == c.Path(b.DSN.literal) {
		path := d.given("stores.warehouse", "stores.state")
		d.problemAt(d.place(path), path, "stores.state and stores.warehouse are the same file",
			"give each its own: the state must survive a rebuilt warehouse")
	}
	if a.Driver == MySQL && b.Driver == MySQL && a.DSN.literal != "" && a.DSN.literal == b.DSN.literal {
		d.problemAt(d.place("stores.warehouse"), "stores.warehouse", "stores.state and stores.warehouse are the same database",
			"give each its own: the state must survive a rebuilt warehouse")
	}
}
