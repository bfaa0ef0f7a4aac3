package jobs

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"clientele/jobs/alarm"
	"clientele/transform"
	"clientele/transform/state"
)

func TestWarningIsNoNewsWhileAnotherGateHoldsTheSameLetters(t *testing.T) {
	warn := state.Verdict{Report: "sales", Period: "2026-10", Effect: state.VerdictWarn}
	north := warn
	north.Territory = "North"
	for _, c := range []struct {
		name string
		v, h state.Verdict
		want bool
	}{
		{"everybody is held", warn, state.Verdict{Report: "sales", Period: "2026-10", Effect: state.VerdictHold}, true},
		{"everybody is held, a part is warned of", north, state.Verdict{Report: "sales", Period: "2026-10", Effect: state.VerdictHold}, true},
		{"one territory is held, all are warned", warn, state.Verdict{Report: "sales", Period: "2026-10", Scope: transform.Scope{Territory: "North"}, Effect: state.VerdictHold}, false},
		{"the same territory is held", north, state.Verdict{Report: "sales", Period: "2026-10", Scope: transform.Scope{Territory: "North"}, Effect: state.VerdictHold}, true},
		{"another period is held", warn, state.Verdict{Report: "sales", Period: "2026-09", Effect: state.VerdictHold}, false},
		{"a person let it go", warn, state.Verdict{Report: "sales", Period: "2026-10", Effect: state.VerdictReleased}, false},
	} {
		if got := heldBack(c.v, c.h); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestRowsKeptAsideOfSeveralKindsAreOneWarningAPeriod(t *testing.T) {
	warn := func(period, gate, words string, run transform.Run) alarm.Warning {
		return alarm.Warning{Job: "sales", Key: period, Gate: gate, Words: words, Run: run}
	}
	got := oneAside([]alarm.Warning{
		warn("2026-10", "gates.kept_aside/shop/orders", "A.", 1), warn("2026-10", "expectations[0]", "B.", 1),
		warn("2026-10", "gates.kept_aside/shop/lines", "C.", 2), warn("2026-10", "gates.kept_aside/shop/lines", "C.", 2),
		warn("2026-09", "gates.kept_aside/shop/orders", "A.", 1),
	})
	want := []alarm.Warning{
		warn("2026-10", "gates.kept_aside", "A. C.", 2), warn("2026-10", "expectations[0]", "B.", 1),
		warn("2026-09", "gates.kept_aside/shop/orders", "A.", 1),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
