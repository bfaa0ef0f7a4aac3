package state

import "testing"

func TestDecide(t *testing.T) {
	is := func(revision int, s State, edition string) Delivery {
		return Delivery{Key: Key{Revision: revision}, State: s, Edition: edition}
	}
	for _, c := range []struct {
		rule     string
		previous []Delivery
		correct  bool
		do       Deed
		revision int
		again    bool
	}{
		{"never planned: send", nil, false, Send, 1, false},
		{"planned by a run that died: send the same revision", []Delivery{is(1, Planned, "new")}, false, Send, 1, true},
		{"died while sending: certainly not arrived, send", []Delivery{is(1, Sending, "new")}, false, Send, 1, true},
		{"deferred: send again", []Delivery{is(1, Deferred, "new")}, false, Send, 1, true},
		{"deferred with older content: send the content of now", []Delivery{is(1, Deferred, "old")}, false, Send, 1, true},
		{"rejected: a rerun tries again", []Delivery{is(1, Rejected, "new")}, false, Send, 1, true},
		{"unknown: never again unasked", []Delivery{is(1, Unknown, "new")}, false, Ask, 1, false},
		{"unknown: not even as a correction", []Delivery{is(1, Unknown, "old")}, true, Ask, 1, false},
		{"died while committing: as unknown", []Delivery{is(1, Committing, "new")}, true, Ask, 1, false},
		{"accepted, same content: nothing", []Delivery{is(1, Accepted, "new")}, false, Nothing, 1, false},
		{"accepted, same content, correction allowed: still nothing", []Delivery{is(1, Accepted, "new")}, true, Nothing, 1, false},
		{"accepted, other content: stop", []Delivery{is(1, Accepted, "old")}, false, Stop, 1, false},
		{"accepted, other content, word given: next revision", []Delivery{is(1, Accepted, "old")}, true, Correct, 2, false},
		{"correction accepted, same: nothing", []Delivery{is(1, Accepted, "old"), is(2, Accepted, "new")}, false, Nothing, 2, false},
		{"the order of the list does not matter", []Delivery{is(2, Accepted, "new"), is(1, Accepted, "old")}, false, Nothing, 2, false},
		{"back to what the first said: the latest counts", []Delivery{is(1, Accepted, "new"), is(2, Accepted, "old")}, false, Stop, 2, false},
		{"third revision", []Delivery{is(1, Accepted, "new"), is(2, Accepted, "old")}, true, Correct, 3, false},
		{"correction deferred, same word: go on with it", []Delivery{is(1, Accepted, "old"), is(2, Deferred, "new")}, false, Correct, 2, true},
		{"correction deferred, content changed again: stop", []Delivery{is(1, Accepted, "old"), is(2, Deferred, "mid")}, false, Stop, 1, false},
		{"correction deferred, changed again, word given: same revision", []Delivery{is(1, Accepted, "old"), is(2, Deferred, "mid")}, true, Correct, 2, true},
		{"correction deferred, content back to the accepted: nothing", []Delivery{is(1, Accepted, "new"), is(2, Deferred, "mid")}, false, Nothing, 1, false},
		{"correction unknown: ask", []Delivery{is(1, Accepted, "old"), is(2, Unknown, "new")}, true, Ask, 2, false},
	} {
		t.Run(c.rule, func(t *testing.T) {
			got := Decide(c.previous, "new", Options{SendCorrection: c.correct})
			if got.Do != c.do || got.Revision != c.revision || got.Again != c.again || got.Why == "" {
				t.Errorf("got %+v", got)
			}
			if differs := got.Do == Stop || got.Do == Correct; differs != (got.Against != nil) || differs && got.Against.State != Accepted {
				t.Errorf("compares against %+v", got.Against)
			}
		})
	}
}

func TestRerunOfAnAcceptedEditionSendsNothing(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		d := letter("ann", 1, begin(t, db))
		for range 3 {
			previous, err := db.Previous(ctx, d.Key)
			must(t, err)
			if a := Decide(previous, d.Edition, Options{}); a.Do == Send {
				must(t, db.Plan(ctx, d, minute))
				advance(t, db, d, toAccepted()...)
			}
		}
		if life, err := db.Steps(ctx, d.Key); err != nil || len(life) != 6 {
			t.Errorf("%d steps, want 6: %v", len(life), err)
		}
	})
}
