package warehouse

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"clientele/extract"
	"clientele/transform"
)

// keep begins a refresh, stages orders, keeps the reading, and dies.
func keep(t *testing.T, db *DB, run transform.Run, o Options, rows ...any) Reading {
	t.Helper()
	s := begin(t, db, run)
	stage(t, s, extract.Orders, o, rows...)
	if err := s.Keep(t.Context(), "as mapped"); err != nil {
		t.Fatal(err)
	}
	if err := s.Rollback(); err != nil {
		t.Fatal(err)
	}
	r, found, err := db.Pending(t.Context())
	if err != nil || !found || r.Run != run || r.Sources != "as mapped" || r.At != extract.Instant(run)*1_000_000 {
		t.Fatalf("pending %+v, %v, %v", r, found, err)
	}
	return r
}

// shows is what readers see of a snapshot.
type shows struct {
	Rows, Digest string
	Coverage     []transform.Coverage
	Asides       []extract.Reject
	Histories    []transform.History
}

func shownAt(t *testing.T, db *DB, run transform.Run) shows {
	t.Helper()
	c, err := db.CoverageAt(t.Context(), run)
	a, err2 := db.Asides(t.Context(), run, 99)
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	return shows{ids(t, db, run), digestOf(t, db, run), c, a, histories(t, db, run)}
}

func publish(t *testing.T, s *Staging) Snapshot {
	t.Helper()
	links, customers := everybody()
	save(t, s, links, customers)
	return commit(t, s)
}

func TestAReadingThatIsKeptIsSeenByNobodyUntilItIsPublished(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		s := begin(t, db, 1)
		stage(t, s, extract.Orders, lax, order("a", "p", 1), order("b", "p", 2))
		publish(t, s)
		before := shownAt(t, db, 1)
		from := keep(t, db, 2, lax, order("a", "p", 1), order("b", "p", 20), order("c", "p", 3), reject("d"))
		if d := cmp.Diff(before, shownAt(t, db, 1), cmpopts.IgnoreUnexported(transform.Customer{})); d != "" {
			t.Errorf("the snapshot before shows what was only read:\n%s", d)
		}
		if run, _, err := db.Latest(t.Context()); err != nil || run != 1 {
			t.Errorf("latest %d, %v", run, err)
		}
		if n, err := db.Highest(t.Context()); err != nil || n != 2 {
			t.Errorf("highest %d, %v: run 2 has left a reading", n, err)
		}
		s, err := db.Resume(t.Context(), 5, from)
		if err != nil {
			t.Fatal(err)
		}
		c, err := s.Coverage(t.Context())
		if err != nil || len(c) != 1 || c[0].Read != 4 || c[0].Changed != 1 || c[0].Added != 1 || c[0].Aside != 1 {
			t.Errorf("coverage %+v, %v", c, err)
		}
		shot := publish(t, s)
		if shot.Run != 5 || shot.At != from.At || shot.Digest != from.Digest {
			t.Errorf("snapshot %+v of reading %+v", shot, from)
		}
		if have := ids(t, db, 5); have != "a=1.00 b=20.00 c=3.00 " {
			t.Error(have)
		}
		kept, err := db.CoverageAt(t.Context(), 5)
		asides, err2 := readAside(t, db, 5)
		if err := errors.Join(err, err2); err != nil || !cmp.Equal(kept, c) || len(asides) != 1 {
			t.Errorf("the account of what was read did not go along: %+v, %+v, %v", kept, asides, err)
		}
		if _, found, err := db.Pending(t.Context()); err != nil || found {
			t.Error("still pending", err)
		}
		if d := cmp.Diff(before, shownAt(t, db, 1), cmpopts.IgnoreUnexported(transform.Customer{})); d != "" {
			t.Errorf("the snapshot before changed:\n%s", d)
		}
	})
}

