package source_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/extract/source"

	"github.com/go-sql-driver/mysql"
)

// server makes a database of its own on the server that CLIENTELE_TEST_MYSQL
// names, and returns a connection to it and its DSN.
func server(t testing.TB, name string) (*sql.DB, *mysql.Config) {
	t.Helper()
	dsn := os.Getenv("CLIENTELE_TEST_MYSQL")
	if dsn == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB server to test with")
	}
	cfg, err := mysql.ParseDSN(dsn)
	if err != nil {
		t.Fatal(err)
	}
	cfg.DBName = ""
	cfg.Params = map[string]string{"time_zone": "'+00:00'"}
	admin := openServer(t, cfg)
	name = "clientele_source_" + name
	run(t, admin, "DROP DATABASE IF EXISTS "+name, "CREATE DATABASE "+name+" CHARACTER SET utf8mb4")
	t.Cleanup(func() { _, _ = admin.Exec("DROP DATABASE IF EXISTS " + name) })
	cfg = cfg.Clone()
	cfg.DBName = name
	return openServer(t, cfg), cfg
}

func openServer(t testing.TB, cfg *mysql.Config) *sql.DB {
	t.Helper()
	db, err := sql.Open("mysql", cfg.FormatDSN())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func run(t testing.TB, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%.200s: %v", s, err)
		}
	}
}

func mysqlOptions(cfg *mysql.Config, k extract.Kind, sql string) source.Options {
	cfg = cfg.Clone()
	cfg.Params = nil
	return source.Options{Name: "shop", Driver: "mysql", DSN: cfg.FormatDSN(), Mappings: map[extract.Kind]source.Mapping{k: {Select: sql}}}
}

func TestMySQLDates(t *testing.T) {
	db, cfg := server(t, "dates")
	run(t, db, "SET SESSION sql_mode = ''",
		"CREATE TABLE o (id INT, at DATETIME NULL, ts TIMESTAMP NULL, due DATE NULL)")
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, s := range []string{
		"SET SESSION sql_mode = ''",
		"INSERT INTO o VALUES (1, '2026-01-05 10:00:00', '2026-01-05 10:00:00', '2026-02-01'), (2, '0000-00-00', '2026-07-05 10:00:00', '0000-00-00'), (3, NULL, '2026-07-05 10:00:00', NULL), (4, '2026-02-30', '2026-07-05 10:00:00', NULL)",
	} {
		if _, err := conn.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	o := mysqlOptions(cfg, extract.Orders, "SELECT id, at, due AS promised FROM o")
	o.Zone = zone(t, "Europe/Berlin")
	o.Mappings[extract.Tickets] = source.Mapping{Select: "SELECT id, ts AS opened FROM o"}
	snap := snapshot(t, open(t, o))
	orders, rejects, err := read[extract.Order](t.Context(), snap, extract.Orders, source.Window{})
	if err != nil || len(orders) != 1 || orders[0].At.String() != "2026-01-05T09:00:00Z" || orders[0].Promised.String() != "2026-02-01" {
		t.Errorf("%+v %v", orders, err)
	}
	if len(rejects) != 3 {
		t.Errorf("zero dates of needed fields are not set aside: %v", rejects)
	}
	tickets, _, err := read[extract.Ticket](t.Context(), snap, extract.Tickets, source.Window{})
	if err != nil || len(tickets) != 4 || tickets[0].Opened.String() != "2026-01-05T10:00:00Z" || tickets[1].Opened.String() != "2026-07-05T10:00:00Z" {
		t.Errorf("a TIMESTAMP is a moment, whatever the zone: %+v %v", tickets, err)
	}
}

func TestMySQLZoneFunctionsAreRightOrRefused(t *testing.T) {
	_, cfg := server(t, "zone")
	o := mysqlOptions(cfg, extract.Tickets, "SELECT 1 AS id, FROM_UNIXTIME(1767607200) AS opened")
	o.Zone = zone(t, "Europe/Berlin")
	got, _, err := read[extract.Ticket](t.Context(), snapshot(t, open(t, o)), extract.Tickets, source.Window{})
	switch {
	case err != nil && strings.Contains(err.Error(), "time zone tables"):
	case err != nil || got[0].Opened.String() != "2026-01-05T10:00:00Z":
		t.Errorf("%+v %v", got, err)
	}
}

func TestMySQLValues(t *testing.T) {
	db, cfg := server(t, "values")
	run(t, db,
		"CREATE TABLE p (id BIGINT UNSIGNED, name VARCHAR(50) CHARACTER SET latin1, raw VARBINARY(50), cost DOUBLE, one BIT(1))",
		"INSERT INTO p VALUES (18446744073709551615, 'Müller', x'4dfc', 1234567.125, 1), (2, '=cmd|x', 'b', 1e-7, 0)")
	o := mysqlOptions(cfg, extract.Parties, "SELECT id, name, raw AS company, cost AS acquisition_cost FROM p ORDER BY cost DESC")
	o.Encoding = "windows-1252"
	o.Mappings[extract.Products] = source.Mapping{Select: "SELECT id, name, cost, one AS discontinued FROM p ORDER BY cost DESC"}
	snap := snapshot(t, open(t, o))
	got, rejects, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{})
	if err != nil || len(rejects) > 0 || len(got) != 2 {
		t.Fatal(got, rejects, err)
	}
	if p := got[0]; p.ID != "18446744073709551615" || p.Name != "Müller" || p.Company != "Mü" || p.AcquisitionCost.Value != 12_345_671_250 {
		t.Errorf("%+v", p)
	}
	if got[1].Name != "=cmd|x" || snap.Stats(extract.Parties).Rounded != 1 {
		t.Errorf("%+v %+v", got[1], snap.Stats(extract.Parties))
	}
	products, _, err := read[extract.Product](t.Context(), snap, extract.Products, source.Window{})
	if err != nil || !products[0].Discontinued || products[1].Discontinued || products[1].Cost.Value != 10 {
		t.Errorf("%+v %v", products, err)
	}
}

