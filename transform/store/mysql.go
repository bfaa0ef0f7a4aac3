package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-sql-driver/mysql"
	"github.com/jmoiron/sqlx"
)

const dsnShape = "write it as user:password@tcp(host:3306)/database"

// openMySQL opens two pools: sessions that may write, and sessions the server
// itself keeps from writing.
func openMySQL(dsn string, s Schema) (*DB, error) {
	cfg, err := configOf(dsn)
	if err != nil {
		return nil, err
	}
	if err := settle(cfg, s.Idle); err != nil {
		return nil, err
	}
	db := &DB{Dialect: mysqlDialect()}
	if db.Writes, err = pool(cfg, "READ WRITE", 4, s.Idle); err != nil {
		return nil, err
	}
	if db.Reads, err = pool(cfg, "READ ONLY", 8, s.Idle); err != nil {
		return nil, errors.Join(err, db.Writes.Close())
	}
	return db, nil
}

// configOf reads a DSN and refuses what we could not keep our promises with. No
// error quotes any of it: an unescaped password may have ended up anywhere.
func configOf(dsn string) (*mysql.Config, error) {
	cfg, err := mysql.ParseDSN(dsn)
	switch {
	case err != nil:
		return nil, remedy(fmt.Errorf("%w: the DSN cannot be read", ErrConfig), dsnShape)
	case cfg.Net != "tcp" && cfg.Net != "unix":
		return nil, remedy(fmt.Errorf("%w: the DSN names no network we know", ErrConfig), dsnShape)
	case cfg.DBName == "":
		return nil, remedy(fmt.Errorf("%w: the DSN names no database", ErrConfig), dsnShape)
	case cfg.MultiStatements:
		return nil, remedy(fmt.Errorf("%w: multiStatements", ErrConfig), "take it out of the DSN: a store is written one statement at a time")
	case cfg.AllowAllFiles:
		return nil, remedy(fmt.Errorf("%w: allowAllFiles", ErrConfig), "take it out of the DSN: a server must not ask for our files")
	case len(cfg.Params) > 0:
		names := slices.Sorted(maps.Keys(cfg.Params))
		return nil, remedy(fmt.Errorf("%w: %s", ErrConfig, strings.Join(names, ", ")),
			"take it out of the DSN: the settings of a session are ours; yours are tls, timeout, readTimeout, writeTimeout and compress")
	}
	return cfg, nil
}

// settle sets what we rely on, whatever the DSN and the server's defaults say.
func settle(cfg *mysql.Config, idle time.Duration) error {
	cfg.ParseTime, cfg.InterpolateParams, cfg.ClientFoundRows, cfg.ColumnsWithAlias = false, true, false, false
	cfg.Loc, cfg.Logger, cfg.MaxAllowedPacket = time.UTC, &mysql.NopLogger{}, 0 // 0: ask the server
	if cfg.Timeout == 0 {
		cfg.Timeout = 10 * time.Second
	}
	if cfg.ConnectionAttributes == "" {
		cfg.ConnectionAttributes = "program_name:clientele"
	}
	cfg.Params = map[string]string{
		"sql_mode":                 "'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
		"time_zone":                "'+00:00'",
		"autocommit":               "1",
		"completion_type":          "0",
		"default_storage_engine":   "InnoDB",
		"innodb_lock_wait_timeout": "20",
		"sql_big_selects":          "1",
		"sql_select_limit":         "18446744073709551615",
		"wait_timeout":             strconv.Itoa(int(idle.Seconds())),
		"net_read_timeout":         "3600",
		"net_write_timeout":        "3600", // the reader of a stream may pause
	}
	return cfg.Apply(mysql.Charset("utf8mb4", "utf8mb4_bin"))
}

func pool(cfg *mysql.Config, access string, most int, idle time.Duration) (*sqlx.DB, error) {
	c, err := mysql.NewConnector(cfg)
	if err != nil {
		return nil, remedy(fmt.Errorf("%w: the DSN cannot be used", ErrConfig), dsnShape+"; tls is true, skip-verify or preferred")
	}
	db := sql.OpenDB(connector{c, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ, " + access})
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(2)
	db.SetConnMaxLifetime(5 * time.Minute) // so that a server that moves is followed
	db.SetConnMaxIdleTime(min(idle/2, time.Minute))
	return sqlx.NewDb(db, MySQL), nil
}

// A connector ends the set-up of a session with a statement for which there is no
// variable both MySQL and MariaDB know.
type connector struct {
	driver.Connector
	last string
}

// Connect implements driver.Connector.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.(driver.ExecerContext).ExecContext(ctx, c.last, nil); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}
