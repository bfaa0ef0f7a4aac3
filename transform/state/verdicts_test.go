package state

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/transform"
)

func TestClosedGatesAreThoseOfTheLastJudgement(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		stale := Verdict{Gate: "sources.shop.fresh", Effect: VerdictHold, Words: "The data of shop end on 28 Oct 2026.", Detail: "newest 2026-10-28", At: minute}
		low := Verdict{Scope: transform.Scope{Territory: "North"}, Gate: "expectations[0]", Effect: VerdictWarn, Words: "Revenue is low.", At: minute}
		must(t, db.SetVerdicts(ctx, run, "sales", "2026-10", []Verdict{stale, low}))
		must(t, db.SetVerdicts(ctx, run, "sales", "2026-09", []Verdict{low}))
		must(t, db.SetVerdicts(ctx, run, "sales", "2026-10", []Verdict{low}))
		got, err := db.Verdicts(ctx)
		must(t, err)
		september, october := low, low
		september.Report, september.Period, september.Run = "sales", "2026-09", run
		october.Report, october.Period, october.Run = "sales", "2026-10", run
		if diff := cmp.Diff([]Verdict{september, october}, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestARefreshThatPassesOpensTheGatesOfAllBefore(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		must(t, db.SetRefreshVerdicts(ctx, run, "refresh", "2026-10-01", []Verdict{{Gate: "gates.ids_changed", Effect: VerdictHold}}))
		must(t, db.SetVerdicts(ctx, run, "sales", "2026-10", []Verdict{{Gate: "gates.kept_aside", Effect: VerdictWarn}}))
		must(t, db.SetRefreshVerdicts(ctx, run, "refresh", "2026-10-02", nil))
		got, err := db.Verdicts(ctx)
		must(t, err)
		if len(got) != 1 || got[0].Report != "sales" {
			t.Errorf("%+v", got)
		}
	})
}

func TestPastOfAFigureIsThatOfItsReportAndScope(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		run := begin(t, db)
		must(t, db.SaveKeyFigures(ctx, run, "sales", transform.Scope{}, "2026-09", map[string]string{"revenue": "9", "orders": "1"}))
		must(t, db.SaveKeyFigures(ctx, run, "sales", transform.Scope{}, "2026-10", map[string]string{"revenue": "10"}))
		must(t, db.SaveKeyFigures(ctx, run, "sales", transform.Scope{Rep: "Bo"}, "2026-10", map[string]string{"revenue": "3"}))
		must(t, db.SaveKeyFigures(ctx, run, "marketing", transform.Scope{}, "2026-10", map[string]string{"revenue": "4"}))
		got, err := db.FigurePast(ctx, "sales", transform.Scope{}, "revenue")
		must(t, err)
		if diff := cmp.Diff(map[string]string{"2026-09": "9", "2026-10": "10"}, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestOnlyARunWhoseLeaseHoldsWritesVerdicts(t *testing.T) {
	engines(t, func(t *testing.T, e engine) {
		ctx, db := t.Context(), open(t, e)
		lease, err := db.at(minute).Lock(ctx, claim("north/1"))
		must(t, err)
		run, err := db.StartRun(ctx, Run{Job: "sales", Fence: lease.Fence})
		must(t, err)
		_, err = db.at(5*minute).Lock(ctx, claim("south/2"))
		must(t, err)
		wants(t, db.SetVerdicts(ctx, run, "sales", "2026-10", nil), ErrLost)
	})
}
