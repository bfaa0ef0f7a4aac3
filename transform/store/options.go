package store

import (
	"errors"

	"github.com/go-sql-driver/mysql"
)

// The engines a store can live in.
const (
	SQLite = "sqlite" // one file, for one host
	MySQL  = "mysql"  // MySQL or MariaDB
)

// ErrConfig means that a store cannot be opened the way it is described.
var ErrConfig = errors.New("the store is not described rightly")

// Options say where a store is.
type Options struct {
	Driver string // SQLite or MySQL
	DSN    string // a path, or user:password@tcp(host:port)/database
}

// File returns the options of an SQLite file.
func File(path string) Options { return Options{Driver: SQLite, DSN: path} }

// String names the store for people: the path, or user, host and database. It never
// holds the password.
func (o Options) String() string {
	if o.Driver != MySQL {
		return o.DSN
	}
	cfg, err := mysql.ParseDSN(o.DSN)
	if err != nil || cfg.Net != "tcp" && cfg.Net != "unix" {
		return "on a server" // an unescaped password may have ended up anywhere
	}
	return cfg.User + "@" + cfg.Addr + "/" + cfg.DBName
}
