package state

import (
	"errors"
	"testing"

	"clientele/extract"
	"clientele/transform"

	"github.com/google/go-cmp/cmp"
)

// toldLife is a store where a lost its record a2 to c, and then b was merged into a.
func toldLife(t *testing.T, e engine) (db *DB, a, b, c transform.CustomerID) {
	t.Helper()
	ctx := t.Context()
	db = open(t, e)
	a, mintA := born("a")
	b, mintB := born("b")
	c, mintC := born("c")
	refs := func(ids ...string) (out []extract.Ref) {
		for _, id := range ids {
			out = append(out, ref(id))
		}
		return out
	}
	must(t, db.SaveIDs(ctx, begin(t, db), Changes{
		Links:  []Assigned{{ref("a"), a}, {ref("a2"), a}, {ref("b"), b}},
		Minted: []Minted{mintA, mintB},
		Events: []transform.IDEvent{{Kind: transform.IDMinted, ID: a, Reason: "new", Records: refs("a", "a2")}, {Kind: transform.IDMinted, ID: b, Reason: "new", Records: refs("b")}},
	}))
	must(t, db.SaveIDs(ctx, begin(t, db), Changes{
		Links:  []Assigned{{ref("a2"), c}, {ref("ü \"2\""), c}},
		Minted: []Minted{mintC},
		Events: []transform.IDEvent{{Kind: transform.IDMinted, ID: c, Reason: "left", Records: refs("a2", "ü \"2\"")}, {Kind: transform.IDSplit, ID: a, Into: c, Reason: "apart", Records: refs("a2")}},
	}))
	must(t, db.SaveIDs(ctx, begin(t, db), Changes{
		Links:  []Assigned{{ref("b"), a}},
		Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: b, Into: a, Reason: "same e-mail", Records: refs("b")}, {Kind: transform.IDSurvived, ID: a, Reason: "b joined", Records: refs("b")}},
	}))
	return db, a, b, c
}

func TestTheHistoryOfAnIDNamesRunReasonAndRecords(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db, a, b, c := toldLife(t, e)
		got, err := db.History(t.Context(), a)
		must(t, err)
		started, err := db.Run(t.Context(), 2)
		must(t, err)
		want := []Event{
			{1, started.Started, transform.IDEvent{Kind: transform.IDMinted, ID: a, Reason: "new", Records: []extract.Ref{ref("a"), ref("a2")}}},
			{2, started.Started, transform.IDEvent{Kind: transform.IDSplit, ID: a, Into: c, Reason: "apart", Records: []extract.Ref{ref("a2")}}},
			{3, started.Started, transform.IDEvent{Kind: transform.IDMerged, ID: b, Into: a, Reason: "same e-mail", Records: []extract.Ref{ref("b")}}},
			{3, started.Started, transform.IDEvent{Kind: transform.IDSurvived, ID: a, Reason: "b joined", Records: []extract.Ref{ref("b")}}},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if of, err := db.History(t.Context(), c); err != nil || len(of) != 2 || of[1].Kind != transform.IDSplit {
			t.Errorf("the history of what was split off does not say from whom: %+v %v", of, err)
		}
		_, err = db.History(t.Context(), "0000000000000")
		wants(t, err, ErrUnknownID)
	})
}

func TestMembersAreThoseOfTheRunAskedFor(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db, a, b, c := toldLife(t, e)
		for _, q := range []struct {
			id   transform.CustomerID
			at   transform.Run
			want []string
		}{
			{a, 1, []string{"a", "a2"}},
			{a, 2, []string{"a"}},
			{a, 3, []string{"a", "b"}},
			{a, 0, []string{"a", "b"}},
			{b, 2, []string{"b"}},
			{b, 3, nil},
			{b, 0, nil},
			{c, 1, nil},
			{c, 2, []string{"a2", "ü \"2\""}},
			{c, 0, []string{"a2", "ü \"2\""}},
		} {
			refs, err := db.Members(t.Context(), q.id, q.at)
			must(t, err)
			var got []string
			for _, r := range refs {
				got = append(got, r.ID)
			}
			if diff := cmp.Diff(q.want, got); diff != "" {
				t.Errorf("%s after run %d: %s", q.id, q.at, diff)
			}
		}
		_, err := db.Members(t.Context(), "0000000000000", 0)
		wants(t, err, ErrUnknownID)
	})
}

func TestALogThatNamesNoRecordsIsNotGuessedFrom(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		a, _ := two(t, db)
		_, err := db.Members(t.Context(), a, 1)
		wants(t, err, ErrUnlogged)
		if now, err := db.Members(t.Context(), a, 0); err != nil || len(now) != 2 {
			t.Errorf("%v %v", now, err)
		}
	})
}

func TestForwardsLeadToWhoLivedThen(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx := t.Context()
		db, a, b, c := toldLife(t, e)
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{
			Links:  []Assigned{{ref("a"), c}, {ref("b"), c}},
			Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: a, Into: c}},
		}))
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{Events: []transform.IDEvent{{Kind: transform.IDRetired, ID: c}}}))
		for at, want := range []map[transform.CustomerID]transform.CustomerID{2: {}, 3: {b: a}, 4: {a: c, b: c}, 5: {a: "", b: "", c: ""}} {
			list, err := db.Forwards(ctx, transform.Run(at))
			must(t, err)
			got := map[transform.CustomerID]transform.CustomerID{}
			for _, f := range list {
				got[f.ID] = f.Now
			}
			if diff := cmp.Diff(want, got); at > 1 && diff != "" {
				t.Errorf("after run %d: %s", at, diff)
			}
		}
	})
}

func TestTheLogIsInOrderAndEndsWhereItIsTold(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db, _, _, _ := toldLife(t, e)
		var kinds []string
		for e, err := range db.IDLog(t.Context(), 2) {
			must(t, err)
			kinds = append(kinds, e.Kind)
		}
		if diff := cmp.Diff([]string{"mint", "mint", "mint", "split"}, kinds); diff != "" {
			t.Error(diff)
		}
		var later []string
		for e, err := range db.IDLogBetween(t.Context(), 1, 2) {
			must(t, err)
			later = append(later, e.Kind)
		}
		if diff := cmp.Diff([]string{"mint", "split"}, later); diff != "" {
			t.Error("after run 1: ", diff)
		}
	})
}

func TestACircleMadeByHandIsToldNotFollowed(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		a, b := two(t, db)
		for from, to := range map[transform.CustomerID]transform.CustomerID{a: b, b: a} {
			_, err := db.on.Writes.Exec("UPDATE ids SET retired = 1, forward = ? WHERE id = ?", to, from)
			must(t, err)
		}
		if _, err := db.Follow(t.Context(), a); err == nil || errors.Is(err, ErrUnknownID) {
			t.Errorf("%v", err)
		}
		if list, err := db.Forwards(t.Context(), 9); err != nil || len(list) != 2 || list[0].Now != "" {
			t.Errorf("%v %v", list, err)
		}
	})
}
