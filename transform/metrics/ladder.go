package metrics

import (
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
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
		out.Hurdles = append(out.Hurdles, c.hurdle(Rungs()[i], name))
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

// hurdle counts who waits below a step and what stands in their way.
func (c *cut) hurdle(from, to string) Hurdle {
	h := Hurdle{From: from, To: to}
	var lives []model.Life
	for _, l := range c.lives {
		start, end := c.passed(l, from), c.passed(l, to)
		if l.row.Rung == from {
			h.Waiting++
			h.why(l)
		}
		if start == 0 {
			continue
		}
		h.Conversion.Of++
		if end != 0 {
			h.Conversion.Part++
			lives = append(lives, model.Life{Time: float64(max(0, end-start)), Ended: true})
		} else {
			lives = append(lives, model.Life{Time: float64(max(0, c.win.asOf-start))})
		}
	}
	h.Conversion = rate(h.Conversion.Part, h.Conversion.Of)
	median, _, _ := model.MedianLife(model.KaplanMeier(lives))
	h.Median = decimal(median)
	return h
}

// passed returns the day a customer first stood on a rung or above, 0 if never.
// Loyalty is dated by the order that made the order days enough.
func (c *cut) passed(l *life, rung string) Day {
	first := func(days []Day, n int) Day {
		if len(days) < n {
			return 0
		}
		return days[n-1]
	}
	switch rung {
	case Aware:
		if since := l.row.Since.Day(c.zone); since != 0 && (len(l.days) == 0 || since < l.days[0]) {
			return since
		}
		return first(l.days, 1)
	case Trial:
		return first(l.days, 1)
	case Purchase:
		return first(l.full, 1)
	case Multiple:
		return first(l.full, 2)
	}
	for i := c.rules.Ladder.LoyalOrderDays - 1; i >= 0 && i < len(l.full); i++ {
		if c.s.loyalDays(l.full, l.full[i]+1) {
			return l.full[i]
		}
	}
	return 0
}

// why files one waiting customer under the first thing that stands in the way.
func (h *Hurdle) why(l *life) {
	switch r := &l.row; {
	case r.Unanswered > 0 || r.OpenComplaints > 0 || r.LateShipments > 0:
		h.Process++
	case l.wrongGoods > 0:
		h.Product++
	case r.Satisfaction.Known && r.Satisfaction.Value < 3*extract.One:
		h.Perception++
	default:
		h.Unknown++
	}
}

// steps values each step up for one business type.
func (c *cut) steps(name string, hurdles []Hurdle) []StepWorth {
	var out []StepWorth
	for i, h := range hurdles {
		low := c.newRung(h.From, func(r *transform.Figures) bool { return r.Segment == name && r.Rung == h.From })
		high := c.newRung(h.To, func(r *transform.Figures) bool { return r.Segment == name && r.Rung == Rungs()[i+1] })
		w := StepWorth{Type: name, From: h.From, To: h.To, Waiting: low.Customers}
		if chance := h.Conversion.Share(); low.Each.Known && high.Each.Known && chance.Known {
			w.Each = extract.Some(high.Each.Value - low.Each.Value)
			w.Worth = c.s.part(chance, extract.Some(w.Each.Value*Money(w.Waiting)))
		}
		out = append(out, w)
	}
	return out
}
