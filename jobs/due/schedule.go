package due

import (
	"iter"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// How missed periods are caught up with.
const (
	None   = "none"   // what was missed is skipped
	Latest = "latest" // only the last one is run, the others are skipped
	All    = "all"    // each is run, the oldest first
)

// A Schedule says when a job is owed.
type Schedule struct {
	Job        string
	Times      Times
	WorkingDay int             // instead of days: the nth working day of a month, from the last one backwards if negative
	Zone       *time.Location  // whose wall clock Times are read on
	Calendar   *Calendar       // of days off; nil has none
	Shift      string          // of a time on a day off
	Kind       string          // of the periods it is about, transform.Monthly or Weekly; empty for none
	Company    *time.Location  // whose days periods are made of
	Week       time.Weekday    // the first day of a week
	CatchUp    string          // None, Latest or All; a job without periods is always Latest
	Window     time.Duration   // how long after its time a period is still caught up with; zero is for ever
	Grace      time.Duration   // None: how long after its time a period may begin
	Paused     bool            // what comes is skipped
	Begins     extract.Instant // what came before is not owed
}

// A wall is a time of a wall clock and the moment it shows it.
type wall struct {
	day    extract.Day
	minute int
	at     extract.Instant
}

// on reports whether a day is named.
func (s Schedule) on(day extract.Day) bool {
	return s.Times.on(day) && (s.WorkingDay == 0 || s.Calendar.nth(day, s.WorkingDay))
}

// moments returns the times named from one moment up to, not including, another, in
// order and wherever they are moved to. Minutes that fall into one gap are one moment.
func (s Schedule) moments(from, to extract.Instant) iter.Seq[wall] {
	return func(yield func(wall) bool) {
		last := extract.Instant(0)
		// A day that lies wholly before or after costs nothing but a look.
		for day := from.Day(s.Zone) - 1; day <= to.Day(s.Zone)+1; day++ {
			if !s.on(day) {
				continue
			}
			for _, minute := range s.Times.minutes {
				at := moment(day, minute, s.Zone)
				if at < from || at >= to || at == last {
					continue
				}
				if last = at; !yield(wall{day, minute, at}) {
					return
				}
			}
		}
	}
}

// following returns the period after one.
func (s Schedule) following(p transform.Period) transform.Period {
	if s.Kind == transform.Weekly {
		return transform.Ending(p.To+7, s.Kind)
	}
	return transform.Ending(p.To.AddMonths(1), s.Kind)
}
