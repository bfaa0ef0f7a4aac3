package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/go-sql-driver/mysql"
	"github.com/jmoiron/sqlx"

	"clientele/transform/store"
)

var errNewer = errors.New("made by a newer program")

// schema is a store of two tables; extra adds or replaces files of both engines.
func schema(extra map[string]string) store.Schema {
	files := map[string]string{
		"00001_a.sql": "CREATE TABLE IF NOT EXISTS a (k VARBINARY(64) NOT NULL PRIMARY KEY, v INT NOT NULL);",
		"00002_b.sql": "CREATE TABLE IF NOT EXISTS b (k VARBINARY(64) NOT NULL PRIMARY KEY, t TEXT NOT NULL);",
	}
	all := fstest.MapFS{}
	for _, m := range []map[string]string{files, extra} {
		for name, text := range m {
			for _, engine := range []string{store.SQLite, store.MySQL} {
				all["schema/"+engine+"/"+name] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + text + "\n")}
			}
		}
	}
	return store.Schema{
		FS: all, Table: "test_schema", Newer: errNewer, Idle: time.Minute,
		Pragmas: []string{"busy_timeout(20000)", "journal_mode(WAL)"}, ReadPragmas: []string{"busy_timeout(20000)"},
	}
}

// engines runs a test once on a new SQLite file and once in a new database of the
// test server, where there is one.
func engines(t *testing.T, test func(*testing.T, store.Options)) {
	t.Run("sqlite", func(t *testing.T) { test(t, store.File(filepath.Join(t.TempDir(), "s.db"))) })
	t.Run("mysql", func(t *testing.T) { test(t, database(t, "utf8mb4_unicode_ci")) })
}

// database makes a database on the server that CLIENTELE_TEST_MYSQL names.
func database(t *testing.T, collation string) store.Options {
	t.Helper()
	admin, cfg := server(t)
	cfg.DBName = fmt.Sprintf("clientele_store_%d_%d", os.Getpid(), time.Now().UnixNano())
	charset, _, _ := strings.Cut(collation, "_")
	exec(t, admin, "CREATE DATABASE "+cfg.DBName+" CHARACTER SET "+charset+" COLLATE "+collation)
	t.Cleanup(func() { _, _ = admin.Exec("DROP DATABASE IF EXISTS " + cfg.DBName) })
	return store.Options{Driver: store.MySQL, DSN: cfg.FormatDSN()}
}

func server(t *testing.T) (*sql.DB, *mysql.Config) {
	t.Helper()
	dsn := os.Getenv("CLIENTELE_TEST_MYSQL")
	if dsn == "" {
		t.Skip("CLIENTELE_TEST_MYSQL is not set: no MySQL or MariaDB server to test with")
	}
	cfg, err := mysql.ParseDSN(dsn)
	must(t, err)
	admin, err := sql.Open("mysql", dsn)
	must(t, err)
	t.Cleanup(func() { _ = admin.Close() })
	return admin, cfg
}

func open(t *testing.T, o store.Options, s store.Schema) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), o, s)
	must(t, err)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func exec(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestANewerSchemaIsLeftAlone(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		newer := schema(map[string]string{"00003_c.sql": "CREATE TABLE c (k INT NOT NULL PRIMARY KEY);"})
		must(t, open(t, o, newer).Close())
		_, err := store.Open(t.Context(), o, schema(nil))
		if !errors.Is(err, errNewer) || !strings.Contains(err.Error(), "its schema is 3, this program knows 2; install the newer program") {
			t.Error(err)
		}
		open(t, o, newer)
	})
}

func TestAnOlderSchemaIsMigratedAndKeepsItsRows(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		old := open(t, o, schema(nil))
		exec(t, old.Writes.DB, "INSERT INTO a (k, v) VALUES ('one', 1)")
		must(t, old.Close())
		db := open(t, o, schema(map[string]string{"00003_a.sql": "ALTER TABLE a ADD COLUMN w INT;"}))
		var v int
		must(t, db.Reads.Get(&v, "SELECT v FROM a WHERE k = 'one' AND w IS NULL"))
		if v != 1 {
			t.Error(v)
		}
	})
}

