package warehouse

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-sql-driver/mysql"

	"clientele/extract"
	"clientele/transform/store"
)

// onEachEmpty runs a test with what opens a place where there is nothing yet.
func onEachEmpty(t *testing.T, test func(*testing.T, store.Options)) {
	t.Run(store.SQLite, func(t *testing.T) { test(t, file(t)) })
	t.Run(store.MySQL, func(t *testing.T) { test(t, onServer(t, "")) })
}

func TestAWarehouseOfANewerProgramIsRefused(t *testing.T) {
	onEachEmpty(t, func(t *testing.T, o store.Options) {
		db := opened(t, o)
		if _, err := db.Writes.ExecContext(t.Context(), "INSERT INTO warehouse_schema (version_id, is_applied) VALUES (9999, 1)"); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), o, t.TempDir()); !errors.Is(err, ErrNewer) {
			t.Errorf("opened: %v", err)
		}
	})
}

// released is the number of tables' definitions of the first release.
const released = 34

func TestAWarehouseOfAnOlderProgramIsMigrated(t *testing.T) {
	onEachEmpty(t, func(t *testing.T, o store.Options) {
		old := schema()
		old.FS = upTo(t, released)
		ground, err := store.Open(t.Context(), o, old)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range []string{
			"INSERT INTO `snapshots` (`run`, `at`, `digest`, `links`, `customers`) VALUES (1, 1000000, 'd', 'l', 0)",
			"INSERT INTO `links` (`source`, `id`, `customer`, `reason`, `from_run`, `seq`, `hash`) VALUES ('shop', '1', 'A', 'alone', 1, 0, '0123456789abcdef')",
		} {
			if _, err := ground.Writes.ExecContext(t.Context(), q); err != nil {
				t.Fatal(err)
			}
		}
		if err := ground.Close(); err != nil {
			t.Fatal(err)
		}
		db := opened(t, o)
		links, err := db.Links(t.Context(), 1)
		if err != nil || len(links) != 1 || links[0] != link("shop", "1", "A") {
			t.Errorf("%v %v", links, err)
		}
		if run, ok, err := db.Latest(t.Context()); run != 1 || !ok || err != nil {
			t.Errorf("latest %d %v %v", run, ok, err)
		}
		kept(t, db, 2)
	})
}

// upTo holds the first definitions of both engines.
func upTo(t *testing.T, n int) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, e := range []string{store.SQLite, store.MySQL} {
		names, err := fs.Glob(schemas, "schema/"+e+"/*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			var number int
			if _, err := fmt.Sscanf(name[strings.LastIndexByte(name, '/')+1:], "%05d_", &number); err != nil {
				t.Fatal(err)
			}
			if text, err := fs.ReadFile(schemas, name); err == nil && number <= n {
				files[name] = &fstest.MapFile{Data: text}
			}
		}
	}
	return files
}

// account makes an account of the server with some privileges on a warehouse.
func account(t *testing.T, admin *sql.DB, o store.Options, privileges string) store.Options {
	t.Helper()
	cfg := dsn(t)
	cfg.DBName = o.DSN[strings.LastIndexByte(o.DSN, '/')+1:]
	cfg.DBName, _, _ = strings.Cut(cfg.DBName, "?")
	cfg.User, cfg.Passwd = fmt.Sprintf("warehouse%d", serial.Add(1)), "secret-word"
	do(t, admin, fmt.Sprintf("CREATE USER '%s'@'%%' IDENTIFIED BY '%s'", cfg.User, cfg.Passwd), fmt.Sprintf("GRANT %s ON %s.* TO '%s'@'%%'", privileges, cfg.DBName, cfg.User))
	t.Cleanup(func() { _, _ = admin.Exec("DROP USER '" + cfg.User + "'@'%'") })
	return store.Options{Driver: store.MySQL, DSN: cfg.FormatDSN()}
}

func TestOpeningNamesTheMissingPrivilege(t *testing.T) {
	tests := []struct{ name, privileges, want string }{
		{"reading only", "SELECT", "INSERT"},
		{"no changing", "SELECT, INSERT, DELETE, CREATE, ALTER, DROP, INDEX, CREATE VIEW", "UPDATE"},
		{"no removing", "SELECT, INSERT, UPDATE, CREATE, ALTER, DROP, INDEX, CREATE VIEW", "DELETE"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o, admin := onServer(t, ""), admin(t)
			limited := account(t, admin, o, test.privileges)
			opened(t, o)
			_, err := Open(t.Context(), limited, t.TempDir())
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "command denied") || !strings.Contains(err.Error(), "GRANT SELECT, INSERT, UPDATE, DELETE") {
				t.Errorf("error %v", err)
			}
			if err != nil && strings.Contains(err.Error(), "secret-word") {
				t.Errorf("the error tells the password: %v", err)
			}
		})
	}
}

