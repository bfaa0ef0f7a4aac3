package warehouse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

func doubt(a, b string, bits float64) Doubt {
	return Doubt{A: extract.Ref{Source: "shop", ID: a}, B: extract.Ref{Source: "till ß", ID: b}, Bits: bits, Reason: "same name; other 😀"}
}

func doubts(t *testing.T, db *DB) ([]Doubt, transform.Run) {
	t.Helper()
	list, run, err := db.Doubts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return list, run
}

func TestDoubtfulPairsAreThoseOfTheLastRefreshThatWasCommitted(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		if list, run := doubts(t, db); len(list) != 0 || run != 0 {
			t.Error(list, run)
		}
		want := []Doubt{doubt("2", "1", .5), doubt("1", "9 ", -1.999), doubt("1", "9", -2)}
		for run, list := range [][]Doubt{{doubt("7", "7", 0)}, want, {doubt("8", "8", 1)}} {
			s := begin(t, db, transform.Run(run+1))
			if err := s.SaveDoubts(t.Context(), list); err != nil {
				t.Fatal(err)
			}
			if run == 2 { // it is held back
				if err := s.Rollback(); err != nil {
					t.Fatal(err)
				}
				continue
			}
			commit(t, s)
		}
		list, run := doubts(t, db)
		if d := cmp.Diff(want, list); d != "" || run != 2 {
			t.Errorf("run %d: %s", run, d)
		}
	})
}
