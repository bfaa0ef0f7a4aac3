package due

import (
	"iter"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// How missed periods are caught up with.
const (
	Latest = "latest" // only the last one is run, the others are skipped
	All    = "all"    // each is run, the oldest first
)

// A Schedule says when a job is owed.
type Schedule struct {
	Job     string
	Times   Times
	Zone    *time.Location  // whose wall clock Times are read on
	Kind    string          // of the periods it is about, transform.Monthly or Weekly; empty for none
	Company *time.Location  // whose days periods are made of
	Week    time.Weekday    // the first day of a week
	CatchUp string          // Latest or All; a job without periods is always Latest
	Begins  extract.Instant // what came before is not owed
}

// A slot is one time a schedule names, with what is owed from then on.
type slot struct {
	at     extract.Instant
	key    string
	period transform.Period
}

// slots returns what becomes owed from one moment up to, not including, another,
// each once: every moment, or the first of every period.
func (s Schedule) slots(from, to extract.Instant) iter.Seq[slot] {
	return func(yield func(slot) bool) {
		if s.Kind == "" {
			for at := range s.moments(from, to) {
				if !yield(s.owes(at)) {
					return
				}
			}
			return
		}
		for at, found := s.first(from, to); found; at, found = s.first(from, to) {
			next := s.owes(at)
			if !yield(next) {
				return
			}
			from = s.following(next.period) // until then every moment is about the same period
		}
	}
}

// first returns the first moment named from one up to, not including, another.
func (s Schedule) first(from, to extract.Instant) (extract.Instant, bool) {
	for at := range s.moments(from, to) {
		return at, true
	}
	return 0, false
}

// following returns when the period after one has ended.
func (s Schedule) following(p transform.Period) extract.Instant {
	if s.Kind == transform.Weekly {
		return (p.To + 7).Start(s.Company)
	}
	return p.To.AddMonths(1).Start(s.Company)
}

// owes says what the job is about at a slot: a report about the period that had
// finished by then, any other job about the moment itself.
func (s Schedule) owes(at extract.Instant) slot {
	if s.Kind == "" {
		return slot{at: at, key: at.String()}
	}
	p := transform.LastFinished(at.Day(s.Company), s.Kind, s.Week)
	return slot{at: at, key: p.Key(), period: p}
}

// moments returns the moments named from one up to, not including, another, in
// order. Minutes that fall into one gap are one moment.
func (s Schedule) moments(from, to extract.Instant) iter.Seq[extract.Instant] {
	return func(yield func(extract.Instant) bool) {
		last := extract.Instant(0)
		// A day that lies wholly before or after costs nothing but a look.
		for day := from.Day(s.Zone) - 1; day <= to.Day(s.Zone)+1; day++ {
			if !s.Times.on(day) {
				continue
			}
			for minute := range minutesADay {
				if !s.Times.at(minute) {
					continue
				}
				at := moment(day, minute, s.Zone)
				if at < from || at >= to || at == last {
					continue
				}
				if last = at; !yield(at) {
					return
				}
			}
		}
	}
}
