package state

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

const minute = extract.Instant(60_000_000)

func open(t *testing.T, e engine) *DB {
	t.Helper()
	return openAt(t, e.fresh(t))
}

func openAt(t *testing.T, o store.Options) *DB {
	t.Helper()
	db, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// at is the store at another time of its clock.
func (db *DB) at(now extract.Instant) *DB {
	moved := *db
	moved.clock = func(context.Context, session) (extract.Instant, error) { return now, nil }
	return &moved
}

// claim is somebody's, for a minute.
func claim(owner string) Claim { return Claim{Owner: owner, For: time.Minute} }

// begin starts a run without a lease.
func begin(t *testing.T, db *DB) transform.Run {
	t.Helper()
	run, err := db.StartRun(t.Context(), Run{Job: "sales", Period: "2026-10", Started: minute})
	if err != nil {
		t.Fatal(err)
	}
	return run
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wants(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("got error %v, want %v", err, want)
	}
}

func TestEveryQueryPrepares(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		for name, query := range db.queries {
			stmt, err := db.on.Writes.PrepareNamed(query)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			stmt.Close()
		}
		if len(db.queries) < 40 {
			t.Errorf("only %d queries were found", len(db.queries))
		}
	})
}

func TestOpenSurvivesPowerCutsAndIsPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new folder", "what? 100%.db")
	db := openAt(t, store.File(path))
	var mode string
	var synchronous int
	must(t, db.on.Writes.Get(&mode, "PRAGMA journal_mode"))
	must(t, db.on.Writes.Get(&synchronous, "PRAGMA synchronous"))
	if mode != "wal" || synchronous != 2 {
		t.Errorf("journal %s, synchronous %d; want wal, 2 (FULL)", mode, synchronous)
	}
	info, err := os.Stat(path)
	must(t, err)
	if info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v", info.Mode())
	}
}

func TestOpenRefusesNewerSchema(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		path := e.fresh(t)
		db := openAt(t, path)
		_, err := db.on.Writes.Exec("INSERT INTO state_schema (version_id, is_applied) VALUES (999, 1)")
		must(t, errors.Join(err, db.Close()))
		_, err = Open(t.Context(), path)
		wants(t, err, ErrNewer)
	})
}

func TestOpenRefusesWhatIsNoStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state.db")
	must(t, os.WriteFile(path, []byte("this is a letter, and a long one, not a database at all"), 0o600))
	if _, err := Open(t.Context(), store.File(path)); err == nil {
		t.Fatal("opened a text file")
	}
}

func TestOpenedByManyAtOnceForTheFirstTime(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		path := e.fresh(t)
		var group sync.WaitGroup
		errs := make([]error, 4)
		for i := range errs {
			group.Go(func() {
				db, err := Open(context.Background(), path)
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

func TestMeta(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		if _, found, err := db.Meta(t.Context(), "colour"); err != nil || found {
			t.Fatal(found, err)
		}
		for _, want := range []string{"green", "green", "", "red"} {
			must(t, db.SetMeta(t.Context(), "colour", want))
			got, found, err := db.Meta(t.Context(), "colour")
			if err != nil || !found || got != want {
				t.Fatalf("got %q %v %v, want %q", got, found, err, want)
			}
		}
	})
}

func TestModelsKeepTheirVersions(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		for i, body := range []string{"one", "one", "two", "one", ""} {
			version, err := db.PutModel(t.Context(), run, "links", []byte(body))
			must(t, err)
			if want := []int64{1, 1, 2, 3, 4}[i]; version != want {
				t.Errorf("%q became version %d, want %d", body, version, want)
			}
		}
		for version, want := range map[int64]string{0: "", 1: "one", 2: "two", 3: "one", 4: ""} {
			m, found, err := db.Model(t.Context(), "links", version)
			if err != nil || !found || string(m.Body) != want {
				t.Errorf("version %d: %q %v %v, want %q", version, m.Body, found, err, want)
			}
		}
		if _, found, _ := db.Model(t.Context(), "links", 5); found {
			t.Error("found a version that was never put")
		}
	})
}

func TestNothingOfAFailedTransactionStays(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		err := db.write(t.Context(), func(s session) error {
			_, err := s.exec(t.Context(), "meta-set", "colour", "green")
			return errors.Join(err, sql.ErrConnDone)
		})
		wants(t, err, sql.ErrConnDone)
		if _, found, _ := db.Meta(t.Context(), "colour"); found {
			t.Error("half a transaction was kept")
		}
	})
}

func ref(id string) extract.Ref { return extract.Ref{Source: "shop", ID: id} }

func named(i int) string { return fmt.Sprintf("n%d", i) }
