package state

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/go-sql-driver/mysql"

	"clientele/transform/store"
)

// An engine is what a test's stores live in.
type engine string

// engines runs a test on SQLite files, and on the server that CLIENTELE_TEST_MYSQL
// names where there is one.
func engines(t *testing.T, test func(*testing.T, engine)) {
	for _, e := range []engine{store.SQLite, store.MySQL} {
		t.Run(string(e), func(t *testing.T) {
			if e == store.MySQL {
				server(t)
			}
			test(t, e)
		})
	}
}

// fresh returns a place where no store is yet.
func (e engine) fresh(t testing.TB) store.Options {
	t.Helper()
	if e == store.SQLite {
		return store.File(filepath.Join(t.TempDir(), "state.db"))
	}
	return database(t, "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
}

var databases atomic.Int64

// database makes an empty database on the test server.
func database(t testing.TB, charset string) store.Options {
	t.Helper()
	admin, cfg := server(t)
	cfg.DBName = fmt.Sprintf("clientele_state_%d_%d", os.Getpid(), databases.Add(1))
	for _, q := range []string{"DROP DATABASE IF EXISTS " + cfg.DBName, "CREATE DATABASE " + cfg.DBName + " " + charset} {
		if _, err := admin.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if _, err := admin.Exec("DROP DATABASE IF EXISTS " + cfg.DBName); err != nil {
			t.Error(err)
		}
		admin.Close()
	})
	return store.Options{Driver: store.MySQL, DSN: cfg.FormatDSN()}
}

func server(t testing.TB) (*sql.DB, *mysql.Config) {
	t.Helper()
	dsn := os.Getenv("CLIENTELE_TEST_MYSQL")
	if dsn == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB server to test with")
	}
	cfg, err := mysql.ParseDSN(dsn)
	if err != nil {
		t.Fatal(err)
	}
	admin, err := sql.Open("mysql", dsn)
	if err != nil {
		t.Fatal(err)
	}
	return admin, cfg
}
