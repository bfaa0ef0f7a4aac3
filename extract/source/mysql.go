package source

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/go-sql-driver/mysql"
	"github.com/jmoiron/sqlx"

	"clientele/extract"
)

func mysqlDriver() driver {
	return driver{
		name:    "mysql",
		dialect: dialect{backslash: true, hash: true, mark: questionMark},
		open:    openMySQL,
		begin:   beginMySQL,
		kill: func(ctx context.Context, db *sqlx.DB, id int64) error {
			_, err := db.ExecContext(ctx, fmt.Sprintf("KILL QUERY %d", id))
			return err
		},
		raw:     []string{"VARCHAR", "CHAR", "TEXT", "DECIMAL", "DATE", "DATETIME", "TIMESTAMP", "ENUM", "LONGTEXT", "MEDIUMTEXT"},
		tables:  "SHOW TABLES",
		explain: explainMySQL,
	}
}

// openMySQL refuses what could write, and sees to it that dates come as text.
func openMySQL(o Options) (*sqlx.DB, error) {
	cfg, err := mysql.ParseDSN(o.DSN)
	if err != nil {
		// The cause is left out: it may quote a part of the password.
		return nil, hint("write it as user:password@tcp(host:3306)/database", "the DSN cannot be read")
	}
	switch {
	case cfg.Net != "tcp" && cfg.Net != "unix":
		// Not quoted either: an unescaped password may have ended up there.
		return nil, hint("write it as user:password@tcp(host:3306)/database", "the DSN names no network we know")
	case cfg.MultiStatements:
		return nil, hint("take multiStatements out of the DSN", "a source is read one statement at a time")
	case cfg.AllowAllFiles:
		return nil, hint("take allowAllFiles out of the DSN", "a server must not ask for our files")
	case cfg.Params["time_zone"] != "":
		return nil, hint("take time_zone out of the DSN and set zone in the configuration", "the zone of the session is ours to set")
	}
	cfg.ParseTime, cfg.InterpolateParams = false, true
	cfg.Loc = time.UTC
	cfg.Logger = &mysql.NopLogger{}
	if cfg.Timeout == 0 {
		cfg.Timeout = 10 * time.Second
	}
	if cfg.ConnectionAttributes == "" {
		cfg.ConnectionAttributes = "program_name:clientele"
	}
	if err := cfg.Apply(mysql.Charset("utf8mb4", "")); err != nil {
		return nil, err
	}
	connector, err := mysql.NewConnector(cfg)
	if err != nil {
		return nil, hint("write it as user:password@tcp(host:3306)/database", "the DSN cannot be used")
	}
	return sqlx.NewDb(sql.OpenDB(connector), "mysql"), nil
}

// beginMySQL sets up the session. The snapshot must be taken last, and by this
// statement: an ordinary transaction would see whatever is committed before its
// first read. The server's sql_mode is left as it is.
func beginMySQL(ctx context.Context, conn *sqlx.Conn, o Options) (session, error) {
	var version string
	s := session{bounded: true}
	if err := conn.QueryRowxContext(ctx, "SELECT CONNECTION_ID(), VERSION()").Scan(&s.id, &version); err != nil {
		return s, err
	}
	set := append(limits(version, o.StatementTimeout),
		"SET SESSION net_write_timeout = 3600", // the reader of a stream may pause
		"SET SESSION wait_timeout = 28800",
		"SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
		"SET SESSION TRANSACTION READ ONLY",
	)
	for _, q := range set {
		if _, err := conn.ExecContext(ctx, q); err != nil {
			return s, err
		}
	}
	var err error
	if s.utc, err = setZone(ctx, conn, o.Zone); err != nil {
		return s, err
	}
	_, err = conn.ExecContext(ctx, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
	return s, err
}

// limits bounds statements the way the server knows.
func limits(version string, d time.Duration) []string {
	switch {
	case d <= 0:
		return nil
	case strings.Contains(strings.ToLower(version), "mariadb"):
		return []string{fmt.Sprintf("SET SESSION max_statement_time = %.3f", d.Seconds())}
	}
	return []string{fmt.Sprintf("SET SESSION max_execution_time = %d", max(1, d.Milliseconds()))}
}

// setZone puts the session into the source's zone. A server without zone tables
// stays in UTC, and its TIMESTAMP columns are told apart by their type.
func setZone(ctx context.Context, conn *sqlx.Conn, zone *time.Location) (utc bool, err error) {
	if zone != time.UTC {
		if _, err := conn.ExecContext(ctx, "SET SESSION time_zone = ?", zone.String()); err == nil {
			return false, nil
		} else if serverCode(err) != 1298 {
			return false, err
		}
	}
	_, err = conn.ExecContext(ctx, "SET SESSION time_zone = '+00:00'")
	return true, err
}

// zoned matches functions whose result depends on the session's zone.
var zoned = regexp.MustCompile(`(?i)\b(from_unixtime|unix_timestamp|now|current_timestamp|localtime|localtimestamp|sysdate)\s*\(|\b(current_timestamp|localtime|localtimestamp)\b`)

// unzoned refuses a mapping that would need the zone the server does not know.
func (v *databaseView) unzoned(k extract.Kind) error {
	if !v.utc || v.opt.Zone == time.UTC {
		return nil
	}
	if f := zoned.FindString(v.queries[k].text); f != "" {
		return hint("load them with mysql_tzinfo_to_sql, or select the number or the column itself: numbers of seconds are understood",
			"the server has no time zone tables, so %s would be in UTC, not in %s", strings.TrimRight(f, "( "), v.opt.Zone)
	}
	return nil
}