func TestAMigrationThatWasCutOffGoesOn(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		broken := schema(map[string]string{"00002_b.sql": "CREATE TABLE b (k;"})
		if _, err := store.Open(t.Context(), o, broken); err == nil {
			t.Fatal("opened")
		}
		open(t, o, schema(nil))
	})
}

func TestKilledBeforeTheFirstVersionWasWrittenGoesOn(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		s := schema(nil)
		db := open(t, o, s)
		exec(t, db.Writes.DB, "DELETE FROM test_schema", "DROP TABLE a", "DROP TABLE b")
		must(t, db.Close())
		exec(t, open(t, o, s).Writes.DB, "INSERT INTO b (k, t) VALUES ('x', '')")
	})
}

func TestManyOpenForTheFirstTimeAtOnce(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		var group sync.WaitGroup
		errs := make([]error, 4)
		for i := range errs {
			group.Go(func() {
				db, err := store.Open(context.Background(), o, schema(nil))
				if err == nil {
					err = db.Close()
				}
				errs[i] = err
			})
		}
		group.Wait()
		must(t, errors.Join(errs...))
	})
}

func TestADatabaseThatHoldsSomethingElseIsLeftAlone(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		theirs := schema(nil)
		theirs.Table = "other_schema"
		open(t, o, theirs)
		_, err := store.Open(t.Context(), o, schema(nil))
		if !errors.Is(err, store.ErrConfig) || !strings.Contains(err.Error(), "it holds other tables (a, b, other_schema); give it a database of its own") {
			t.Error(err)
		}
	})
}

func TestReadsCannotWrite(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		db := open(t, o, schema(nil))
		if _, err := db.Reads.Exec("INSERT INTO a (k, v) VALUES ('one', 1)"); err == nil {
			t.Error("wrote")
		}
	})
}

func TestALookSeesOneState(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		db := open(t, o, schema(nil))
		must(t, db.Look(t.Context(), func(tx *sqlx.Tx) error {
			for i := range 3 {
				var n int
				if err := tx.Get(&n, "SELECT COUNT(*) FROM a"); err != nil || n != 0 {
					return fmt.Errorf("%d rows: %w", n, err)
				}
				exec(t, db.Writes.DB, fmt.Sprintf("INSERT INTO a (k, v) VALUES ('%d', 1)", i))
			}
			return nil
		}))
	})
}

func TestInsertNewLeavesRowsAloneAndCountsTheNew(t *testing.T) {
	engines(t, func(t *testing.T, o store.Options) {
		db := open(t, o, schema(nil))
		exec(t, db.Writes.DB, "INSERT INTO a (k, v) VALUES ('one', 1)")
		res, err := db.Writes.Exec(db.InsertNew("INSERT INTO a (k, v) VALUES (?, ?), (?, ?)", "k"), "one", 7, "two", 2)
		must(t, err)
		var sum int
		must(t, db.Reads.Get(&sum, "SELECT SUM(v) FROM a"))
		if n, err := res.RowsAffected(); n != 1 || err != nil || sum != 3 {
			t.Error(n, err, sum)
		}
		if _, err := db.Writes.Exec(db.InsertNew("INSERT INTO a (k, v) VALUES (?, ?)", "k"), "three", nil); err == nil {
			t.Error("took nothing for a number")
		}
		_, err = db.Writes.Exec("INSERT INTO a (k, v) VALUES ('one', 1)")
		if !store.IsDuplicate(err) {
			t.Error(err)
		}
	})
}

func TestAFullDiskIsNamedWithItsRemedy(t *testing.T) {
	for _, errno := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG} {
		err := store.Explain(fmt.Errorf("write histories: %w", &fs.PathError{Op: "write", Path: "/x", Err: errno}))
		if !errors.Is(err, errno) || !strings.Contains(err.Error(), "make room") || errors.Is(err, store.ErrUnreachable) {
			t.Error(err)
		}
	}
}
