package state

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-sql-driver/mysql"
	"github.com/google/go-cmp/cmp"

	"clientele/transform/store"
)

// stepsOf lists the files of an engine's schema by their numbers.
func stepsOf(t *testing.T, e engine) map[int]string {
	t.Helper()
	names, err := fs.Glob(files, "schema/"+string(e)+"/*.sql")
	must(t, err)
	all := map[int]string{}
	for _, name := range names {
		var n int
		_, err := fmt.Sscanf(path.Base(name), "%05d_", &n)
		must(t, err)
		all[n] = name
	}
	return all
}

// newest is the version of the schema.
func newest(t *testing.T, e engine) int {
	n := 0
	for v := range stepsOf(t, e) {
		n = max(n, v)
	}
	return n
}

// A backup of one engine is restored in the other, so a version means the same in both.
func TestBothEnginesAreOfTheSameVersion(t *testing.T) {
	if a, b := newest(t, store.SQLite), newest(t, store.MySQL); a != b {
		t.Errorf("SQLite is at %d, MySQL at %d", a, b)
	}
}

func TestBothEnginesHaveTheTablesWeList(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		q := "SELECT m.name AS tab, c.name AS col FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT IN ('state_schema', 'sqlite_sequence')"
		if e == store.MySQL {
			q = "SELECT table_name AS tab, column_name AS col FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name <> 'state_schema'"
		}
		var rows []struct{ Tab, Col string }
		must(t, db.on.Reads.Select(&rows, q))
		var have, want []string
		for _, r := range rows {
			have = append(have, r.Tab+"."+r.Col)
		}
		for _, table := range tables {
			for _, c := range table.Columns {
				want = append(want, table.Name+"."+c)
			}
		}
		slices.Sort(have)
		slices.Sort(want)
		if diff := cmp.Diff(want, have); diff != "" {
			t.Error(diff)
		}
	})
}

func TestEveryTableHasAPrimaryKeyAndNoForeignOne(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		keys := "SELECT COUNT(*) FROM pragma_table_info(?) WHERE pk > 0"
		foreign := "SELECT COUNT(*) FROM pragma_foreign_key_list(?)"
		if e == store.MySQL {
			const constraints = "SELECT COUNT(*) FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND table_name = ? AND constraint_type = "
			keys, foreign = constraints+"'PRIMARY KEY'", constraints+"'FOREIGN KEY'"
		}
		for _, table := range tables {
			var k, f int
			must(t, db.on.Reads.Get(&k, keys, table.Name))
			must(t, db.on.Reads.Get(&f, foreign, table.Name))
			if k == 0 || f > 0 {
				t.Errorf("%s has %d key columns and %d foreign keys", table.Name, k, f)
			}
		}
	})
}

// A server folds letters and cuts blanks where it compares texts, but not bytes.
func TestKeysOnAServerAreBytesOrNumbers(t *testing.T) {
	server(t)
	db := open(t, store.MySQL)
	var types []string
	must(t, db.on.Reads.Select(&types, `SELECT DISTINCT c.data_type FROM information_schema.statistics s
		JOIN information_schema.columns c ON c.table_schema = s.table_schema AND c.table_name = s.table_name AND c.column_name = s.column_name
		WHERE s.table_schema = DATABASE() AND s.table_name <> 'state_schema'`))
	for _, is := range types {
		if !slices.Contains([]string{"varbinary", "bigint", "int"}, is) {
			t.Errorf("a key is of type %s", is)
		}
	}
}

