package warehouse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
	"clientele/transform"
)

// dayTwo is where the past ends that the tests below look at.
const dayTwo = transform.Day(2)

func differences(t *testing.T, db *DB, before, after transform.Run) []Difference {
	t.Helper()
	list, err := db.Differences(t.Context(), before, after, dayTwo, extract.Instant(2*24*3600*1_000_000))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestDifferencesCountWhatBearsOnThePast(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		late := func(o *extract.Order) *extract.Order { o.At = 3 * 24 * 3600 * 1_000_000; return o }
		first := begin(t, db, 1)
		stage(t, first, extract.Parties, lax, party("p", "Ann"), party("q", "Bob"))
		stage(t, first, extract.Orders, lax, order("same", "p", 1), order("other", "p", 10), order("gone", "p", 100), late(order("late", "p", 5)))
		stage(t, first, extract.Lines, lax, line("other", "1", 10), line("late", "1", 5), line("gone", "1", 100))
		commit(t, first)
		between := begin(t, db, 2)
		stage(t, between, extract.Parties, lax, party("p", "Anna"))
		stage(t, between, extract.Orders, lax, order("other", "p", 11))
		stage(t, between, extract.Lines, lax)
		commit(t, between)
		last := begin(t, db, 3)
		stage(t, last, extract.Parties, lax, party("p", "Ann"), party("q", "Bobby"))
		stage(t, last, extract.Orders, lax, order("same", "p", 1), order("other", "p", 12), order("new", "p", 1000), late(order("late", "p", 6)), late(order("more", "p", 7)))
		stage(t, last, extract.Lines, lax, line("other", "1", 12), line("late", "1", 6), line("new", "1", 1000))
		commit(t, last)
		want := []Difference{
			{Source: "shop", Kind: extract.Parties, Changed: 1},
			{Source: "shop", Kind: extract.Orders, Added: 1, Changed: 1, Gone: 1, Amount: 902 * extract.Unit, Later: 2},
			{Source: "shop", Kind: extract.Lines, Added: 1, Changed: 1, Gone: 1, Amount: 902 * extract.Unit, Later: 1},
		}
		if diff := cmp.Diff(want, differences(t, db, 1, 3)); diff != "" {
			t.Error(diff)
		}
		if list := differences(t, db, 3, 3); len(list) != 0 {
			t.Errorf("a snapshot differs from itself: %+v", list)
		}
	})
}

func TestARowThatMovesPastTheDayLeavesItsWorthBehind(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Orders, lax, order("a", "p", 10))
		commit(t, s)
		s = begin(t, db, 2)
		later := order("a", "p", 10)
		later.At = 3 * 24 * 3600 * 1_000_000
		stage(t, s, extract.Orders, lax, later)
		commit(t, s)
		want := []Difference{{Source: "shop", Kind: extract.Orders, Changed: 1, Amount: -10 * extract.Unit}}
		if diff := cmp.Diff(want, differences(t, db, 1, 2)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestDifferencesNeedBothSnapshots(t *testing.T) {
	db := open(t)
	commit(t, begin(t, db, 1))
	if _, err := db.Differences(t.Context(), 1, 9, dayTwo, 0); err == nil {
		t.Error("compared with a snapshot that is not there")
	}
}
