package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/extract"
)

func TestSchedulesAreSeenByTheHolderOfTheLeaseAlone(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		lease, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		must(t, db.SetSeen(ctx, lease, []Seen{{"sales", 5 * minute}, {"refresh", 5 * minute}}))
		must(t, db.SetSeen(ctx, lease, []Seen{{"sales", 3 * minute}}))
		got, err := db.Seen(ctx)
		must(t, err)
		if diff := cmp.Diff([]Seen{{"refresh", 5 * minute}, {"sales", 3 * minute}}, got); diff != "" {
			t.Error(diff)
		}
		must(t, db.Unlock(ctx, lease))
		wants(t, db.SetSeen(ctx, lease, []Seen{{"sales", 9 * minute}}), ErrLost)
	})
}

func TestSpansAreOfRunsThatEndedByThemselves(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		for i, status := range []string{OK, Interrupted, Failed, Partial} {
			run := begin(t, db)
			must(t, db.FinishRun(ctx, run, status, "", minute*extract.Instant(4+i), "{}"))
		}
		begin(t, db) // still at work
		got, err := db.Spans(ctx, 4*minute)
		must(t, err)
		if len(got) != 2 || got[0].Finished != 6*minute || got[1].Finished != 7*minute {
			t.Errorf("%v", got)
		}
	})
}