func TestMySQLFaultsNameTheirRemedy(t *testing.T) {
	db, cfg := server(t, "faults")
	run(t, db, "CREATE TABLE orders (id INT, at DATETIME)",
		"DROP USER IF EXISTS clientele_nobody, clientele_nobody@localhost",
		"CREATE USER clientele_nobody IDENTIFIED BY 'topsecret', clientele_nobody@localhost IDENTIFIED BY 'topsecret'")
	t.Cleanup(func() { _, _ = db.Exec("DROP USER IF EXISTS clientele_nobody, clientele_nobody@localhost") })
	nobody := cfg.Clone()
	nobody.User, nobody.Passwd = "clientele_nobody", "topsecret"
	wrong := nobody.Clone()
	wrong.Passwd = "othersecret"
	noDB := cfg.Clone()
	noDB.DBName = "clientele_none"
	some := nobody.Clone()
	some.DBName = ""
	plain := cfg.Clone()
	plain.TLSConfig = "true"
	for _, c := range []struct {
		rule, sql, want string
		cfg             *mysql.Config
		unreachable     bool
	}{
		{"wrong password", "SELECT 1 AS id", "check user and password", wrong, true},
		{"no such database", "SELECT 1 AS id", "check the database", noDB, true},
		{"no right to the database", "SELECT 1 AS id", "GRANT SELECT ON `" + cfg.DBName + "`.* TO 'clientele_nobody'", nobody, true},
		{"no right to the table", "SELECT id, at FROM " + cfg.DBName + ".orders", "GRANT SELECT", some, false},
		{"no database named", "SELECT id, at FROM orders", "behind the / of the DSN", some, false},
		{"a server without TLS", "SELECT id, at FROM orders", "set TLS up on the server", plain, true},
		{"a missing table", "SELECT id, at FROM ordres", "did you mean orders?", cfg, false},
		{"a missing column", "SELECT id, att AS at FROM orders", "att", cfg, false},
		{"broken SQL", "SELECT id at FROM orders WHERE", "correct the SELECT", cfg, false},
		{"a column twice", "SELECT id, id, at FROM orders", "each column once", cfg, false},
		{"a misspelt column", "SELECT id, at AS att FROM orders", "did you mean at?", cfg, false},
	} {
		problems := open(t, mysqlOptions(c.cfg, extract.Orders, c.sql)).Check(t.Context())
		if len(problems) == 0 {
			t.Errorf("%s: no problem", c.rule)
			continue
		}
		all := fmt.Sprint(problems)
		if !strings.Contains(all, c.want) || strings.Contains(all, "secret") || errors.Is(problems[0].Err, source.ErrUnreachable) != c.unreachable {
			t.Errorf("%s: %s, want %q", c.rule, all, c.want)
		}
	}
}

