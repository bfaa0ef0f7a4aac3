package metrics

import (
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// meet dates the first two rungs: known from the day a source says, or from the
// first record of any kind; on trial from the first quote or order.
func (f *fold) meet(l *life, h *transform.History) {
	see := func(day Day) {
		if day != 0 && day < f.win.asOf && (l.known == 0 || day < l.known) {
			l.known = day
		}
	}
	see(l.row.Since.Day(f.zone))
	for i := range h.Enquiries {
		see(h.Enquiries[i].At.Day(f.zone))
	}
	for i := range h.Tickets {
		see(h.Tickets[i].Opened.Day(f.zone))
	}
	for i := range h.Surveys {
		see(h.Surveys[i].Invited.Day(f.zone))
		see(h.Surveys[i].Answered.Day(f.zone))
	}
	for i := range h.Answers {
		see(h.Answers[i].At.Day(f.zone))
	}
	for i := range h.Activities {
		see(h.Activities[i].At.Day(f.zone))
	}
	if len(l.days) > 0 {
		see(l.days[0])
		if l.quoted == 0 || l.days[0] < l.quoted {
			l.quoted = l.days[0]
		}
	}
}

// aYear is how long going on is watched for: the share that went on within it does
// not depend on how old the company is.
const aYear = 365

// hurdle counts who waits below a step and what stands in their way.
func (c *cut) hurdle(lives []*life, from, to string) Hurdle {
	h := Hurdle{From: from, To: to}
	var spells []model.Life
	var waits []float64
	for _, l := range lives {
		start, end := c.passed(l, from), c.passed(l, to)
		if l.row.Rung == from {
			h.Waiting++
			h.why(l)
			h.Undated += one(start == 0)
			h.FellBack += one(end != 0)
		}
		switch {
		case start == 0:
			continue
		case end != 0:
			h.Conversion.Part++
			spells = append(spells, model.Life{Time: float64(max(0, end-start)), Ended: true})
		default:
			spells = append(spells, model.Life{Time: float64(c.win.asOf - start)})
			if l.row.Rung == from {
				waits = append(waits, float64(c.win.asOf-start))
			}
		}
	}
	h.Conversion = rate(h.Conversion.Part, int64(len(spells)))
	h.curve(model.KaplanMeier(spells), waits)
	return h
}

// curve reads the times from rung to rung: how long half of them take, what share
// goes on within a year, and how likely those who wait now are to go on within the
// next one, given how long they have waited.
func (h *Hurdle) curve(steps []model.Step, waits []float64) {
	median, _, _ := model.MedianLife(steps)
	h.Median = decimal(median)
	if h.Conversion.Of > 0 {
		at := model.StepAt(steps, aYear)
		h.Within = decimal(1 - at.Survival)
		h.WithinLow, h.WithinHigh = decimal(1-at.High), decimal(1-at.Low)
	}
	sum := 0.0
	for _, w := range waits {
		sum += 1 - model.Survives(steps, w+aYear)/model.Survives(steps, w)
	}
	if len(waits) > 0 {
		h.Next = decimal(sum / float64(len(waits)))
	}
}

// passed returns the day a customer first stood on a rung or above, 0 if never or
// if nobody knows. Loyalty is dated by the order that made the order days enough.
func (c *cut) passed(l *life, rung string) Day {
	first := func(days []Day, n int) Day {
		if len(days) < n {
			return 0
		}
		return days[n-1]
	}
	switch rung {
	case Aware:
		return l.known
	case Trial:
		return l.quoted
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
	switch r := l.row; {
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

// steps values each step up for one business type. The chance is that of the type's
// own customers waiting, of all where too few of the type ever stood on the rung.
func (c *cut) steps(name string, hurdles []Hurdle) []StepWorth {
	var lives []*life
	for _, l := range c.lives {
		if l.row.Segment == name {
			lives = append(lives, l)
		}
	}
	var out []StepWorth
	for i, all := range hurdles {
		low := c.newRung(all.From, func(r *transform.Figures) bool { return r.Segment == name && r.Rung == all.From })
		high := c.newRung(all.To, func(r *transform.Figures) bool { return r.Segment == name && r.Rung == Rungs()[i+1] })
		own := c.hurdle(lives, all.From, all.To)
		w := StepWorth{Type: name, From: all.From, To: all.To, Waiting: own.Waiting - own.FellBack - own.Undated, Chance: all.Next}
		if own.Conversion.Of >= int64(c.rules.MinSample) && own.Next.Known {
			w.Chance, w.Own = own.Next, true
		}
		if low.Each.Known && high.Each.Known && w.Chance.Known {
			w.Each = extract.Some(high.Each.Value - low.Each.Value)
			w.Worth = c.s.part(w.Chance, extract.Some(w.Each.Value*Money(w.Waiting)))
		}
		out = append(out, w)
	}
	return out
}
