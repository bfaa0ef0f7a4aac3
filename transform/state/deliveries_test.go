package state

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"clientele/transform"

	"github.com/google/go-cmp/cmp"
)

func letter(to string, revision int, run transform.Run) Delivery {
	return Delivery{Key: Key{Report: "sales", Period: "2026-10", Recipient: to, Revision: revision}, Edition: "ed1", Address: to + "@example.org", Run: run}
}

// advance records the states one after the other.
func advance(t *testing.T, db *DB, d Delivery, states ...State) {
	t.Helper()
	for _, s := range states {
		must(t, db.Record(t.Context(), d.Run, d.Key, s, Details{}, 2*minute))
	}
}

func toCommitting() []State { return []State{Rendered, Spooled, Sending, Committing} }

func toAccepted() []State { return append(toCommitting(), Accepted) }

func look(t *testing.T, db *DB, k Key) Delivery {
	t.Helper()
	all, err := db.Previous(t.Context(), k)
	must(t, err)
	for _, d := range all {
		if d.Key == k {
			return d
		}
	}
	t.Fatalf("no delivery %s", k)
	return Delivery{}
}

func TestDeliveryRemembersWhatBecameKnown(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		d := letter("ann", 1, begin(t, db))
		d.Scope = transform.Scope{Territory: "North", Rep: "Bo"}
		must(t, db.Plan(ctx, d, minute))
		steps := []struct {
			to   State
			with Details
		}{
			{Rendered, Details{FileSHA256: "cafe"}},
			{Spooled, Details{Size: 4711, MessageID: "m@x", LetterSHA256: "beef"}},
			{Sending, Details{}},
			{Committing, Details{}},
			{Accepted, Details{Code: 250, Answer: "queued as 7"}},
		}
		for i, s := range steps {
			must(t, db.Record(ctx, d.Run, d.Key, s.to, s.with, minute*2))
			if got := look(t, db, d.Key); got.State != s.to {
				t.Fatalf("step %d: state %s", i, got.State)
			}
		}
		want := d
		want.State, want.FileSHA256, want.LetterSHA256, want.Size, want.MessageID, want.Code, want.Answer = Accepted, "cafe", "beef", 4711, "m@x", 250, "queued as 7"
		want.Attempts, want.Planned, want.Changed, want.Accepted = 1, minute, 2*minute, 2*minute
		if diff := cmp.Diff(want, look(t, db, d.Key)); diff != "" {
			t.Error(diff)
		}
		life, err := db.Steps(ctx, d.Key)
		must(t, err)
		var states []State
		for _, s := range life {
			states = append(states, s.State)
		}
		if diff := cmp.Diff(append([]State{Planned}, toAccepted()...), states); diff != "" {
			t.Error(diff)
		}
		got, found, err := db.Accepted(ctx, "sales", d.Scope, "2026-10", "ann")
		if err != nil || !found || got.Key != d.Key {
			t.Errorf("%+v %v %v", got.Key, found, err)
		}
		for name, ask := range map[string]func() (Delivery, bool, error){
			"another scope":     func() (Delivery, bool, error) { return db.Accepted(ctx, "sales", transform.Scope{}, "2026-10", "ann") },
			"another period":    func() (Delivery, bool, error) { return db.Accepted(ctx, "sales", d.Scope, "2026-09", "ann") },
			"another recipient": func() (Delivery, bool, error) { return db.Accepted(ctx, "sales", d.Scope, "2026-10", "bob") },
		} {
			if _, found, err := ask(); found || err != nil {
				t.Errorf("%s: %v %v", name, found, err)
			}
		}
		if _, found, _ := db.Accepted(ctx, "sales", d.Scope, "2026-10", ""); !found {
			t.Error("anybody's accepted edition is not found")
		}
	})
}

