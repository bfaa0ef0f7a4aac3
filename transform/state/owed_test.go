package state

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
)

func TestWhatIsOwedIsKeptOncePerJobAndPeriod(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		lease, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		june := Owed{Job: "sales", Period: "2026-06", Slot: 5 * minute, AsOf: 739_800, Fate: OwedClaimed, Attempts: 1, NextAt: 6 * minute, Changed: 5 * minute}
		must(t, db.SetOwed(ctx, lease, june))
		june.Fate, june.Reason, june.Run = OwedFailed, "no route", 7
		must(t, db.SetOwed(ctx, lease, june))
		got, err := db.Owed(ctx)
		must(t, err)
		if diff := cmp.Diff([]Owed{june}, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestOfMomentsOnlyTheLatestSettledAndTheOpenAreRemembered(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		lease, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		for i, fate := range []Fate{OwedDone, OwedFailed, OwedSkipped, OwedDone, OwedFailed} {
			slot := extract.Instant(i+1) * minute
			must(t, db.SetOwed(ctx, lease, Owed{Job: "refresh", Period: slot.String(), Slot: slot, Fate: fate}))
			must(t, db.SetOwed(ctx, lease, Owed{Job: "sales", Period: named(i), Slot: slot, AsOf: 1, Fate: fate}))
		}
		got, err := db.Owed(ctx)
		must(t, err)
		var slots []int
		reports := 0
		for _, o := range got {
			if o.Job == "refresh" {
				slots = append(slots, int(o.Slot/minute))
			} else {
				reports++
			}
		}
		if diff := cmp.Diff([]int{2, 4, 5}, slots); diff != "" || reports != 5 {
			t.Errorf("%d of 5 periods, moments:\n%s", reports, diff)
		}
	})
}

func TestWhatIsOwedIsWrittenByTheHolderOfTheLeaseAlone(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		first, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		second, err := db.at(3*minute).Lock(ctx, claim("south/2"))
		must(t, err)
		o, b := Owed{Job: "sales", Period: "2026-06"}, Begun{Job: "sales", Begins: minute}
		wants(t, db.SetOwed(ctx, first, o), ErrLost)
		wants(t, db.SetSchedule(ctx, first, b), ErrLost)
		must(t, db.SetOwed(ctx, second, o))
		must(t, db.SetSchedule(ctx, second, b))
		must(t, db.Unlock(ctx, second))
		wants(t, db.SetOwed(ctx, second, o), ErrLost)
	})
}

func TestSchedulesAreKeptByJob(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		lease, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		for _, b := range []Begun{{"sales", "monthly", minute, 0}, {"refresh", "", minute, 0}, {"sales", "monthly", minute, 2 * minute}} {
			must(t, db.SetSchedule(ctx, lease, b))
		}
		got, err := db.Schedules(ctx)
		must(t, err)
		if diff := cmp.Diff([]Begun{{"refresh", "", minute, 0}, {"sales", "monthly", minute, 2 * minute}}, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestOneProcessServesAndAnotherMayRun(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		serving, err := db.at(minute).LockServe(ctx, claim("north/1"))
		must(t, err)
		_, err = db.at(minute).LockServe(ctx, claim("south/2"))
		wants(t, err, ErrHeld)
		running, err := db.at(minute).Lock(ctx, claim("south/2"))
		must(t, err)
		must(t, db.Unlock(ctx, running))
		_, err = db.at(2*minute).Renew(ctx, serving, time.Minute)
		must(t, err)
		must(t, db.Unlock(ctx, serving))
	})
}

func TestOpenDeliveriesAreThoseThatCertainlyDidNotArrive(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		for who, to := range map[string][]State{
			"planned": nil, "sending": {Rendered, Spooled, Sending}, "deferred": {Deferred}, "rejected": {Rejected},
			"accepted": {Rendered, Spooled, Sending, Committing, Accepted}, "committing": {Rendered, Spooled, Sending, Committing},
			"unknown": {Rendered, Spooled, Sending, Committing, Unknown},
		} {
			d := letter(who, 1, run)
			must(t, db.Plan(ctx, d, minute))
			advance(t, db, d, to...)
		}
		list, err := db.Open(ctx)
		must(t, err)
		var who []string
		for _, d := range list {
			who = append(who, d.Recipient)
		}
		if diff := cmp.Diff([]string{"deferred", "planned", "sending"}, who); diff != "" {
			t.Error(diff)
		}
	})
}