func TestMySQLALateRowIsNotSeen(t *testing.T) {
	db, cfg := server(t, "late")
	run(t, db, "CREATE TABLE p (id INT PRIMARY KEY, name TEXT)", "INSERT INTO p VALUES (1, 'a'), (2, 'b')")
	snap := snapshot(t, open(t, mysqlOptions(cfg, extract.Parties, "SELECT id, name FROM p")))
	run(t, db, "INSERT INTO p VALUES (3, 'late')", "DELETE FROM p WHERE id = 1")
	for range 2 {
		got, _, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{})
		if err != nil || len(got) != 2 || got[0].ID != "1" {
			t.Errorf("%v %v", names(got), err)
		}
	}
}

func TestMySQLIsOnlyRead(t *testing.T) {
	db, cfg := server(t, "readonly")
	run(t, db, "CREATE TABLE p (id INT, name TEXT)",
		"CREATE FUNCTION f() RETURNS INT DETERMINISTIC MODIFIES SQL DATA BEGIN INSERT INTO p VALUES (1, 'x'); RETURN 1; END")
	_, _, err := read[extract.Party](t.Context(), snapshot(t, open(t, mysqlOptions(cfg, extract.Parties, "SELECT f() AS id, 'x' AS name"))), extract.Parties, source.Window{})
	if err == nil || !strings.Contains(err.Error(), "only read") {
		t.Error(err)
	}
}

const slowRows = "SELECT seq AS id, SLEEP(0.01) AS name FROM seq_1_to_1000000"

// needsSequences skips on servers without MariaDB's tables of numbers.
func needsSequences(t *testing.T, db *sql.DB) {
	t.Helper()
	if _, err := db.Exec("SELECT 1 FROM seq_1_to_2"); err != nil {
		t.Skip("no sequence tables on this server")
	}
}

