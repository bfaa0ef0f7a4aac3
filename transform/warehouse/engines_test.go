package warehouse

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/go-sql-driver/mysql"

	"clientele/transform/store"
)

// An opener opens a new, empty warehouse.
type opener func(testing.TB) *DB

// onEach runs a test on every engine there is.
func onEach(t *testing.T, test func(*testing.T, opener)) {
	t.Run(store.SQLite, func(t *testing.T) { test(t, open) })
	t.Run(store.MySQL, func(t *testing.T) { test(t, openServer) })
}

// idle holds databases with empty tables: making the tables takes longer than most
// tests.
var idle struct {
	sync.Mutex
	names []string
}

// openServer opens a new warehouse on the server named by CLIENTELE_TEST_MYSQL.
func openServer(t testing.TB) *DB {
	t.Helper()
	admin := admin(t)
	idle.Lock()
	defer idle.Unlock()
	var name string
	if n := len(idle.names); n > 0 {
		name, idle.names = idle.names[n-1], idle.names[:n-1]
	} else {
		name = newDatabase(t, admin, "")
	}
	t.Cleanup(func() { // after the warehouse was closed
		wipe(t, admin, name)
		idle.Lock()
		defer idle.Unlock()
		idle.names = append(idle.names, name)
	})
	return opened(t, in(t, name))
}

// wipe empties the tables of a database.
func wipe(t testing.TB, admin *sql.DB, name string) {
	all, err := tables()
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"snapshots", "stagings", "digests", "coverage", "aside", "measures", "figures", "customer_figures", "key_figures", "published", "customer_table", "origins", "writer", "doubts", "doubt_log"}
	for _, table := range all {
		names = append(names, table.name)
	}
	for _, table := range names {
		var rows int
		ctx := context.WithoutCancel(t.Context())
		if err := admin.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM "+name+"."+table+")").Scan(&rows); err != nil {
			t.Error(err)
		}
		if rows > 0 {
			if _, err := admin.ExecContext(ctx, "TRUNCATE TABLE "+name+"."+table); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestMain(m *testing.M) {
	code := m.Run()
	if admin, err := sql.Open("mysql", os.Getenv("CLIENTELE_TEST_MYSQL")); err == nil {
		for _, name := range idle.names {
			if _, err := admin.Exec("DROP DATABASE " + name); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		}
	}
	os.Exit(code)
}

// opened opens a warehouse and closes it with the test.
func opened(t testing.TB, o store.Options) *DB {
	t.Helper()
	db, err := Open(t.Context(), o, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

var serial atomic.Int64

// onServer makes an empty database, dropped with the test, and returns how to open
// it. How says how the database is made.
func onServer(t testing.TB, how string) store.Options {
	t.Helper()
	admin := admin(t)
	name := newDatabase(t, admin, how)
	t.Cleanup(func() {
		if _, err := admin.ExecContext(context.WithoutCancel(t.Context()), "DROP DATABASE "+name); err != nil {
			t.Error(err)
		}
	})
	return in(t, name)
}

func newDatabase(t testing.TB, admin *sql.DB, how string) string {
	t.Helper()
	name := fmt.Sprintf("clientele_warehouse_%d_%d", os.Getpid(), serial.Add(1))
	do(t, admin, "DROP DATABASE IF EXISTS "+name, "CREATE DATABASE "+name+" "+how)
	return name
}

// in returns how to open a database of the server.
func in(t testing.TB, name string) store.Options {
	cfg := dsn(t)
	cfg.DBName = name
	return store.Options{Driver: store.MySQL, DSN: cfg.FormatDSN()}
}

func dsn(t testing.TB) *mysql.Config {
	t.Helper()
	text := os.Getenv("CLIENTELE_TEST_MYSQL")
	if text == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no server to test on (.ci/with-mariadb go test ./transform/warehouse)")
	}
	cfg, err := mysql.ParseDSN(text)
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

// admin connects as who may do everything.
func admin(t testing.TB) *sql.DB {
	t.Helper()
	db, err := sql.Open("mysql", dsn(t).FormatDSN())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func do(t testing.TB, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// file returns how to open a new file.
func file(t testing.TB) store.Options {
	t.Helper()
	return store.File(filepath.Join(t.TempDir(), "w.db"))
}
