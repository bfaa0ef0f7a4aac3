package metrics

import (
	"cmp"

	"clientele/transform"
)

// attrition tables who leaves.
func (c *cut) attrition() Attrition {
	total := c.group("Total", everybody)
	a := Attrition{
		Year: total.Attrition, Before: total.Before, Months: c.attritionMonths(), Model: c.s.risk,
		ByType:   c.groups(func(r *transform.Figures) string { return r.Segment }, ordered),
		BySource: c.groups(func(r *transform.Figures) string { return r.AcquiredThrough }, ordered),
		Cohorts:  c.cohorts(), Traits: c.traits(total.Attrition),
		Reasons:     c.tallies(func(r *transform.Figures) string { return r.ExitReason }, gone),
		Competitors: c.tallies(func(r *transform.Figures) string { return r.Competitor }, gone),
		AtRisk: c.list(func(r *transform.Figures) bool { return r.AtRisk }, func(a, b *transform.Figures) int {
			return -cmp.Compare(c.stakeOf(a), c.stakeOf(b))
		}),
	}
	a.Kept, a.KeptAll = c.kept()
	a.Held = c.held()
	signal(a.Months)
	a.Gone, a.Drift, a.Bands = c.goneWith(), driftOf(a.Months), c.bands()
	return a
}

// gone reports whether a customer was lost within the year.
func gone(r *transform.Figures) bool { return r.WasActive && !r.Active }

// attritionMonths counts the journeys' letters.
func (c *cut) attritionMonths() []AttritionMonth {
	out := make([]AttritionMonth, len(c.win.months))
	for i, w := range c.win.months {
		out[i] = AttritionMonth{Month: w.From, Partial: c.win.partial(w.From)}
		for _, l := range c.lives {
			out[i].count(l.row.Journey[i])
		}
		for _, l := range c.lives {
			out[i].Closing += one(l.activeOn(w.To))
		}
	}
	return out
}

func (m *AttritionMonth) count(step byte) {
	switch step {
	case transform.StepNew:
		m.New++
	case transform.StepActive:
		m.Opening++
	case transform.StepLost:
		m.Opening++
		m.Lost++
	case transform.StepReturned:
		m.Returned++
	case transform.StepBoth:
		m.Opening++
		m.Lost++
		m.Returned++
	}
}