// What is kept does not depend on the engine, nor on what a database was made with.
func TestTheSameWorkLeavesTheSameRows(t *testing.T) {
	want := rows(t, full(t, store.SQLite))
	for _, charset := range []string{"latin1 COLLATE latin1_swedish_ci", "utf8mb4 COLLATE utf8mb4_unicode_ci"} {
		t.Run(charset, func(t *testing.T) {
			db := filled(t, openAt(t, database(t, "CHARACTER SET "+charset)))
			if diff := cmp.Diff(want, rows(t, db)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// older opens a store as a release would whose schema ended at a step.
func older(t *testing.T, at store.Options, step int) *store.DB {
	t.Helper()
	known, s := fstest.MapFS{}, schema()
	for n, name := range stepsOf(t, engine(at.Driver)) {
		if n <= step {
			text, err := files.ReadFile(name)
			must(t, err)
			known[name] = &fstest.MapFile{Data: text}
		}
	}
	s.FS = known
	db, err := store.Open(t.Context(), at, s)
	must(t, err)
	t.Cleanup(func() { db.Close() })
	return db
}

func TestAStoreOfAnOlderReleaseIsMigratedWithItsRows(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		for _, step := range []int{16, 19} {
			at := e.fresh(t)
			db := older(t, at, step)
			for _, q := range []string{
				"INSERT INTO runs (id, job, period, as_of, code, args, owner, fence, status, error, details, started, finished) VALUES (7, 'sales', '', 0, '', '', '', 3, 'ok', '', '', 1, 2)",
				"INSERT INTO leases (name, owner, fence, since, expires) VALUES ('jobs', 'north/1', 3, 1, 2)",
				"INSERT INTO ids (id, founder_source, founder_id, n, born, retired, forward) VALUES ('A', 's', '1', 0, 7, 0, '')",
				"INSERT INTO id_events (run, seq, kind, id, forward, reason) VALUES (7, 1, 'mint', 'A', '', 'founded by s/1')",
			} {
				_, err := db.Writes.Exec(q)
				must(t, err)
			}
			must(t, db.Close())
			now := openAt(t, at)
			r, err := now.Run(t.Context(), 7)
			if err != nil || r.Job != "sales" || r.Fence != 3 {
				t.Errorf("from %d: %+v %v", step, r, err)
			}
			if life, err := now.History(t.Context(), "A"); err != nil || len(life) != 1 || life[0].Records != nil {
				t.Errorf("from %d: %+v %v", step, life, err)
			}
			l, err := now.at(minute).Lock(t.Context(), Claim{Owner: "north/2", For: 1})
			if err != nil || l.Fence != 4 {
				t.Errorf("from %d: %+v %v", step, l, err)
			}
		}
	})
}

func TestAnAlteredStoreIsRefused(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		at := e.fresh(t)
		db := openAt(t, at)
		_, err := db.on.Writes.Exec("ALTER TABLE deliveries DROP COLUMN answer")
		must(t, errors.Join(err, db.Close()))
		_, err = Open(t.Context(), at)
		if err == nil || !strings.Contains(err.Error(), "somebody dropped the column answer of its table deliveries; restore a backup") {
			t.Error(err)
		}
	})
}

func TestStateAndSomethingElseInOneDatabaseAreRefused(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		at, other := e.fresh(t), schema()
		other.Table = "warehouse_schema"
		db, err := store.Open(t.Context(), at, other)
		must(t, errors.Join(err, db.Close()))
		_, err = Open(t.Context(), at)
		wants(t, err, store.ErrConfig)
	})
}

// rights are what docs/stores.md asks for.
const rights = "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, CREATE VIEW"

func TestTheRightsTheManualNamesAreEnough(t *testing.T) {
	at := database(t, "CHARACTER SET utf8mb4")
	admin, cfg := server(t)
	t.Cleanup(func() { admin.Close() })
	is, err := mysql.ParseDSN(at.DSN)
	must(t, err)
	for _, host := range []string{"%", "localhost"} {
		for _, q := range []string{"CREATE USER 'cl_enough'@'%s' IDENTIFIED BY 'x'", "GRANT " + rights + " ON " + is.DBName + ".* TO 'cl_enough'@'%s'"} {
			_, err := admin.Exec(fmt.Sprintf(q, host))
			must(t, err)
		}
		t.Cleanup(func() { _, _ = admin.Exec("DROP USER 'cl_enough'@'" + host + "'") })
	}
	cfg.User, cfg.Passwd, cfg.DBName = "cl_enough", "x", is.DBName
	db := filled(t, openAt(t, store.Options{Driver: store.MySQL, DSN: cfg.FormatDSN()}))
	file := backup(t, db)
	_, err = db.at(9*minute).Restore(t.Context(), file, true)
	must(t, err)
}
