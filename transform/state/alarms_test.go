package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func alarm(cause, address string) Alarm {
	return Alarm{AlarmKey: AlarmKey{Cause: cause, Job: "sales", Period: "2026-10", Address: address}, State: AlarmWaiting, Since: minute, Text: "words"}
}

// tellings lists how far each alarm has come.
func tellings(t *testing.T, db *DB) []string {
	t.Helper()
	list, err := db.Alarms(t.Context())
	must(t, err)
	var out []string
	for _, a := range list {
		out = append(out, a.Cause+" to "+a.Address+" "+string(a.State))
	}
	return out
}

func TestAlarmIsRaisedOnceForEachAddressWhateverBecameOfIt(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		lease, err := db.at(minute).Lock(ctx, claim("ops/1"))
		must(t, err)
		must(t, db.Raise(ctx, lease, []Alarm{alarm("failed", "ann"), alarm("failed", "bob")}, minute))
		ann := []AlarmKey{alarm("failed", "ann").AlarmKey}
		must(t, db.MoveAlarms(ctx, lease, ann, AlarmStep{From: AlarmWaiting, To: AlarmCommitting}, 2*minute))
		must(t, db.MoveAlarms(ctx, lease, ann, AlarmStep{From: AlarmCommitting, To: AlarmTold}, 3*minute))
		must(t, db.Raise(ctx, lease, []Alarm{alarm("failed", "ann"), alarm("late", "ann")}, 4*minute))
		want := []string{"failed to ann told", "failed to bob waiting", "late to ann waiting"}
		if diff := cmp.Diff(want, tellings(t, db)); diff != "" {
			t.Error(diff)
		}
		wants(t, db.MoveAlarms(ctx, lease, ann, AlarmStep{From: AlarmWaiting, To: AlarmCommitting}, 5*minute), ErrState)
		must(t, db.MoveAlarms(ctx, lease, []AlarmKey{alarm("late", "ann").AlarmKey}, AlarmStep{From: AlarmWaiting, To: AlarmWaiting, Failed: true, NextAt: 9 * minute, Answer: "busy"}, 5*minute))
		list, err := db.Alarms(ctx)
		must(t, err)
		if a := list[2]; a.Attempts != 1 || a.NextAt != 9*minute || a.Answer != "busy" || a.Raised != 4*minute {
			t.Errorf("%+v", a)
		}
	})
}

func TestAlarmWhoseTellerDiedIsUnknownAndOnlyTheHolderMayWrite(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		dead, err := db.at(minute).Lock(ctx, claim("ops/1"))
		must(t, err)
		must(t, db.Raise(ctx, dead, []Alarm{alarm("failed", "ann")}, minute))
		keys := []AlarmKey{alarm("failed", "ann").AlarmKey}
		must(t, db.MoveAlarms(ctx, dead, keys, AlarmStep{From: AlarmWaiting, To: AlarmCommitting}, minute))
		must(t, db.Unlock(ctx, dead))
		next, err := db.at(9*minute).Lock(ctx, claim("ops/2"))
		must(t, err)
		must(t, db.DoubtAlarms(ctx, next, 9*minute))
		wants(t, db.MoveAlarms(ctx, dead, keys, AlarmStep{From: AlarmCommitting, To: AlarmTold}, 9*minute), ErrLost)
		wants(t, db.Raise(ctx, dead, []Alarm{alarm("late", "ann")}, 9*minute), ErrLost)
		if diff := cmp.Diff([]string{"failed to ann unknown"}, tellings(t, db)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestTroubleIsWhatAPersonMustLookAt(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		for _, to := range []string{"ann", "bob", "cy"} {
			must(t, db.Plan(ctx, letter(to, 1, run), minute))
		}
		advance(t, db, letter("ann", 1, run), toAccepted()...)
		advance(t, db, letter("bob", 1, run), append(toCommitting(), Unknown)...)
		advance(t, db, letter("cy", 1, run), Rejected)
		list, err := db.Trouble(ctx, 0)
		must(t, err)
		if len(list) != 2 || list[0].Recipient != "bob" || list[1].Recipient != "cy" {
			t.Errorf("%+v", list)
		}
		if list, err = db.Trouble(ctx, 100000*minute); err != nil || len(list) != 0 {
			t.Errorf("%v %+v", err, list)
		}
		counts, err := db.DeliveryStates(ctx)
		must(t, err)
		want := []StateCount{{Accepted, 1}, {Rejected, 1}, {Unknown, 1}}
		if diff := cmp.Diff(want, counts); diff != "" {
			t.Error(diff)
		}
		must(t, db.FinishRun(ctx, run, OK, "", 3*minute, "{}"))
		failed := begin(t, db)
		must(t, db.FinishRun(ctx, failed, Failed, "why", 4*minute, "{}"))
		runs, err := db.Recent(ctx, 1)
		must(t, err)
		if len(runs) != 1 || runs[0].ID != failed || runs[0].Error != "why" {
			t.Errorf("%+v", runs)
		}
		ok, err := db.Successes(ctx)
		must(t, err)
		if len(ok) != 1 || ok[0].ID != run || ok[0].Finished != 3*minute {
			t.Errorf("%+v", ok)
		}
	})
}
