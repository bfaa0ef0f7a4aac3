package warehouse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/transform"
)

func doubtsAt(t *testing.T, db *DB, run transform.Run) []Doubt {
	t.Helper()
	list, err := db.DoubtsAt(t.Context(), run)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func since(d Doubt, run transform.Run) Doubt {
	d.Since = run
	return d
}

func TestWhatWasToBeReviewedAfterAnyRefreshCanBeAskedLater(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		stays, goes, sharper := doubt("1", "9 ", 2), doubt("1", "9", 1), doubt("1", "9 ", 2.5)
		for run, list := range [][]Doubt{{stays, goes}, {stays}, {sharper, goes}, {}} {
			s := begin(t, db, transform.Run(run+1))
			if err := s.SaveDoubts(t.Context(), list); err != nil {
				t.Fatal(err)
			}
			commit(t, s)
		}
		for run, want := range map[transform.Run][]Doubt{
			1: {since(stays, 1), since(goes, 1)},
			2: {since(stays, 1)},
			3: {since(sharper, 1), since(goes, 3)}, // the one was doubted all the time, the other again
			4: {},
		} {
			if d := cmp.Diff(want, doubtsAt(t, db, run)); d != "" {
				t.Errorf("run %d: %s", run, d)
			}
		}
		if rows, err := db.logged(t.Context(), 2); err != nil || rows[0].From != 1 {
			t.Errorf("a pair doubted again by the same evidence was written again: %v, %v", rows, err)
		}
	})
}

func TestWhatARolledBackRefreshDoubtedIsNotInTheLog(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		if err := s.SaveDoubts(t.Context(), []Doubt{doubt("1", "2", 1)}); err != nil {
			t.Fatal(err)
		}
		if err := s.Rollback(); err != nil {
			t.Fatal(err)
		}
		if list := doubtsAt(t, db, 1); len(list) != 0 {
			t.Error(list)
		}
	})
}

func TestAPairListedTwiceIsLoggedOnce(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		for run := range transform.Run(2) {
			s := begin(t, db, run+1)
			if err := s.SaveDoubts(t.Context(), []Doubt{doubt("1", "2", 1), doubt("1", "2", 1)}); err != nil {
				t.Fatal(err)
			}
			commit(t, s)
		}
		if rows, err := db.logged(t.Context(), 2); err != nil || len(rows) != 1 {
			t.Error(rows, err)
		}
	})
}
