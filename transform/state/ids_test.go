package state

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"

	"github.com/google/go-cmp/cmp"
)

func born(id string) (transform.CustomerID, Minted) {
	c := transform.NewID(ref(id), 0)
	return c, Minted{ID: c, Founder: ref(id)}
}

// two is a store with customers a (records a, a2) and b (record b).
func two(t *testing.T, db *DB) (a, b transform.CustomerID) {
	t.Helper()
	a, mintA := born("a")
	b, mintB := born("b")
	must(t, db.SaveIDs(t.Context(), begin(t, db), Changes{
		Links:  []Assigned{{ref("a"), a}, {ref("a2"), a}, {ref("b"), b}},
		Minted: []Minted{mintA, mintB},
		Events: []transform.IDEvent{{Kind: transform.IDMinted, ID: a, Reason: "new"}, {Kind: transform.IDMinted, ID: b, Reason: "new"}},
	}))
	return a, b
}

func TestIDsComeBackAsSaved(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		path := e.fresh(t)
		db := openAt(t, path)
		a, b := two(t, db)
		must(t, db.Close())
		got, err := openAt(t, path).IDs(t.Context())
		must(t, err)
		want := Crosswalk{
			Current: map[extract.Ref]transform.CustomerID{ref("a"): a, ref("a2"): a, ref("b"): b},
			Born:    map[transform.CustomerID]Birth{a: {ref("a"), 0, 1}, b: {ref("b"), 0, 1}},
			Retired: map[transform.CustomerID]transform.CustomerID{},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if !got.Used(a) || got.Used("0000000000000") {
			t.Error("Used does not tell given ids from others")
		}
	})
}

func TestAMergedIDForwardsForGood(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		a, b := two(t, db)
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{
			Links:  []Assigned{{ref("b"), a}},
			Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: b, Into: a, Reason: "same e-mail", Records: []extract.Ref{ref("b")}}},
		}))
		for _, id := range []transform.CustomerID{a, b} {
			if is, err := db.Follow(ctx, id); is.Now != a || !is.Live || err != nil {
				t.Errorf("%s leads to %+v %v, want %s", id, is, err, a)
			}
		}
		if ids, err := db.IDs(ctx); err != nil || ids.Retired[b] != a || !ids.Used(b) {
			t.Errorf("retired: %v %v", ids.Retired, err)
		}
		if err := db.SaveIDs(ctx, begin(t, db), Changes{
			Links:  []Assigned{{ref("b"), b}},
			Events: []transform.IDEvent{{Kind: transform.IDRevived, ID: b, Reason: "split again"}},
		}); err == nil {
			t.Error("an id that forwards was given back to a customer")
		}
	})
}

func TestARetiredIDKeepsItsRecordsAndComesBackWithThem(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		_, b := two(t, db)
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{Events: []transform.IDEvent{{Kind: transform.IDRetired, ID: b, Reason: "no record is left", Records: []extract.Ref{ref("b")}}}}))
		ids, err := db.IDs(ctx)
		if into, retired := ids.Retired[b]; err != nil || !retired || into != "" || ids.Current[ref("b")] != b {
			t.Errorf("%+v %v", ids, err)
		}
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{Events: []transform.IDEvent{{Kind: transform.IDRevived, ID: b, Reason: "back", Records: []extract.Ref{ref("b")}}}}))
		if is, err := db.Follow(ctx, b); is.Now != b || !is.Live || err != nil {
			t.Errorf("%s leads to %+v %v", b, is, err)
		}
	})
}

func TestForwardingIsFollowedToItsEnd(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		a, b := two(t, db)
		c, mintC := born("c")
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{
			Links: []Assigned{{ref("a"), c}, {ref("a2"), c}, {ref("c"), c}}, Minted: []Minted{mintC},
			Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: a, Into: c}},
		}))
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{
			Links:  []Assigned{{ref("a"), b}, {ref("a2"), b}, {ref("c"), b}},
			Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: c, Into: b}},
		}))
		if is, err := db.Follow(ctx, a); is.Now != b || !is.Live || err != nil {
			t.Errorf("%s leads to %+v %v, want %s", a, is, err, b)
		}
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{
			Links:  []Assigned{{Ref: ref("a")}, {Ref: ref("a2")}, {Ref: ref("b")}, {Ref: ref("c")}},
			Events: []transform.IDEvent{{Kind: transform.IDRetired, ID: b}},
		}))
		if is, err := db.Follow(ctx, a); is.Now != b || is.Live || err != nil {
			t.Errorf("%s leads to %+v %v, want %s", a, is, err, b)
		}
		_, err := db.Follow(ctx, "0000000000000")
		wants(t, err, ErrUnknownID)
	})
}

