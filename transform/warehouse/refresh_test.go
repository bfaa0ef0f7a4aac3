package warehouse

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

func TestOnlyCommittedRefreshesAreSeen(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Orders, whole, order("a", "p", 1))
		first := commit(t, s)

		s = begin(t, db, 2)
		stage(t, s, extract.Orders, lax, order("b", "p", 2))
		if have := ids(t, db, 2); have != "a=1.00 " {
			t.Errorf("seen before the commit: %s", have)
		}
		if err := s.Rollback(); err != nil {
			t.Fatal(err)
		}
		if run, ok, err := db.Latest(t.Context()); run != 1 || !ok || err != nil {
			t.Errorf("latest %d %v %v", run, ok, err)
		}
		if have := ids(t, db, 2); have != "a=1.00 " || digestOf(t, db, 2) != first.Digest {
			t.Errorf("left behind: %s", have)
		}
		s = begin(t, db, 3)
		stage(t, s, extract.Orders, whole, order("a", "p", 1), order("b", "p", 2))
		commit(t, s)
		list, err := db.Snapshots(t.Context())
		if err != nil || len(list) != 2 || list[0] != first || list[1].Run != 3 {
			t.Errorf("%+v %v", list, err)
		}
	})
}

// A copy of the files while a refresh is being written is what a kill leaves.
func TestAKillLeavesTheLastSnapshot(t *testing.T) {
	dir := t.TempDir()
	db, err := Open(t.Context(), store.File(filepath.Join(dir, "w.db")), "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	s := begin(t, db, 1)
	stage(t, s, extract.Orders, whole, order("a", "p", 1))
	commit(t, s)
	s = begin(t, db, 2)
	stage(t, s, extract.Orders, whole, append(orders(20_000), order("a", "p", 1))...)

	after := t.TempDir()
	for _, name := range []string{"w.db", "w.db-wal"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(after, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	again, err := Open(t.Context(), store.File(filepath.Join(after, "w.db")), "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = again.Close() }()
	if have := ids(t, again, 2); have != "a=1.00 " {
		t.Errorf("left behind: %s", have)
	}
	if run, _, err := again.Latest(t.Context()); run != 1 || err != nil {
		t.Errorf("latest %d %v", run, err)
	}
	s = begin(t, again, 2)
	stage(t, s, extract.Orders, whole, order("a", "p", 1), order("b", "p", 2))
	commit(t, s)
}

func TestACancelledRefreshLeavesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		ctx, cancel := context.WithCancel(t.Context())
		s, err := db.Begin(ctx, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		rows := func(yield func(extract.Record, error) bool) {
			for rec := range shopOrders(5000) {
				if rec.Key().ID == "1002000" {
					cancel()
				}
				if !yield(rec, nil) {
					return
				}
			}
		}
		if _, err := s.Stage(ctx, "shop", extract.Orders, rows, whole); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v", err)
		}
		if _, err := s.Commit(t.Context()); !errors.Is(err, context.Canceled) {
			t.Errorf("committed: %v", err)
		}
		if err := s.Rollback(); err != nil {
			t.Errorf("rolling back twice: %v", err)
		}
		if n := count(t, db, "staged_orders"); n != 0 {
			t.Errorf("%d rows left behind", n)
		}
		commit(t, begin(t, db, 1))
	})
}

func TestRefreshesComeOneByOne(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 7)
		if _, err := db.Begin(t.Context(), 8, 0); !errors.Is(err, ErrBusy) {
			t.Errorf("second refresh: %v", err)
		}
		if err := db.SaveMeasure(t.Context(), Measure{Key: "m"}, nil); !errors.Is(err, ErrBusy) {
			t.Errorf("figures during a refresh: %v", err)
		}
		commit(t, s)
		if _, err := s.Stage(t.Context(), "shop", extract.Orders, feed(), whole); err == nil {
			t.Error("staged after the commit")
		}
		for _, run := range []transform.Run{6, 7} {
			if _, err := db.Begin(t.Context(), run, 0); err == nil {
				t.Errorf("run %d after run 7", run)
			}
		}
	})
}

func TestSnapshotsAreFoundByRunAndMoment(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		if _, ok, err := db.Latest(t.Context()); ok || err != nil {
			t.Errorf("an empty warehouse has a snapshot: %v", err)
		}
		for _, run := range []transform.Run{3, 5} { // at 3 s and 5 s
			commit(t, begin(t, db, run))
		}
		for at, want := range map[extract.Instant]transform.Run{2_999_999: 0, 3_000_000: 3, 4_999_999: 3, 5_000_000: 5, 9_000_000: 5} {
			if s, ok, err := db.SnapshotAt(t.Context(), at); s.Run != want || ok != (want != 0) || err != nil {
				t.Errorf("at %d: %d %v %v", at, s.Run, ok, err)
			}
		}
		if _, ok, err := db.Snapshot(t.Context(), 4); ok || err != nil {
			t.Errorf("run 4: %v %v", ok, err)
		}
	})
}

func TestOpeningNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	garbage := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(garbage, []byte("this is no database, but long enough to be looked at as one"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{garbage, filepath.Join(garbage, "w.db")} {
		if _, err := Open(t.Context(), store.File(path), ""); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
	}
	odd := filepath.Join(dir, "50% of #1?.db")
	for range 2 {
		db, err := Open(t.Context(), store.File(odd), "")
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(odd); err != nil {
		t.Error(err)
	}
}
