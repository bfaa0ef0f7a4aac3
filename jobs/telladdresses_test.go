package jobs

import (
	"testing"

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
