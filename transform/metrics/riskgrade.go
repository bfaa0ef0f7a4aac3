package metrics

import (
	"clientele/transform/model"
)

// What ranked best one horizon ago.
const (
	BestEstimate  = "estimate"
	BestDaysSince = "days_since"
	BestFrequency = "order_days"
)

// riskGrades is what is held against what happened: the estimate and the two simplest
// rules, of every customer who had ordered.
type riskGrades struct {
	risk, since, days []float64
	quiet             []bool
	squares, base     float64
}

func (g *riskGrades) add(p, since, days float64, quiet bool) {
	y := 0.0
	if quiet {
		y = 1
	}
	g.risk, g.since, g.days, g.quiet = append(g.risk, p), append(g.since, since), append(g.days, -days), append(g.quiet, quiet)
	g.squares += (p - y) * (p - y)
	g.base += y
}

// grade holds the estimate of one horizon ago against what happened, beside the
// simplest rules: days since the last order, and order days.
func (s *Set) grade(l *learned) {
	if l == nil {
		return
	}
	var g riskGrades
	origin := s.win.asOf - Day(s.rules.Horizon)
	for _, x := range s.lives {
		if at, ok := situationOn(x.days, origin, s.rules.Horizon); ok {
			n := orderDays(x.days, Window{x.days[0], origin})
			g.add(l.risk(at), float64(origin-x.days[n-1]), float64(n), orderDays(x.days, Window{origin, s.win.asOf}) == 0)
		}
	}
	g.tell(&s.risk)
}

// tell writes the grades down. What ranks as well as the estimate is not better.
func (g *riskGrades) tell(m *RiskModel) {
	m.N = int64(len(g.risk))
	m.AUC, m.Simple, m.Frequency = decimal(model.AUC(g.risk, g.quiet)), decimal(model.AUC(g.since, g.quiet)), decimal(model.AUC(g.days, g.quiet))
	m.Brier, m.Base = decimal(g.squares/float64(m.N)), decimal(g.base/float64(m.N))
	if !m.AUC.Known {
		return
	}
	m.Best = BestEstimate
	best := m.AUC.Value
	if m.Simple.Value > best {
		m.Best, best = BestDaysSince, m.Simple.Value
	}
	if m.Frequency.Value > best {
		m.Best = BestFrequency
	}
}
