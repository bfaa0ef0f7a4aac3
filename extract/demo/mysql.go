package demo

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"

	"github.com/go-sql-driver/mysql"
)

// errDSN keeps what the driver says to itself, for that repeats the password.
var errDSN = errors.New("read the DSN of the server to fill: it is not written user:password@tcp(host:3306)/")

var plainName = regexp.MustCompile(`^[A-Za-z0-9_]{0,40}$`)

// WriteMySQL fills three databases of a MySQL or MariaDB server, named by the
// prefix and shop, billing or helpdesk, replacing those that are there. The account
// of the DSN must be allowed to create and drop them. It returns their names.
func (c *Company) WriteMySQL(ctx context.Context, dsn, prefix string) ([]string, error) {
	if !plainName.MatchString(prefix) {
		return nil, fmt.Errorf("prefix %q: use letters, digits and underscores only", prefix)
	}
	server, err := open(dsn)
	if err != nil {
		return nil, err
	}
	defer server.Close()
	conns := map[string]*sql.Conn{}
	var names []string
	for _, db := range databases() {
		conn, err := server.Conn(ctx)
		if err != nil {
			return nil, fmt.Errorf("connect to fill %s: %w", prefix+db, err)
		}
		defer conn.Close()
		if err := renew(ctx, conn, prefix+db); err != nil {
			return nil, err
		}
		conns[db] = conn
		names = append(names, prefix+db)
	}
	return names, c.fill(ctx, conns, (*table).mysql)
}

func open(dsn string) (*sql.DB, error) {
	config, err := mysql.ParseDSN(dsn)
	if err != nil {
		return nil, errDSN
	}
	connector, err := mysql.NewConnector(config)
	if err != nil {
		return nil, fmt.Errorf("connect to the server to fill: %w", err)
	}
	return sql.OpenDB(connector), nil
}

// renew makes an empty database and chooses it. Days that do not exist must be
// allowed, for some rows are broken on purpose.
func renew(ctx context.Context, conn *sql.Conn, name string) error {
	for _, statement := range []string{
		"SET SESSION sql_mode = 'ALLOW_INVALID_DATES'",
		"DROP DATABASE IF EXISTS `" + name + "`",
		"CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4",
		"USE `" + name + "`",
	} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("make database %s: %w", name, err)
		}
	}
	return nil
}
