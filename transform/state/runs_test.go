package state

import (
	"errors"
	"strings"
	"testing"
	"time"

	"clientele/transform"
)

func TestLease(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		first, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		_, err = db.at(2*minute-1).Lock(ctx, claim("south/2"))
		wants(t, err, ErrHeld)
		var held *Held
		if !errors.As(err, &held) || held.Owner != "north/1" || held.Since != minute || !strings.Contains(err.Error(), "north/1 since 1970-01-01 00:01:00 UTC") {
			t.Errorf("does not say who holds it since when: %v", err)
		}
		if first, err = db.at(2*minute-1).Renew(ctx, first, time.Minute); err != nil || first.Expires != 3*minute-1 {
			t.Errorf("renewed to %s: %v", first.Expires, err)
		}
		_, err = db.at(2*minute).Lock(ctx, claim("south/2"))
		wants(t, err, ErrHeld)
		second, err := db.at(3*minute-1).Lock(ctx, claim("south/2"))
		must(t, err)
		if second.Fence <= first.Fence {
			t.Errorf("fence %d after %d does not rise", second.Fence, first.Fence)
		}
		_, err = db.at(3*minute).Renew(ctx, first, time.Minute)
		wants(t, err, ErrLost)
		wants(t, db.Unlock(ctx, first), ErrLost)
		must(t, db.Unlock(ctx, second))
		wants(t, db.Unlock(ctx, second), ErrLost)
		_, err = db.at(3*minute).Renew(ctx, second, time.Minute)
		wants(t, err, ErrLost)
		third, err := db.at(3*minute).Lock(ctx, claim("north/3"))
		if err != nil || third.Fence <= second.Fence {
			t.Errorf("after giving back: fence %d, %v", third.Fence, err)
		}
	})
}

func TestRunNumbersRise(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		var last transform.Run
		for i := range 5 {
			run, err := db.StartRun(t.Context(), Run{Job: "refresh", After: transform.Run(3 * i)})
			must(t, err)
			if run <= last || run <= transform.Run(3*i) {
				t.Errorf("run %d after %d, numbers to %d taken", run, last, 3*i)
			}
			last = run
		}
	})
}

func TestRunRemembersItsLife(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		asked := Run{Job: "sales", Period: "2026-10", AsOf: transform.Day(739_920), Code: "v1", Args: "--as-of 2026-10", Started: minute}
		id, err := db.StartRun(ctx, asked)
		must(t, err)
		must(t, db.Stage(ctx, id, "measure", 2*minute))
		must(t, db.Stage(ctx, id, "publish", 3*minute))
		must(t, db.FinishRun(ctx, id, Partial, "1 of 3 refused", 4*minute, `{"sent":2}`))
		got, err := db.Run(ctx, id)
		must(t, err)
		if got.Job != asked.Job || got.Period != asked.Period || got.AsOf != asked.AsOf || got.Code != "v1" || got.Args != asked.Args ||
			got.Status != Partial || got.Error != "1 of 3 refused" || got.Started != minute || got.Finished != 4*minute || got.Details != `{"sent":2}` {
			t.Errorf("remembered %+v", got)
		}
		if len(got.Stages) != 2 || got.Stages[0] != (StageAt{"measure", 2 * minute}) || got.Stages[1] != (StageAt{"publish", 3 * minute}) {
			t.Errorf("stages %+v", got.Stages)
		}
		if err := db.FinishRun(ctx, id, OK, "", 5*minute, ""); err == nil {
			t.Error("a run ended twice")
		}
		if err := db.Stage(ctx, id, "late", 5*minute); err == nil {
			t.Error("a run that is over came to a stage")
		}
		_, err = db.Run(ctx, id+1)
		wants(t, err, ErrNoRun)
		wants(t, db.Stage(ctx, id+1, "x", minute), ErrNoRun)
		if err := db.FinishRun(ctx, begin(t, db), "great", "", 5*minute, ""); err == nil {
			t.Error("ended as something no run ends as")
		}
	})
}

func TestRunsNewestFirst(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		db := open(t, e)
		for range 3 {
			begin(t, db)
		}
		runs, err := db.Runs(t.Context(), 2)
		if err != nil || len(runs) != 2 || runs[0].ID != 3 || runs[1].ID != 2 {
			t.Errorf("%+v %v", runs, err)
		}
	})
}

func TestRunOfALostLeaseWritesNoMore(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		old, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		stale, err := db.StartRun(ctx, Run{Job: "sales", Owner: old.Owner, Fence: old.Fence, Started: minute})
		must(t, err)
		next, err := db.at(5*minute).Lock(ctx, claim("south/2"))
		must(t, err)
		wants(t, db.Stage(ctx, stale, "publish", 5*minute), ErrLost)
		wants(t, db.Plan(ctx, letter("ann", 1, stale), 5*minute), ErrLost)
		wants(t, db.SaveIDs(ctx, stale, Changes{}), ErrLost)
		_, err = db.StartRun(ctx, Run{Job: "sales", Fence: old.Fence})
		wants(t, err, ErrLost)
		run, err := db.StartRun(ctx, Run{Job: "sales", Fence: next.Fence, Started: 6 * minute})
		must(t, err)
		if run != stale+1 {
			t.Errorf("a refused run took a number: %d after %d", run, stale)
		}
		dead, err := db.Run(ctx, stale)
		if err != nil || dead.Status != Interrupted || dead.Finished != 6*minute {
			t.Errorf("the run of the dead process is %s at %s: %v", dead.Status, dead.Finished, err)
		}
	})
}
