package state

import (
	"errors"
	"testing"

	"clientele/transform"

	"github.com/google/go-cmp/cmp"
)

func TestDecisionsAreNumberedAndNoNumberIsGivenTwice(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		decide(t, db, word(transform.MustLink, "1", "2"), word(transform.MustLink, "3", "4"))
		run, _ := decide(t, db, word(transform.CannotLink, "1", "2"))
		_, err := db.WithdrawDecision(t.Context(), Withdrawal{Number: 3, Run: run, Who: "ann", Why: "wrong Ann", At: minute})
		must(t, err)
		decide(t, db, word(transform.CannotLink, "1", "2"))
		all, err := db.AllDecisions(t.Context())
		must(t, err)
		var numbers []int64
		var open []bool
		for _, d := range all {
			numbers, open = append(numbers, d.Number), append(open, d.To == 0)
		}
		if d := cmp.Diff([]int64{1, 2, 3, 4}, numbers); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]bool{false, true, false, true}, open); d != "" {
			t.Error(d)
		}
	})
}

func TestAWithdrawnDecisionHoldsNoMoreAndWhoWithdrewItIsKept(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		first, _ := decide(t, db, word(transform.MustLink, "1", "2"))
		second := begin(t, db)
		w := Withdrawal{Number: 1, Run: second, Who: "bo", Why: "two people after all\xff", At: 9 * minute}
		d, err := db.WithdrawDecision(t.Context(), w)
		must(t, err)
		if d.Kind != transform.MustLink || d.To != second || d.From != first {
			t.Errorf("%+v", d)
		}
		if ds := held(t, db, 0); len(ds) != 0 {
			t.Errorf("it still holds: %+v", ds)
		}
		if ds := held(t, db, first); len(ds) != 1 {
			t.Errorf("that it held at run %d is forgotten", first)
		}
		w.Why = "two people after all\uFFFD"
		kept, err := db.Withdrawals(t.Context())
		must(t, err)
		if diff := cmp.Diff([]Withdrawal{w}, kept); diff != "" {
			t.Error(diff)
		}
		if _, err = db.WithdrawDecision(t.Context(), w); !errors.Is(err, ErrOver) {
			t.Errorf("withdrawn twice: %v", err)
		}
		for _, n := range []int64{0, -1, 2} {
			w.Number = n
			if _, err = db.WithdrawDecision(t.Context(), w); !errors.Is(err, ErrNoDecision) {
				t.Errorf("number %d: %v", n, err)
			}
		}
	})
}
