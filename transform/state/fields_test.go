package state

import (
	"errors"
	"testing"

	"clientele/extract"
	"clientele/transform"

	"github.com/google/go-cmp/cmp"
)

func fieldWord(record, field, value string) transform.FieldDecision {
	return transform.FieldDecision{Record: ref(record), Field: field, Value: value, Who: "ann", Why: "asked them"}
}

func decideFields(t *testing.T, db *DB, ds ...transform.FieldDecision) (run transform.Run, added int) {
	t.Helper()
	run = begin(t, db)
	added, err := db.SaveFieldDecisions(t.Context(), run, 7*minute, ds)
	must(t, err)
	return run, added
}

func fieldsAt(t *testing.T, db *DB, at transform.Run) []FieldDecision {
	t.Helper()
	ds, err := db.FieldDecisions(t.Context(), at)
	must(t, err)
	return ds
}

func TestALaterWordOnAFieldReplacesAndThePastIsKnown(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		decide(t, db, word(transform.MustLink, "8", "9")) // number 1: all decisions are numbered together
		first, added := decideFields(t, db, fieldWord("1", "email", "ann@x.org"))
		if added != 1 {
			t.Fatalf("%d added", added)
		}
		if _, added = decideFields(t, db, fieldWord("1", "email", "ann@x.org")); added != 0 {
			t.Error("the same word was added again")
		}
		taken := transform.FieldDecision{Record: ref("1"), Field: "email", From: ref("2"), Who: "bo", Why: "newer"}
		second, _ := decideFields(t, db, taken)
		decide(t, db, word(transform.CannotLink, "3", "4"))

		was := FieldDecision{FieldDecision: fieldWord("1", "email", "ann@x.org"), Number: 2, Since: first, Until: second}
		is := FieldDecision{FieldDecision: taken, Number: 3, Since: second}
		was.At, is.At = 7*minute, 7*minute
		if d := cmp.Diff([]FieldDecision{is}, fieldsAt(t, db, 0)); d != "" {
			t.Error("now:", d)
		}
		if d := cmp.Diff([]FieldDecision{was}, fieldsAt(t, db, first)); d != "" {
			t.Error("then:", d)
		}
		all, err := db.AllFieldDecisions(t.Context())
		must(t, err)
		if d := cmp.Diff([]FieldDecision{was, is}, all); d != "" {
			t.Error("ever:", d)
		}
		if pairs := held(t, db, 0); pairs[0].Number == pairs[1].Number || max(pairs[0].Number, pairs[1].Number) != 4 {
			t.Errorf("numbers %d and %d, want 4 after the fields'", pairs[0].Number, pairs[1].Number)
		}
	})
}

func TestAWordOnAFieldIsWithdrawnOnce(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		decideFields(t, db, fieldWord("1", "rep", "Ohm"))
		run := begin(t, db)
		gone, err := db.WithdrawFieldDecision(t.Context(), Withdrawal{Number: 1, Run: run, Who: "bo", Why: "left", At: 9 * minute})
		if err != nil || gone.Until != run || gone.Value != "Ohm" {
			t.Fatalf("%+v, %v", gone, err)
		}
		if left := fieldsAt(t, db, 0); len(left) != 0 {
			t.Errorf("still holds: %v", left)
		}
		if _, err := db.WithdrawFieldDecision(t.Context(), Withdrawal{Number: 1, Run: run}); !errors.Is(err, ErrOver) {
			t.Errorf("withdrawn twice: %v", err)
		}
		if _, err := db.WithdrawFieldDecision(t.Context(), Withdrawal{Number: 7, Run: run}); !errors.Is(err, ErrNoDecision) {
			t.Errorf("a number nobody has: %v", err)
		}
		said, err := db.Withdrawals(t.Context())
		must(t, err)
		if d := cmp.Diff([]Withdrawal{{Number: 1, Run: run, Who: "bo", Why: "left", At: 9 * minute}}, said); d != "" {
			t.Error(d)
		}
	})
}

func TestAWordOnAFieldSaysOneThing(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		both := fieldWord("1", "email", "ann@x.org")
		both.From = ref("2")
		for what, d := range map[string]transform.FieldDecision{
			"no record": {Field: "email", Value: "x"}, "no field": {Record: ref("1"), Value: "x"}, "nothing": {Record: ref("1"), Field: "email"},
			"value and record": both, "half a record": {Record: ref("1"), Field: "email", From: extract.Ref{Source: "shop"}},
		} {
			run := begin(t, db)
			if _, err := db.SaveFieldDecisions(t.Context(), run, minute, []transform.FieldDecision{fieldWord("5", "rep", "Ohm"), d}); err == nil {
				t.Errorf("%s: taken", what)
			}
		}
		if kept := fieldsAt(t, db, 0); len(kept) != 0 {
			t.Errorf("kept half of a refused list: %v", kept)
		}
	})
}

func TestWordsOnFieldsChangeTheDigest(t *testing.T) {
	pair := []Decision{{Decision: word(transform.MustLink, "1", "2")}}
	a, b := FieldDecision{FieldDecision: fieldWord("1", "rep", "Ohm")}, FieldDecision{FieldDecision: fieldWord("1", "rep", "Ek")}
	if DigestWith(pair, nil) != Digest(pair) {
		t.Error("without words on fields the digest is another than before")
	}
	if DigestWith(pair, []FieldDecision{a}) == DigestWith(pair, []FieldDecision{b}) || DigestWith(nil, []FieldDecision{a}) == Digest(nil) {
		t.Error("words on fields do not count")
	}
}