func TestAllowedStepsAreTheseAndNoOthers(t *testing.T) {
	all := []State{Planned, Rendered, Spooled, Sending, Committing, Accepted, Deferred, Rejected, Unknown}
	allowed := map[State]string{
		Planned: "rendered deferred rejected", Rendered: "spooled deferred rejected", Spooled: "sending deferred rejected",
		Sending: "committing deferred rejected", Committing: "accepted deferred rejected unknown",
		Accepted: "", Deferred: "", Rejected: "", Unknown: "",
	}
	for _, from := range all {
		for _, to := range all {
			want := slices.Contains(strings.Fields(allowed[from]), string(to))
			d := Delivery{State: from}
			if err := d.become(to, Details{}, minute); (err == nil) != want {
				t.Errorf("%s to %s: %v", from, to, err)
			} else if err != nil && (!errors.Is(err, ErrState) || d.State != from) {
				t.Errorf("%s to %s: refused by %v, now %s", from, to, err, d.State)
			}
		}
	}
}

func TestOfTwoWhoClaimOneWins(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		const rivals = 8
		runs := make([]transform.Run, rivals)
		for i := range runs {
			runs[i] = begin(t, db)
		}
		errs := make([]error, rivals)
		var group sync.WaitGroup
		for i := range rivals {
			group.Go(func() { errs[i] = db.Plan(t.Context(), letter("ann", 1, runs[i]), minute) })
		}
		group.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
			} else if !errors.Is(err, ErrClaimed) {
				t.Error(err)
			}
		}
		if won != 1 {
			t.Errorf("%d won", won)
		}
	})
}

func TestOfTwoProcessesThatClaimOneWins(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		path := e.fresh(t)
		one, two := openAt(t, path), openAt(t, path)
		a, b := begin(t, one), begin(t, two)
		if a == b {
			t.Fatal("two runs of one number")
		}
		must(t, one.Plan(t.Context(), letter("ann", 1, a), minute))
		wants(t, two.Plan(t.Context(), letter("ann", 1, b), minute), ErrClaimed)
		wants(t, two.Record(t.Context(), b, letter("ann", 1, b).Key, Rendered, Details{}, minute), ErrClaimed)
		wants(t, two.Retake(t.Context(), b, letter("ann", 1, b).Key, "ed1", minute), ErrClaimed)
	})
}

func TestCorrectionNeedsTheAcceptedRevisionBefore(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		wants(t, db.Plan(ctx, letter("ann", 2, run), minute), ErrNoDelivery)
		must(t, db.Plan(ctx, letter("ann", 1, run), minute))
		wants(t, db.Plan(ctx, letter("ann", 2, run), minute), ErrState)
		advance(t, db, letter("ann", 1, run), toAccepted()...)
		wants(t, db.Plan(ctx, letter("ann", 3, run), minute), ErrNoDelivery)
		must(t, db.Plan(ctx, letter("ann", 2, run), minute))
	})
}

func TestPlanRefusesAnIncompleteDelivery(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		run := begin(t, db)
		for name, spoil := range map[string]func(*Delivery){
			"no report": func(d *Delivery) { d.Report = "" }, "no period": func(d *Delivery) { d.Period = "" },
			"no recipient": func(d *Delivery) { d.Recipient = "" }, "no edition": func(d *Delivery) { d.Edition = "" },
			"revision zero": func(d *Delivery) { d.Revision = 0 },
		} {
			d := letter("ann", 1, run)
			spoil(&d)
			if err := db.Plan(t.Context(), d, minute); err == nil {
				t.Error(name, "was claimed")
			}
		}
	})
}

