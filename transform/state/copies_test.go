package state

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// world is one letter on its way through a ledger, and what really became of it: how
// often somebody was handed a copy, and how often a person asked for one.
type world struct {
	t       *testing.T
	db      *DB
	r       *rand.Rand
	now     extract.Instant
	run     transform.Run
	key     Key
	arrived int // what really arrived
	words   int // of persons, to send or to send again
	log     []string
}

// die ends the process and begins the next one.
func (w *world) die() {
	w.now += 3 * minute
	lease, err := w.db.Lock(w.t.Context(), Claim{Owner: "next", Holder: "next", For: time.Minute, Dead: func(string) bool { return true }})
	must(w.t, err)
	w.run, err = w.db.StartRun(w.t.Context(), Run{Job: "sales", Period: "2026-10", Fence: lease.Fence, Started: w.now})
	must(w.t, err)
	_, err = w.db.Doubt(w.t.Context(), w.run, w.now)
	must(w.t, err)
}

// handing carries something through the states to an end, or dies on the way. What is
// behind Committing may have arrived, whatever is written down of it.
func (w *world) handing(states []State, record func(State) error) {
	for _, s := range states {
		if w.r.IntN(8) == 0 {
			w.note("died before %s", s)
			return
		}
		must(w.t, record(s))
	}
	end := []State{Accepted, Accepted, Deferred, Rejected, Unknown, ""}[w.r.IntN(6)]
	if end == Accepted || (end == Unknown || end == "") && w.r.IntN(2) == 0 {
		w.arrived++
	}
	w.note("ended as %s", end)
	if end != "" {
		must(w.t, record(end))
	}
}

func (w *world) note(text string, args ...any) { w.log = append(w.log, fmt.Sprintf(text, args...)) }

// publish does what a report does for this recipient, by hand or by schedule.
func (w *world) publish(byHand bool) {
	ctx := w.t.Context()
	previous, err := w.db.Previous(ctx, w.key)
	must(w.t, err)
	a := Decide(previous, "ed1", Options{})
	w.note("publish by hand %v: %s", byHand, a.Do)
	if a.Do != Send || !byHand && a.Again && previous[0].State == Rejected {
		return
	}
	if a.Again {
		must(w.t, w.db.Retake(ctx, w.run, w.key, "ed1", w.now))
	} else {
		must(w.t, w.db.Plan(ctx, Delivery{Key: w.key, Edition: "ed1", Run: w.run}, w.now))
	}
	w.handing(toCommitting(), func(s State) error { return w.db.Record(ctx, w.run, w.key, s, Details{NextAt: w.now}, w.now) })
}

// ask is a person who wants the letter sent again.
func (w *world) ask() {
	r, err := w.db.AskResend(w.t.Context(), Resend{Key: w.key, Who: "ann", Run: w.run}, w.now)
	w.note("asked: %v", err)
	if errors.Is(err, ErrState) || errors.Is(err, ErrNoDelivery) || errors.Is(err, ErrClaimed) {
		return
	}
	must(w.t, err)
	w.words++
	w.copy(r)
}

func (w *world) copy(r Resend) {
	w.handing([]State{Spooled, Sending, Committing}, func(s State) (err error) {
		r, err = w.db.RecordResend(w.t.Context(), w.run, r, s, Details{NextAt: w.now}, w.now)
		return err
	})
}

// again takes up the copies that were asked for, as every pass does.
func (w *world) again() {
	open, err := w.db.OpenResends(w.t.Context())
	must(w.t, err)
	for _, r := range open {
		if r.Key != w.key {
			continue
		}
		r, err := w.db.RetakeResend(w.t.Context(), w.run, r, w.now)
		must(w.t, err)
		w.note("copy %d: %s", r.N, r.State)
		if r.State == Planned {
			w.copy(r)
		}
	}
}

// settle is a person who says what they found out, rightly or not.
func (w *world) settle(arrived bool) {
	err := w.db.Settle(w.t.Context(), w.key, arrived, "ann", w.now)
	w.note("settled, arrived %v: %v", arrived, err)
	if errors.Is(err, ErrState) || errors.Is(err, ErrNoDelivery) {
		return
	}
	must(w.t, err)
	if !arrived {
		w.words++ // whoever says it is lost asks for another
	}
}

// bounce is a server that sends an accepted letter back, which therefore did not arrive.
func (w *world) bounce() {
	list, err := w.db.Previous(w.t.Context(), w.key)
	must(w.t, err)
	if len(list) == 0 || list[0].State != Accepted || w.arrived == 0 {
		return
	}
	must(w.t, w.db.write(w.t.Context(), func(s session) error {
		d := list[0]
		d.State, d.Answer = Rejected, "it came back"
		return s.keep(context.Background(), d)
	}))
	w.arrived--
	w.note("bounced")
}

// Whatever happens in whatever order, nobody gets a second copy but by a person's word.
func TestASecondCopyOnlyAfterAPersonsWord(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		r := rand.New(rand.NewPCG(2026, 11))
		doubled := 0
		now := minute
		for n := range 60 {
			w := &world{t: t, db: db, r: r, now: now, key: Key{Report: "sales", Period: "2026-10", Recipient: named(n), Revision: 1}}
			w.die()
			for range 12 {
				w.now += minute / 2
				switch r.IntN(9) {
				case 0, 1:
					w.publish(false)
				case 2:
					w.publish(true)
				case 3:
					w.ask()
				case 4, 5:
					w.again()
				case 6:
					w.settle(r.IntN(2) == 0)
				case 7:
					w.bounce()
				}
				if r.IntN(3) == 0 {
					w.die()
				}
				if w.arrived > 1+w.words {
					t.Fatalf("%d copies arrived after %d words:\n%q", w.arrived, w.words, w.log)
				}
			}
			if now = w.now; w.arrived > 1 {
				doubled++
			}
		}
		if doubled == 0 {
			t.Error("nobody ever got a second copy: the test proves nothing")
		}
	})
}

func TestCopiesAreAskedForInTurn(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		ctx, run := t.Context(), begin(t, db)
		k := letter("ann", 1, run).Key
		_, err := db.AskResend(ctx, Resend{Key: k, Who: "bo", Run: run}, minute)
		wants(t, err, ErrNoDelivery)
		must(t, db.Plan(ctx, letter("ann", 1, run), minute))
		_, err = db.AskResend(ctx, Resend{Key: k, Who: "bo", Run: run}, minute)
		wants(t, err, ErrState)
		advance(t, db, letter("ann", 1, run), toAccepted()...)
		r, err := db.AskResend(ctx, Resend{Key: k, Who: "bo", Why: "lost", Run: run}, minute)
		must(t, err)
		_, err = db.AskResend(ctx, Resend{Key: k, Who: "bo", Run: run}, minute)
		wants(t, err, ErrClaimed)
		for _, s := range []State{Spooled, Sending, Committing, Accepted} {
			r, err = db.RecordResend(ctx, run, r, s, Details{Answer: "as " + string(s)}, 2*minute)
			must(t, err)
		}
		_, err = db.RecordResend(ctx, run, r, Sending, Details{}, 2*minute)
		wants(t, err, ErrState)
		second, err := db.AskResend(ctx, Resend{Key: k, Who: "bo", Run: run}, minute)
		if err != nil || second.N != 2 {
			t.Error(second, err)
		}
		steps, err := db.Steps(ctx, k)
		must(t, err)
		if last := steps[len(steps)-1]; len(steps) != 12 || last.State != "copy 2 planned" || steps[6].Answer != "asked for by bo: lost" {
			t.Errorf("%d steps, %+v", len(steps), last)
		}
	})
}
