package metrics

import (
	"clientele/transform"
)

// windows are the spans of days figures are summed over, all before asOf.
type windows struct {
	asOf                 Day
	year, before         Window // twelve months, and the twelve before
	recent, recentBefore Window // three months, and the same a year ago
	period, periodBefore Window
	months               []Window // JourneyMonths calendar months, oldest first, the last cut at asOf
	pasts                pasts
	slots                []Window // the twenty-four months, divided
	series               Day      // first day of the oldest month in Figures.Months
}

func newWindows(p transform.Period) windows {
	a := p.To
	w := windows{
		asOf: a, year: Window{a.AddMonths(-12), a}, before: Window{a.AddMonths(-24), a.AddMonths(-12)},
		recent: Window{a.AddMonths(-3), a}, recentBefore: Window{a.AddMonths(-15), a.AddMonths(-12)},
		period: Window{p.From, p.To}, periodBefore: yearAgo(p), pasts: newPasts(p),
		series: (a - 1).Month().AddMonths(1 - transform.SeriesMonths),
	}
	for m := (a - 1).Month().AddMonths(1 - transform.JourneyMonths); m < a; m = m.AddMonths(1) {
		w.months = append(w.months, Window{m, min(m.AddMonths(1), a)})
	}
	w.slots = slotsOf(&w)
	return w
}

// both returns the twelve months and the twelve before.
func (w *windows) both() [2]Window { return [2]Window{w.year, w.before} }

// yearAgo returns the same period a year ago: 52 weeks for a week, so that the
// same weekdays are compared.
func yearAgo(p transform.Period) Window {
	if p.Kind == transform.Weekly {
		return Window{p.From - 364, p.To - 364}
	}
	return Window{p.From.AddMonths(-12), p.To.AddMonths(-12)}
}

// Has reports whether a day lies in the window.
func (w Window) Has(d Day) bool { return d >= w.From && d < w.To }

// overlap returns how many days two windows share.
func (w Window) overlap(o Window) int64 {
	return int64(max(0, min(w.To, o.To)-max(w.From, o.From)))
}

// prorated returns the part of a month's amount that falls into the window, by
// days, rounded toward zero.
func (w Window) prorated(month Day, amount int64) int64 {
	m := Window{month.Month(), month.Month().AddMonths(1)}
	days, all := w.overlap(m), int64(m.To-m.From)
	return amount/all*days + amount%all*days/all
}

// partial reports whether a calendar month is cut off by the as-of day.
func (w windows) partial(month Day) bool { return month.AddMonths(1) > w.asOf }