// running counts the statements of others on the server that hold a text.
func running(t *testing.T, db *sql.DB, text string) int {
	t.Helper()
	var n int
	if err := db.QueryRow("SELECT COUNT(*) FROM information_schema.processlist WHERE command <> 'Sleep' AND id <> CONNECTION_ID() AND info LIKE ?", "%"+text+"%").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestMySQLCancelKillsTheQuery(t *testing.T) {
	db, cfg := server(t, "cancel")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	snap := snapshot(t, open(t, mysqlOptions(cfg, extract.Parties, "SELECT /* cancel */ SLEEP(30) AS id, 'x' AS name")))
	go func() {
		for ctx.Err() == nil && running(t, db, "/* cancel */") == 0 {
			time.Sleep(10 * time.Millisecond)
		}
		cancel()
	}()
	_, _, err := read[extract.Party](ctx, snap, extract.Parties, source.Window{})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	for range 1000 { // it has been told; a busy server takes a moment to obey, and thirty seconds to end by itself
		if running(t, db, "/* cancel */") == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("the query still runs on the server")
}

func TestMySQLLeavingEarlyAndReadingOn(t *testing.T) {
	db, cfg := server(t, "early")
	needsSequences(t, db)
	run(t, db, "CREATE TABLE o (id INT, at DATETIME)", "INSERT INTO o VALUES (1, '2026-01-01')")
	o := mysqlOptions(cfg, extract.Parties, "SELECT a.seq AS id, REPEAT('x', 1000) AS name FROM seq_1_to_100000 a, seq_1_to_100000 b")
	o.Mappings[extract.Orders] = source.Mapping{Select: "SELECT id, at FROM o"}
	snap := snapshot(t, open(t, o))
	run(t, db, "INSERT INTO o VALUES (2, '2026-01-01')")
	for _, err := range snap.Read(t.Context(), extract.Parties, source.Window{}) {
		if err != nil {
			t.Fatal(err)
		}
		break
	}
	got, _, err := read[extract.Order](t.Context(), snap, extract.Orders, source.Window{})
	if err != nil || len(got) != 1 {
		t.Errorf("the snapshot did not outlive a stream left early: %v %v", got, err)
	}
}

func TestMySQLALongStatementIsEnded(t *testing.T) {
	db, cfg := server(t, "timeout")
	needsSequences(t, db)
	o := mysqlOptions(cfg, extract.Parties, slowRows)
	o.StatementTimeout = 300 * time.Millisecond
	_, _, err := read[extract.Party](t.Context(), snapshot(t, open(t, o)), extract.Parties, source.Window{})
	if err == nil || !strings.Contains(err.Error(), "statement_timeout") {
		t.Error(err)
	}
}

func TestMySQLParameters(t *testing.T) {
	db, cfg := server(t, "params")
	run(t, db, "CREATE TABLE o (id VARCHAR(9), at DATETIME)", "INSERT INTO o VALUES ('a', '2026-01-01'), ('b', '2026-02-01'), ('c', '2026-03-01')")
	for _, text := range []string{
		"SELECT id, at FROM o WHERE at >= :since AND id > :after ORDER BY id LIMIT :limit",
		"SELECT id, at, 'what?' AS channel FROM o WHERE (:since IS NULL OR at >= :since) AND (:after IS NULL OR id > :after) ORDER BY id LIMIT :limit",
	} {
		snap := snapshot(t, open(t, mysqlOptions(cfg, extract.Orders, text)))
		for want, w := range map[string]source.Window{
			"abc": {}, "bc": {Since: extract.Date(2026, 2, 1).Start(time.UTC)}, "c": {After: "b"}, "ab": {Limit: 2},
		} {
			got, _, err := read[extract.Order](t.Context(), snap, extract.Orders, w)
			ids := ""
			for _, r := range got {
				ids += r.ID
			}
			if ids != want || err != nil {
				t.Errorf("%+v gave %s, want %s: %v", w, ids, want, err)
			}
		}
	}
}

func TestMySQLLostServerIsUnreachable(t *testing.T) {
	db, cfg := server(t, "lost")
	snap := snapshot(t, open(t, mysqlOptions(cfg, extract.Parties, "SELECT CONNECTION_ID() AS id, 'x' AS name")))
	got, _, err := read[extract.Party](t.Context(), snap, extract.Parties, source.Window{})
	if err != nil {
		t.Fatal(err)
	}
	run(t, db, "KILL "+got[0].ID)
	if _, _, err = read[extract.Party](t.Context(), snap, extract.Parties, source.Window{}); !errors.Is(err, source.ErrUnreachable) {
		t.Error(err)
	}
}

func TestMySQLGoneAmongTheRowsIsUnreachable(t *testing.T) {
	db, cfg := server(t, "among")
	needsSequences(t, db)
	snap := snapshot(t, open(t, mysqlOptions(cfg, extract.Parties, "SELECT /* among */ seq AS id, REPEAT('x', 1000) AS name FROM seq_1_to_1000000")))
	read := 0
	var last error
	for _, err := range snap.Read(t.Context(), extract.Parties, source.Window{}) {
		if last = err; err != nil {
			break
		}
		if read++; read == 1 {
			var id int64
			if err := db.QueryRow("SELECT id FROM information_schema.processlist WHERE db = ? AND info LIKE 'SELECT /* among */%'", cfg.DBName).Scan(&id); err != nil {
				t.Fatal(err)
			}
			run(t, db, fmt.Sprint("KILL ", id))
		}
	}
	if !errors.Is(last, source.ErrUnreachable) || !strings.Contains(last.Error(), "read parties of shop") {
		t.Errorf("after %d rows: %v", read, last)
	}
}