func TestKilledAnywhereBeforeCommittingIsTakenUpAgain(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		for n, at := range append([]State{Planned}, toCommitting()...) {
			t.Run(string(at), func(t *testing.T) {
				path := e.fresh(t)
				ctx, db := t.Context(), openAt(t, path)
				l, err := db.at(minute).Lock(ctx, claim("north/1"))
				must(t, err)
				run, err := db.StartRun(ctx, Run{Job: "sales", Fence: l.Fence, Started: minute})
				must(t, err)
				d := letter("ann", 1, run)
				must(t, db.Plan(ctx, d, minute))
				advance(t, db, d, toCommitting()[:n]...)
				// the process dies here; what it wrote is what the next one finds
				next := openAt(t, path)
				l, err = next.at(9*minute).Lock(ctx, claim("north/2"))
				must(t, err)
				again, err := next.StartRun(ctx, Run{Job: "sales", Fence: l.Fence, Started: 9 * minute})
				must(t, err)
				doubtful, err := next.Doubt(ctx, again, 9*minute)
				must(t, err)
				if at == Committing {
					if len(doubtful) != 1 || doubtful[0].State != Unknown || look(t, next, d.Key).State != Unknown {
						t.Errorf("doubtful: %+v", doubtful)
					}
					wants(t, next.Retake(ctx, again, d.Key, "ed2", 9*minute), ErrState)
					return
				}
				if len(doubtful) != 0 {
					t.Errorf("doubts %+v", doubtful)
				}
				must(t, next.Retake(ctx, again, d.Key, "ed2", 9*minute))
				got := look(t, next, d.Key)
				if got.State != Planned || got.Edition != "ed2" || got.Run != again || got.Planned != minute {
					t.Errorf("taken up as %+v", got)
				}
				wants(t, db.Record(ctx, run, d.Key, Rendered, Details{}, 9*minute), ErrLost)
			})
		}
	})
}

func TestDoubtLeavesRunningDeliveriesAlone(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		d := letter("ann", 1, begin(t, db))
		must(t, db.Plan(ctx, d, minute))
		advance(t, db, d, toCommitting()...)
		for _, run := range []transform.Run{d.Run, begin(t, db)} {
			if doubtful, err := db.Doubt(ctx, run, 3*minute); err != nil || len(doubtful) != 0 {
				t.Errorf("run %d doubts %v: %v", run, doubtful, err)
			}
		}
		advance(t, db, d, Accepted)
	})
}

func TestSettleIsAPersonsWordOnTheUnknown(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		for to, arrived := range map[string]bool{"ann": true, "bob": false} {
			d := letter(to, 1, run)
			must(t, db.Plan(ctx, d, minute))
			wants(t, db.Settle(ctx, d.Key, arrived, "ops", minute), ErrState)
			advance(t, db, d, append(toCommitting(), Unknown)...)
			must(t, db.Settle(ctx, d.Key, arrived, "ops", 5*minute))
			wants(t, db.Settle(ctx, d.Key, arrived, "ops", 5*minute), ErrState)
		}
		if d := look(t, db, letter("ann", 1, 0).Key); d.State != Accepted || d.Accepted != 5*minute || d.Answer != "ops says it arrived" {
			t.Errorf("%+v", d)
		}
		if d := look(t, db, letter("bob", 1, 0).Key); d.State != Rejected || d.Accepted != 0 {
			t.Errorf("%+v", d)
		}
		must(t, db.Retake(ctx, run, letter("bob", 1, 0).Key, "ed2", 6*minute))
		wants(t, db.Retake(ctx, run, letter("ann", 1, 0).Key, "ed2", 6*minute), ErrState)
	})
}

func TestOneRefusedRecipientDelaysNobody(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		for _, to := range []string{"ann", "bob", "cy"} {
			must(t, db.Plan(ctx, letter(to, 1, run), minute))
		}
		advance(t, db, letter("ann", 1, run), toAccepted()...)
		advance(t, db, letter("bob", 1, run), Rendered, Spooled, Sending)
		must(t, db.Record(ctx, run, letter("bob", 1, run).Key, Deferred, Details{Code: 450, Answer: "greylisted", NextAt: 9 * minute}, 2*minute))
		advance(t, db, letter("cy", 1, run), toAccepted()...)
		for state, want := range map[State][]string{Accepted: {"ann", "cy"}, Deferred: {"bob"}, "": {"ann", "bob", "cy"}, Rejected: nil} {
			all, err := db.Deliveries(ctx, Filter{Report: "sales", State: state})
			must(t, err)
			var got []string
			for _, d := range all {
				got = append(got, d.Recipient)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s", state, diff)
			}
		}
		must(t, db.Retake(ctx, run, letter("bob", 1, run).Key, "ed1", 9*minute))
		advance(t, db, letter("bob", 1, run), toAccepted()...)
		if d := look(t, db, letter("bob", 1, run).Key); d.Attempts != 2 || d.NextAt != 0 {
			t.Errorf("%+v", d)
		}
	})
}
