package state

import (
	"testing"

	"clientele/extract"
	"clientele/transform"

	"github.com/google/go-cmp/cmp"
)

func word(kind, a, b string) transform.Decision {
	return transform.Decision{Kind: kind, A: ref(a), B: ref(b), Who: "ann", Why: "asked them"}
}

func decide(t *testing.T, db *DB, ds ...transform.Decision) (run transform.Run, added int) {
	t.Helper()
	run = begin(t, db)
	added, err := db.SaveDecisions(t.Context(), run, 7*minute, ds)
	must(t, err)
	return run, added
}

func held(t *testing.T, db *DB, at transform.Run) []Decision {
	t.Helper()
	ds, err := db.Decisions(t.Context(), at)
	must(t, err)
	return ds
}

func TestDecisionHoldsWhicheverRecordIsNamedFirst(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		first, added := decide(t, db, word(transform.MustLink, "2", "1"))
		if added != 1 {
			t.Fatalf("%d added", added)
		}
		want := []Decision{{Decision: word(transform.MustLink, "1", "2"), Number: 1, At: 7 * minute, From: first}}
		if diff := cmp.Diff(want, held(t, db, 0)); diff != "" {
			t.Error(diff)
		}
		if _, added = decide(t, db, word(transform.MustLink, "1", "2")); added != 0 {
			t.Error("the same word was added again")
		}
	})
}

func TestOppositeWordReplacesAndThePastIsKnown(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		first, _ := decide(t, db, word(transform.MustLink, "1", "2"), word(transform.MustLink, "3", "4"))
		second, _ := decide(t, db, word(transform.CannotLink, "2", "1"))
		third := begin(t, db)
		gone, err := db.Withdraw(t.Context(), third, ref("4"), ref("3"))
		if err != nil || !gone {
			t.Fatal(gone, err)
		}
		if gone, err = db.Withdraw(t.Context(), third, ref("4"), ref("3")); err != nil || gone {
			t.Error("withdrew a word that no longer holds", err)
		}
		for run, want := range map[transform.Run][]string{
			first: {transform.MustLink, transform.MustLink}, second: {transform.CannotLink, transform.MustLink},
			third: {transform.CannotLink}, 0: {transform.CannotLink},
		} {
			var kinds []string
			for _, d := range held(t, db, run) {
				kinds = append(kinds, d.Kind)
			}
			if diff := cmp.Diff(want, kinds); diff != "" {
				t.Errorf("at run %d: %s", run, diff)
			}
		}
	})
}

func TestDigestIsOfTheWordsNotOfTheirHistory(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		straight, detour := open(t, e), open(t, e)
		decide(t, straight, word(transform.MustLink, "1", "2"), word(transform.MustLink, "3", "4"))
		decide(t, detour, word(transform.CannotLink, "3", "4"))
		decide(t, detour, word(transform.MustLink, "4", "3"))
		if Digest(held(t, straight, 0)) == Digest(held(t, detour, 0)) {
			t.Error("a word is missing, yet the digest is the same")
		}
		decide(t, detour, word(transform.MustLink, "2", "1"))
		if Digest(held(t, straight, 0)) != Digest(held(t, detour, 0)) {
			t.Error("the same words hold, yet the digest differs")
		}
	})
}

func TestSaveDecisionsRefusesAllOrNothing(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		for name, bad := range map[string]transform.Decision{
			"a kind that does not exist":    word("maybe", "1", "2"),
			"a record and itself":           word(transform.MustLink, "1", "1"),
			"a record without an id":        word(transform.MustLink, "1", ""),
			"a record without a source":     {Kind: transform.MustLink, A: extract.Ref{ID: "1"}, B: ref("2")},
			"both ways in one go":           word(transform.CannotLink, "9", "8"),
			"both ways with the order swap": word(transform.CannotLink, "8", "9"),
		} {
			t.Run(name, func(t *testing.T) {
				db := open(t, e)
				_, err := db.SaveDecisions(t.Context(), begin(t, db), minute, []transform.Decision{word(transform.MustLink, "8", "9"), bad})
				if err == nil || len(held(t, db, 0)) != 0 {
					t.Errorf("error %v, kept %v", err, held(t, db, 0))
				}
			})
		}
	})
}

func TestWithdrawnWordCanBeGivenAgainInTheSameRun(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run, _ := decide(t, db, word(transform.MustLink, "1", "2"))
		_, err := db.Withdraw(t.Context(), run, ref("1"), ref("2"))
		must(t, err)
		_, err = db.SaveDecisions(t.Context(), run, minute, []transform.Decision{word(transform.CannotLink, "1", "2")})
		must(t, err)
		if ds := held(t, db, 0); len(ds) != 1 || ds[0].Kind != transform.CannotLink {
			t.Errorf("%+v", ds)
		}
	})
}
