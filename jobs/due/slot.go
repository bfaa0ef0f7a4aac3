package due

import (
	"iter"

	"clientele/extract"
	"clientele/transform"
)

// A slot is one time a schedule names, with what is owed from then on.
type slot struct {
	at     extract.Instant
	key    string
	period transform.Period
	day    extract.Day // of the schedule's wall clock
	from   extract.Day // the day off it was moved from; zero where it was not moved
	off    string      // what that day is called
	skip   bool        // the day is a day off and nothing is done
}

// slots returns what becomes owed from one moment up to, not including, another,
// each once: every moment, or of every period the first. Moved times may bring
// periods out of order by a few days.
func (s Schedule) slots(from, to extract.Instant) iter.Seq[slot] {
	if s.Kind == "" {
		return s.each(from, to)
	}
	return s.periods(from, to)
}

// around returns the days whose times can come to lie between two moments: as far
// as the working days around them, for none is moved farther.
func (s Schedule) around(from, to extract.Instant) (extract.Day, extract.Day) {
	first, last := from.Day(s.Zone)-2, to.Day(s.Zone)+2
	if s.Calendar != nil {
		first, _ = s.Calendar.working(first, -1)
		last, _ = s.Calendar.working(last, 1)
	}
	return first, last
}

// each returns the slots of a job that is about no period. Days moved onto one are
// one: its times are the same.
func (s Schedule) each(from, to extract.Instant) iter.Seq[slot] {
	return func(yield func(slot) bool) {
		first, last := s.around(from, to)
		done := first - 1
		for day := first; day <= last; day++ {
			if !s.on(day) {
				continue
			}
			x := s.place(wall{day: day}, 0)
			if x.day == done {
				continue
			}
			if done = x.day; x.from != 0 && s.on(x.day) {
				x.from, x.off = 0, "" // it comes round then anyway
			}
			if !s.day(x, from, to, yield) {
				return
			}
		}
	}
}

// day returns the slots of one day. Minutes that fall into one gap are one slot.
func (s Schedule) day(x slot, from, to extract.Instant, yield func(slot) bool) bool {
	last := extract.Instant(0)
	for _, minute := range s.Times.minutes {
		x.at = moment(x.day, minute, s.Zone)
		if x.at < from || x.at >= to || x.at == last {
			continue
		}
		last, x.key = x.at, x.at.String()
		if !yield(x) {
			return false
		}
	}
	return true
}

// periods returns the slots of a job about periods, in the order of the periods.
func (s Schedule) periods(from, to extract.Instant) iter.Seq[slot] {
	return func(yield func(slot) bool) {
		first, last := s.around(from, to)
		for p := transform.LastFinished(first, s.Kind, s.Week); p.To <= last; p = s.following(p) {
			x, found := s.of(p, from, first)
			if found && x.at < to && !yield(x) {
				return
			}
		}
	}
}

// of returns the slot of a period: the first time that comes round after its end
// and before the end of the next one, where it is moved to, and not before a moment.
// Days before the first one given cannot be moved there.
func (s Schedule) of(p transform.Period, from extract.Instant, first extract.Day) (slot, bool) {
	end, next := p.To.Start(s.Company), s.following(p).To.Start(s.Company)
	var best slot
	found := false
	for w := range s.moments(max(end, first.Start(s.Zone)), next) {
		x := s.place(w, end)
		if found && !best.skip && x.day > best.day {
			break // days stay in order when they are moved, times on them may not
		}
		if x.at >= from && (!found || x.before(best)) {
			best, found = x, true
		}
	}
	best.key, best.period = p.Key(), p
	return best, found
}

// before reports whether a slot of a period comes before another: one that is not
// skipped before one that is, and one that was not moved before one that was.
func (x slot) before(y slot) bool {
	switch {
	case x.skip != y.skip:
		return y.skip
	case x.at != y.at:
		return x.at < y.at
	}
	return x.from == 0 && y.from != 0
}

// place moves a time off a day off, but not before a moment.
func (s Schedule) place(w wall, earliest extract.Instant) slot {
	x := slot{at: w.at, day: w.day}
	name, off := s.Calendar.Off(w.day)
	if !off {
		return x
	}
	x.off = name
	if s.Shift == ShiftSkip {
		x.skip = true
		return x
	}
	to, found := w.day, false
	if s.Shift == ShiftPrevious {
		to, found = s.Calendar.working(w.day, -1)
		found = found && moment(to, w.minute, s.Zone) >= earliest
	}
	if !found {
		to, found = s.Calendar.working(w.day, 1)
	}
	if x.skip = !found; found {
		x.at, x.day, x.from = moment(to, w.minute, s.Zone), to, w.day
	}
	return x
}
