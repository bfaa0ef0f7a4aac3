package metrics

import (
	"clientele/transform"
)

// spans finds when a customer counts as active: as of a day B they are when the
// last order before B lies at most lapsedAfter days back. A customer who left by
// their own word stops being active then, or at the earliest the month after the
// last order, so that no month both wins and loses them.
func spans(days []Day, lapsedAfter int, leave Day) []active {
	var out []active
	for i, d := range days {
		until := d + Day(lapsedAfter) + 1
		if i == len(days)-1 && leave != 0 {
			until = min(until, max(leave, d.Month().AddMonths(1)+1))
		}
		if n := len(out); n > 0 && out[n-1].until > d {
			out[n-1].until = until
			continue
		}
		out = append(out, active{d + 1, until})
	}
	return out
}

// activeOn reports whether the customer counts as active as of a day.
func (l *life) activeOn(asOf Day) bool { return activeIn(l.active, asOf) }

// activeIn reports whether a day lies in one of the spans.
func activeIn(spans []active, asOf Day) bool {
	for _, s := range spans {
		if asOf >= s.from && asOf < s.until {
			return true
		}
	}
	return false
}

// journey returns the letters of Figures.Journey.
func (l *life) journey(months []Window) string {
	out := make([]byte, len(months))
	for i, m := range months {
		out[i] = l.step(m)
	}
	return string(out)
}

func (l *life) step(m Window) byte {
	if len(l.days) == 0 {
		return transform.StepNone
	}
	return stepOf(l.days[0], l.active, m)
}

// stepOf says what became of somebody in a month, who first came on a day and was there
// in some spans.
func stepOf(first Day, spans []active, m Window) byte {
	if first >= m.To {
		return transform.StepNone
	}
	if first >= m.From {
		return transform.StepNew
	}
	before, after := activeIn(spans, m.From), activeIn(spans, m.To)
	switch {
	case before && !after:
		return transform.StepLost
	case !before && after:
		return transform.StepReturned
	case !before:
		return transform.StepGone
	case lapsedIn(spans, m):
		return transform.StepBoth
	}
	return transform.StepActive
}

// lapsedIn reports whether an active span ended within a month.
func lapsedIn(spans []active, m Window) bool {
	for _, s := range spans {
		if s.until > m.From && s.until <= m.To {
			return true
		}
	}
	return false
}

// quarterOf returns the first day of the calendar quarter of a day.
func quarterOf(d Day) Day {
	m := d.Month()
	return m.AddMonths(-((int(m.Time().Month()) - 1) % 3))
}

// cohortAges is how many quarters a cohort is followed.
const cohortAges = 11

// kept returns the letters of Figures.Kept.
func (l *life) kept(asOf Day) string {
	var out []byte
	end := quarterOf(l.days[0]).AddMonths(3)
	for k := 1; k <= cohortAges && end.AddMonths(3*k) <= asOf; k++ {
		c := byte('0')
		if l.activeOn(end.AddMonths(3 * k)) {
			c = '1'
		}
		out = append(out, c)
	}
	return string(out)
}
