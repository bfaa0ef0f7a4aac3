package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// The rungs of the loyalty ladder.
const (
	Aware    = "Aware"
	Trial    = "Trial"
	Purchase = "Purchase"
	Multiple = "Multiple"
	Loyalty  = "Loyalty"
)

// Rungs lists the ladder from the ground.
func Rungs() []string { return []string{Aware, Trial, Purchase, Multiple, Loyalty} }

// climb puts every customer on exactly one rung: Aware without an order or quote;
// Trial with a quote or only promotional orders or a first order below the trial
// limit; Purchase with full orders on one day; Multiple on two days or more;
// Loyalty with enough order days within twelve months, in enough of the last four
// quarters, more likely than not to order within the horizon, and not advising
// against us.
func (s *Set) climb() {
	for _, l := range s.lives {
		l.row.Rung = s.rung(l)
	}
}

func (s *Set) rung(l *life) string {
	switch {
	case len(l.full) == 0 && l.trial:
		return Trial
	case len(l.full) == 0:
		return Aware
	case len(l.full) == 1:
		return Purchase
	case s.loyalDays(l.full, s.win.asOf) && l.row.Risk.Known && l.row.Risk.Value <= extract.One/2 && !l.row.Detractor:
		return Loyalty
	}
	return Multiple
}

// loyalDays reports whether the order days before a day are enough for loyalty.
func (s *Set) loyalDays(days []Day, asOf Day) bool {
	n, quarters := 0, 0
	for q := range 4 {
		in := Window{asOf.AddMonths(-3 * (q + 1)), asOf.AddMonths(-3 * q)}
		k := 0
		for _, d := range days {
			if in.Has(d) {
				k++
			}
		}
		if n += k; k > 0 {
			quarters++
		}
	}
	return n >= s.rules.Ladder.LoyalOrderDays && quarters >= s.rules.Ladder.LoyalQuarters
}

// ladder tables rungs, hurdles and what one step up is worth.
func (c *cut) ladder() Ladder {
	var out Ladder
	for _, name := range Rungs() {
		out.Rungs = append(out.Rungs, c.newRung(name, func(r *transform.Figures) bool { return r.Rung == name }))
	}
	for i, name := range Rungs()[1:] {
		out.Hurdles = append(out.Hurdles, c.hurdle(c.lives, Rungs()[i], name))
	}
	for _, t := range c.groups(func(r *transform.Figures) string { return r.Segment }, everybody) {
		out.Steps = append(out.Steps, c.steps(t.Name, out.Hurdles)...)
	}
	return out
}

func everybody(*transform.Figures) bool { return true }

func (c *cut) newRung(name string, in func(*transform.Figures) bool) Rung {
	r := Rung{Group: c.group(name, in)}
	if known := r.Customers - r.NetUnknown; known >= int64(max(1, c.rules.MinSample)) {
		r.Each = extract.Some(c.cents(r.Net / Money(known)))
	}
	return r
}
