package lifetime

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The sets are those of the other models, each twentieth of them: of so few customers one
// fit costs twenty times theirs.
func TestEverySetOfCustomersHasAParetoEstimate(t *testing.T) {
	t.Parallel()
	for kind, adversary := range adversaries {
		t.Run(adversary.name, func(t *testing.T) {
			for i := 0; i < adversary.sets; i += 20 {
				source := rand.NewPCG(uint64(kind), uint64(i))
				p := group(t, adversary.draws(rand.New(source), source))
				e, err := PNBD().Fit(p)
				if err != nil {
					t.Errorf("set %d of %d customers: %v", i, p.Customers(), err)
					continue
				}
				checkPareto(t, e, p, adversary.name == "all alike")
			}
		})
	}
}

// checkPareto says what is wrong, as sound does for the other models.
func checkPareto(t *testing.T, e Estimate, p *Patterns, alike bool) {
	t.Helper()
	for i, parameter := range e.Parameters {
		most := 1e3
		if alike {
			most = 1e8
		}
		if i%2 == 1 {
			most *= float64(p.MaxAge) / daysAWeek
		}
		if !(parameter.Value > 1e-4 && parameter.Value < most) || !(parameter.SE > 0) || math.IsInf(parameter.SE, 0) {
			t.Errorf("wild %+v of %+v, %d customers", parameter, e.Parameters, p.Customers())
		}
	}
	m := e.Model.(ParetoNBD)
	for _, row := range p.Rows {
		expected, variance := m.Moments(row.History, 52)
		order, alive := m.ProbOrder(row.History, 52), m.Alive(row.History)
		if !(expected >= 0) || math.IsInf(expected, 0) || !(variance >= 0) || !(order >= 0 && order <= alive && alive <= 1) || expected < order*(1-1e-9) {
			t.Errorf("%+v expected %v ± %v, order %v, alive %v", row, expected, variance, order, alive)
		}
		if dert := m.DERT(row.History, WeeklyRate(.1)); !(dert >= 0) || math.IsInf(dert, 0) {
			t.Errorf("%+v of %+v: %v to come", row, m, dert)
		}
	}
}