func TestAReaderNeedsNoMoreThanTheViews(t *testing.T) {
	db, admin := openServer(t), admin(t)
	if err := db.PublishCustomers(t.Context(), 1, worldDay, public(named("A", "Ann")), Forward{ID: "Z", Current: "A"}); err != nil {
		t.Fatal(err)
	}
	o := account(t, admin, in(t, nameOf(t, db)), "CREATE TEMPORARY TABLES") // to get in
	cfg, err := mysql.ParseDSN(o.DSN)
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range []string{"customers_current", "customers_forward"} {
		do(t, admin, fmt.Sprintf("GRANT SELECT ON %s.%s TO '%s'@'%%'", cfg.DBName, view, cfg.User))
	}
	reader, err := sql.Open("mysql", o.DSN)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	var id, amount string
	if err := reader.QueryRowContext(t.Context(), "SELECT id, CAST('-1.2345' AS DECIMAL(20, 4)) FROM customers_current WHERE name = 'Ann'").Scan(&id, &amount); err != nil || id != "A" || amount != "-1.2345" {
		t.Error(id, amount, err)
	}
	if err := reader.QueryRowContext(t.Context(), "SELECT c.id FROM customers_current c JOIN customers_forward f ON f.current_id = c.id WHERE f.id = 'Z'").Scan(&id); err != nil || id != "A" {
		t.Error(id, err)
	}
	for _, table := range []string{"customer_table", "forward_table"} {
		if err := reader.QueryRowContext(t.Context(), "SELECT id FROM "+table).Scan(&id); err == nil {
			t.Errorf("%s, which is behind a view, was read", table)
		}
	}
}

func TestAServerNeedsAFolder(t *testing.T) {
	if _, err := Open(t.Context(), store.Options{Driver: store.MySQL, DSN: "u:p@tcp(127.0.0.1:1)/w"}, ""); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Error(err)
	}
}

// packet makes the server take less at once while a warehouse is opened for writing.
func packet(t *testing.T, admin *sql.DB, bytes int, db *DB) {
	t.Helper()
	var before int
	if err := admin.QueryRowContext(t.Context(), "SELECT @@GLOBAL.max_allowed_packet").Scan(&before); err != nil {
		t.Fatal(err)
	}
	do(t, admin, fmt.Sprintf("SET GLOBAL max_allowed_packet = %d", bytes))
	db.Writes.SetMaxIdleConns(0)
	db.Writes.SetMaxIdleConns(1)
	db.Writes.SetMaxOpenConns(1)
	var now int
	err := db.Writes.GetContext(t.Context(), &now, roomSQL)
	do(t, admin, fmt.Sprintf("SET GLOBAL max_allowed_packet = %d", before))
	if err != nil || now != bytes {
		t.Fatalf("max_allowed_packet is %d: %v", now, err)
	}
}

func TestBatchesFitTheServersPacket(t *testing.T) {
	db, admin := openServer(t), admin(t)
	const most = 1 << 20
	packet(t, admin, most, db)
	var rows []any
	for i := range 300 {
		o := order(fmt.Sprintf("o%03d", i), "p", int64(i))
		o.Channel = strings.Repeat("x", 1000*i)
		rows = append(rows, o)
	}
	s := begin(t, db, 1)
	stage(t, s, extract.Orders, whole, rows...)
	commit(t, s)
	for i, o := range staged(t, db, 1) {
		if len(o.Channel) != 1000*i {
			t.Fatalf("row %d has %d bytes", i, len(o.Channel))
		}
	}
	large := order("large", "p", 1)
	large.Channel = strings.Repeat("x", most)
	s = begin(t, db, 2)
	_, err := s.Stage(t.Context(), "shop", extract.Orders, feed(order("a", "p", 1), large), lax)
	for _, part := range []string{"stage orders of shop", "row large", "no more than", "max_allowed_packet", "shorten"} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not name %q: %v", part, err)
		}
	}
	if err := s.Rollback(); err != nil {
		t.Error(err)
	}
	s = begin(t, db, 3)
	if c := stage(t, s, extract.Orders, lax, order("a", "p", 1)); c.Kept != 1 {
		t.Errorf("after one that did not fit: %+v", c)
	}
	commit(t, s)
}
