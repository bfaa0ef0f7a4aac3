package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
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
			return -cmp.Compare(a.RevenueAtRisk.Value, b.RevenueAtRisk.Value)
		}),
	}
	for _, l := range c.lives {
		if r := &l.row; gone(r) {
			a.LostRevenue += r.RevenueBefore
			a.LostProfit += r.NetBefore.Value
		}
	}
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

// cohorts follows the quarters of the last three years.
func (c *cut) cohorts() []Cohort {
	first := quarterOf(c.win.asOf - 1).AddMonths(-36)
	var out []Cohort
	for q := first; q < c.win.asOf; q = q.AddMonths(3) {
		h := Cohort{Quarter: q}
		for _, l := range c.lives {
			if l.row.Cohort != q {
				continue
			}
			h.Customers++
			if h.Kept == nil {
				h.Kept = make([]int64, len(l.row.Kept))
			}
			for i := range l.row.Kept {
				h.Kept[i] += one(l.row.Kept[i] == '1')
			}
		}
		if h.Customers > 0 {
			out = append(out, h)
		}
	}
	return out
}

// traits compares the attrition of customers with something in common with the
// average, highest first. What they had in common is of before they could leave,
// or does not depend on whether they did.
func (c *cut) traits(all Rate) []Trait {
	var out []Trait
	for _, t := range []struct {
		name string
		has  func(*life) bool
	}{
		{"one_order", func(l *life) bool { return len(l.days) > 0 && l.before.orders <= 1 }},
		{"one_category", func(l *life) bool { return categoriesBefore(l) == 1 }},
		{"complained", func(l *life) bool { return complainedBefore(l) }},
		{"late_deliveries", func(l *life) bool { return l.used.late >= 2 }},
		{"returns", func(l *life) bool { return l.used.returns >= 2 }},
		{"no_visit", func(l *life) bool { return l.used.visits == 0 && l.used.calls == 0 }},
		{"person", func(l *life) bool { return l.row.Type == extract.Person }},
		{"new", func(l *life) bool { return len(l.days) > 0 && l.days[0] >= c.win.before.From }},
	} {
		out = append(out, c.trait(t.name, t.has, all))
	}
	out = slices.DeleteFunc(out, func(t Trait) bool {
		return t.Rate.Of < int64(c.rules.MinSample) || t.Rate.Of == all.Of
	})
	slices.SortStableFunc(out, func(a, b Trait) int { return -cmp.Compare(a.Times.Value, b.Times.Value) })
	return out
}

func (c *cut) trait(name string, has func(*life) bool, all Rate) Trait {
	t := Trait{Name: name}
	var lost int64
	for _, l := range c.lives {
		if l.row.WasActive && has(l) {
			t.Customers++
			lost += one(!l.row.Active)
		}
	}
	t.Rate = rate(lost, t.Customers)
	if s, of := t.Rate.Share(), all.Share(); s.Known && of.Known && of.Value > 0 {
		t.Times = decimal(s.Value.Float() / of.Value.Float())
	}
	return t
}

func categoriesBefore(l *life) (n int) {
	for _, b := range l.buys {
		if b.yearBefore {
			n++
		}
	}
	return n
}

func complainedBefore(l *life) bool {
	return slices.ContainsFunc(l.tickets, func(t contact) bool { return !t.year && t.topic == extract.TopicComplaint })
}

// tallies counts a word of the customers a rule picks, most frequent first.
func (c *cut) tallies(word func(*transform.Figures) string, in func(*transform.Figures) bool) []Tally {
	t := tallier{}
	for _, l := range c.lives {
		if r := &l.row; in(r) {
			t.add(word(r), r.RevenueBefore)
		}
	}
	return t.list()
}

// A tallier counts words.
type tallier map[string]Tally

func (t tallier) add(word string, amount Money) {
	was := t[word]
	t[word] = Tally{word, was.Count + 1, was.Amount + amount}
}

// list returns the words, most frequent first, then by the word.
func (t tallier) list() []Tally {
	out := make([]Tally, 0, len(t))
	for _, x := range t {
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b Tally) int { return cmp.Or(-cmp.Compare(a.Count, b.Count), cmp.Compare(a.Name, b.Name)) })
	return out
}