func TestReadAgainInsteadOfResumedGivesTheSameSnapshot(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		rows := []any{order("a", "p", 1), order("b", "p", 20)}
		straight := open(t)
		s := begin(t, straight, 1)
		stage(t, s, extract.Orders, lax, rows...)
		want := publish(t, s)

		db := open(t)
		from := keep(t, db, 1, lax, order("b", "p", 2), order("c", "p", 3), reject("d"))
		s = begin(t, db, 2)
		stage(t, s, extract.Orders, lax, rows...)
		if err := s.Keep(t.Context(), "as mapped"); err != nil {
			t.Fatal(err)
		}
		have := publish(t, s)
		if have.Digest != want.Digest || have.Links != want.Links || have.Customers != want.Customers {
			t.Errorf("%+v, undisturbed %+v", have, want)
		}
		if ids(t, db, 2) != ids(t, straight, 1) {
			t.Errorf("%s, undisturbed %s", ids(t, db, 2), ids(t, straight, 1))
		}
		if _, err := db.Resume(t.Context(), 3, from); err == nil || !strings.Contains(err.Error(), "run 2 has read the sources since") {
			t.Errorf("resumed what was abandoned: %v", err)
		}
		if n := count(t, db, "aside") + count(t, db, "coverage"); n != 1 {
			t.Errorf("%d rows of account, want that of run 2 alone", n)
		}
		publish(t, begin(t, db, 4)) // the refused one holds nothing
	})
}

func TestNothingIsAddedToAReadingThatIsKept(t *testing.T) {
	db := open(t)
	s := begin(t, db, 1)
	if err := s.Keep(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	_, err := s.Stage(t.Context(), "shop", extract.Orders, feed(order("a", "p", 1)), lax)
	if err == nil || !strings.Contains(err.Error(), "kept already") {
		t.Error(err)
	}
	if _, err := s.Commit(t.Context()); err == nil {
		t.Error("committed after an error")
	}
}

// Fifteen of a hundred may go at once where a fifth may; but not fifteen at each of
// several readings of which none was published.
func TestWhatVanishedIsHeldAgainstTheLastSnapshot(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db, all, strict := open(t), orders(200), Options{Full: true, MaxVanished: 0.2}
		s := begin(t, db, 1)
		stage(t, s, extract.Orders, strict, all...)
		publish(t, s)
		keep(t, db, 2, strict, all[30:]...)
		s = begin(t, db, 3)
		_, err := s.Stage(t.Context(), "shop", extract.Orders, feed(all[60:]...), strict)
		if !errors.Is(err, ErrVanished) || !strings.Contains(err.Error(), "60 of 200") {
			t.Errorf("%v", err)
		}
		if err := s.Rollback(); err != nil {
			t.Fatal(err)
		}
		s = begin(t, db, 4)
		if c := stage(t, s, extract.Orders, strict, append(all[40:], order("new", "p", 1))...); c.Vanished != 10 || c.Kept != 161 {
			t.Errorf("%+v", c)
		}
		publish(t, s)
		s = begin(t, db, 5)
		stage(t, s, extract.Orders, strict, all[70:]...)
		publish(t, s)
	})
}

func TestAReadingOfTheWrongDatabaseDoesNotStopTheRightOne(t *testing.T) {
	onEach(t, func(t *testing.T, open opener) {
		db := open(t)
		keep(t, db, 1, whole, order("x", "p", 1), order("y", "p", 1))
		s := begin(t, db, 2)
		stage(t, s, extract.Orders, whole, order("a", "p", 1))
		publish(t, s)
		if have := ids(t, db, 2); have != "a=1.00 " {
			t.Error(have)
		}
	})
}

func TestKindsThatAreNotReadAgainAreNamed(t *testing.T) {
	db := open(t)
	s := begin(t, db, 1)
	stage(t, s, extract.Orders, lax, order("a", "p", 1))
	stage(t, s, extract.Parties, lax, party("p", "P"))
	publish(t, s)
	s = begin(t, db, 2)
	stage(t, s, extract.Parties, lax, party("p", "P"))
	if d := cmp.Diff([]Origin{{"shop", extract.Orders}}, s.Unread()); d != "" {
		t.Error(d)
	}
}
