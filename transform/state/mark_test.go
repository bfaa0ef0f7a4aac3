package state

import (
	"path/filepath"
	"testing"
)

func TestOnlyAnUnusedStateIsMarkedAsATestAndBackupsCarryTheMark(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		at, ctx := e.fresh(t), t.Context()
		if marked, err := IsTest(ctx, at); marked || err != nil {
			t.Fatalf("a place without a store: %v, %v", marked, err)
		}
		db := openAt(t, at)
		wantMark(t, db, false)
		must(t, db.MarkTest(ctx))
		must(t, db.MarkTest(ctx))
		wantMark(t, db, true)
		if marked, err := IsTest(ctx, at); !marked || err != nil {
			t.Errorf("looked into from outside: %v, %v", marked, err)
		}
		begin(t, db)
		wants(t, db.MarkTest(ctx), ErrRan)

		file := filepath.Join(t.TempDir(), "copy.db")
		_, err := db.Backup(ctx, file)
		must(t, err)
		moved := openAt(t, e.fresh(t))
		_, err = moved.at(minute*9).Restore(ctx, file, false)
		must(t, err)
		wantMark(t, moved, true)

		used := openAt(t, e.fresh(t))
		begin(t, used)
		wants(t, used.MarkTest(ctx), ErrRan)
		wantMark(t, used, false)
	})
}

func wantMark(t *testing.T, db *DB, want bool) {
	t.Helper()
	if is, err := db.IsTest(t.Context()); is != want || err != nil {
		t.Errorf("marked as a test: %v (%v), want %v", is, err, want)
	}
}