func TestSaveIDsRefuses(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		a, mintA := born("a")
		b, _ := born("b")
		c, mintC := born("c")
		for name, changes := range map[string]Changes{
			"an id given twice":                  {Minted: []Minted{mintA}},
			"a record of an id never born":       {Links: []Assigned{{ref("x"), c}}},
			"a record of a merged id":            {Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: a, Into: b}}},
			"an id that forwards to itself":      {Links: []Assigned{{Ref: ref("b")}}, Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: b, Into: b}}},
			"an id that forwards to nobody":      {Links: []Assigned{{Ref: ref("b")}}, Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: b, Into: c}}},
			"two ids that forward to each other": {Links: []Assigned{{Ref: ref("a")}, {Ref: ref("a2")}, {Ref: ref("b")}}, Events: []transform.IDEvent{{Kind: transform.IDMerged, ID: a, Into: b}, {Kind: transform.IDMerged, ID: b, Into: a}}},
			"a record whose key is no text":      {Events: []transform.IDEvent{{Kind: transform.IDSurvived, ID: a, Records: []extract.Ref{ref("\xff")}}}},
			"a customer without a record":        {Minted: []Minted{mintC}},
			"a customer whose records went away": {Links: []Assigned{{ref("b"), a}}},
			"to revive the living":               {Events: []transform.IDEvent{{Kind: transform.IDRevived, ID: a}}},
			"to retire the unknown":              {Events: []transform.IDEvent{{Kind: transform.IDRetired, ID: c}}},
			"an event nobody knows":              {Events: []transform.IDEvent{{Kind: "marry", ID: a, Into: b}}},
		} {
			t.Run(name, func(t *testing.T) {
				db := open(t, e)
				two(t, db)
				before, err := db.IDs(t.Context())
				must(t, err)
				if err := db.SaveIDs(t.Context(), begin(t, db), changes); err == nil {
					t.Fatal("was saved")
				}
				after, err := db.IDs(t.Context())
				must(t, err)
				if diff := cmp.Diff(before, after); diff != "" {
					t.Error("something of it stayed", diff)
				}
			})
		}
	})
}

func TestIDIsNeverGivenAgainEvenAfterRetiring(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		_, b := two(t, db)
		must(t, db.SaveIDs(ctx, begin(t, db), Changes{
			Links: []Assigned{{Ref: ref("b")}}, Events: []transform.IDEvent{{Kind: transform.IDRetired, ID: b}},
		}))
		_, mintB := born("b")
		wants(t, db.SaveIDs(ctx, begin(t, db), Changes{Links: []Assigned{{ref("b"), b}}, Minted: []Minted{mintB}}), ErrUsed)
	})
}

func TestSaveIDsTwiceInOneRunKeepsBothLogs(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		a, _ := two(t, db)
		run := begin(t, db)
		for range 2 {
			must(t, db.SaveIDs(ctx, run, Changes{Events: []transform.IDEvent{{Kind: transform.IDSplit, ID: a}}}))
		}
		if events, err := db.History(ctx, a); err != nil || len(events) != 3 {
			t.Errorf("%d events, want 3: %v", len(events), err)
		}
	})
}

func BenchmarkSaveIDs(b *testing.B) {
	for _, e := range []engine{store.SQLite, store.MySQL} {
		b.Run(string(e), func(b *testing.B) { benchmarkSaveIDs(b, e) })
	}
}

func benchmarkSaveIDs(b *testing.B, e engine) {
	c := Changes{}
	for i := range 10_000 {
		id, m := born(named(i))
		c.Minted, c.Links = append(c.Minted, m), append(c.Links, Assigned{ref(named(i)), id})
		c.Events = append(c.Events, transform.IDEvent{Kind: transform.IDMinted, ID: id, Reason: "new"})
	}
	for b.Loop() {
		b.StopTimer()
		db, err := Open(b.Context(), e.fresh(b))
		if err != nil {
			b.Fatal(err)
		}
		run, err := db.StartRun(b.Context(), Run{})
		b.StartTimer()
		if err == nil {
			err = db.SaveIDs(b.Context(), run, c)
		}
		if err != nil {
			b.Fatal(err)
		}
		db.Close()
	}
	b.ReportMetric(float64(b.N)*10_000/b.Elapsed().Seconds(), "ids/s")
}
