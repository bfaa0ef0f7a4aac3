package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// traits compares the attrition of customers with something in common with the
// average, highest first. What they had in common is of before they could leave,
// or does not depend on whether they did.
func (c *cut) traits(all Rate) []Trait {
	var out []Trait
	used := func(l *life) drivers { return l.took(&c.win, c.win.before) }
	for _, t := range []struct {
		name string
		has  func(*life) bool
	}{
		{"one_order", func(l *life) bool { return len(l.days) > 0 && l.before.orders <= 1 }},
		{"one_category", func(l *life) bool { return categoriesBefore(l) == 1 }},
		{"complained", func(l *life) bool { return complainedBefore(l) }},
		{"late_deliveries", func(l *life) bool { return used(l).late >= 2 }},
		{"returns", func(l *life) bool { return used(l).returns >= 2 }},
		{"no_visit", func(l *life) bool { return used(l).visits == 0 && used(l).calls == 0 }},
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
