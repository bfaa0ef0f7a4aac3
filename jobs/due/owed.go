package due

import (
	"cmp"
	"slices"
	"time"

	"clientele/extract"
)

// open is a slot that has come and is not settled, with what the ledger knows of it.
type open struct {
	slot
	Entry
	known bool
}

// owed lists what a schedule owes at a moment.
func (s Schedule) owed(ledger Ledger, now extract.Instant) []Owed {
	list := s.open(ledger, now)
	if s.Kind == "" {
		return s.owedMoments(list, ledger, now)
	}
	var out []Owed
	for _, x := range list {
		out = append(out, s.fate(x, ledger, now))
	}
	return out
}

// open lists what has come and is not settled, the oldest first: the slots since the
// schedule begins, and what was begun before, whatever became of the schedule since.
func (s Schedule) open(ledger Ledger, now extract.Instant) []open {
	var out []open
	seen := map[string]bool{}
	for x := range s.slots(s.start(ledger, now), now+1) {
		seen[x.key] = true
		e, known := ledger.entry(s.Job, x.key)
		if known && x.at != e.Slot {
			x = slot{at: e.Slot, key: x.key, period: x.period} // its times were others when it was begun
		}
		if !known || !e.Settled {
			out = append(out, open{x, e, known})
		}
	}
	for _, e := range ledger.Entries {
		if e.Job == s.Job && !e.Settled && e.Period.Kind == s.Kind && !seen[e.Key] {
			out = append(out, open{slot{at: e.Slot, key: e.Key, period: e.Period}, e, true})
		}
	}
	slices.SortStableFunc(out, func(a, b open) int {
		return cmp.Or(cmp.Compare(a.period.To, b.period.To), cmp.Compare(a.at, b.at), cmp.Compare(a.key, b.key))
	})
	return out
}

// start returns since when slots can be owed. Of a job without periods the last one
// that was settled stands for all before; one that is to come was written by a clock
// that has gone back since, and stands for nothing but itself.
func (s Schedule) start(ledger Ledger, now extract.Instant) extract.Instant {
	from := s.Begins
	for _, e := range ledger.Entries {
		if s.Kind == "" && e.Job == s.Job && e.Settled && e.Slot <= now {
			from = max(from, e.Slot+1)
		}
	}
	return from
}

// fate says what is to be done about a period that is open.
func (s Schedule) fate(x open, ledger Ledger, now extract.Instant) Owed {
	o := s.named(x)
	switch why := s.skipped(x, ledger, now); {
	case why != "":
		o.Do, o.Why = Skip, why
	case x.known && waits(x.From, x.Changed, now):
		o.Do, o.From, o.Why = Wait, x.From, x.tried()
	case x.Attempts > 0:
		o.Why += ", " + x.tried()
	}
	return o
}

// named is what is owed at a slot, to be done now.
func (s Schedule) named(x open) Owed {
	return Owed{
		Job: s.Job, Key: x.key, Period: x.period, Slot: x.at, Moved: x.slot.from, Do: Run,
		Attempts: x.Attempts, Known: x.known, Why: "due since " + s.when(x.slot),
	}
}

// skipped says why a period that is open is never done; nothing if it is to be done.
func (s Schedule) skipped(x open, ledger Ledger, now extract.Instant) string {
	last := ""
	if x.known {
		last = "; " + x.tried()
	}
	switch {
	case x.skip:
		return s.dayOff(x.slot)
	case s.Paused:
		return "the schedule is paused" + last
	case s.Window > 0 && x.known && now > x.at+span(s.Window):
		return "given up after " + days(s.Window) + last
	case s.Window > 0 && now > x.at+span(s.Window):
		return "missed for longer than " + days(s.Window)
	case s.CatchUp == None && !x.known && ledger.missed(x.at, span(s.Grace), now):
		return "missed while nothing ran: it was due " + s.when(x.slot)
	case s.CatchUp != All && s.overtaken(x, ledger, now):
		return "a later period is owed" + last
	}
	return ""
}

// overtaken reports whether a later period came after one that is open. Two that were
// moved onto one moment do not overtake each other.
func (s Schedule) overtaken(x open, ledger Ledger, now extract.Instant) bool {
	for y := range s.slots(s.start(ledger, now), now+1) {
		_, known := ledger.entry(s.Job, y.key) // then its time was told there
		if !known && y.period.To > x.period.To && y.at > x.at && !y.skip {
			return true
		}
	}
	return slices.ContainsFunc(ledger.Entries, func(e Entry) bool {
		return e.Job == s.Job && !e.Skipped && e.Period.Kind == s.Kind && e.Period.To > x.period.To && e.Slot > x.at && e.Slot <= now
	})
}

// owedMoments says what is to be done about the open slots of a job without periods:
// the last is done and stands for the others, of which one line tells.
func (s Schedule) owedMoments(list []open, ledger Ledger, now extract.Instant) []Owed {
	var out []Owed
	var work []open
	for _, x := range list {
		if !x.skip {
			work = append(work, x)
			continue
		}
		o := s.named(x)
		o.Do, o.Why = Skip, s.dayOff(x.slot)
		out = append(out, o)
	}
	later := slices.ContainsFunc(ledger.Entries, func(e Entry) bool {
		return e.Job == s.Job && e.Settled && e.Slot <= now && len(work) > 0 && e.Slot > work[len(work)-1].at
	})
	for i, x := range work {
		o := s.named(x)
		switch last := i == len(work)-1; {
		case last && !later:
			o = s.fate(x, ledger, now)
		case !last && !x.known && i < len(work)-2:
			continue // one line tells of all of them
		default:
			o.Do, o.Why = Skip, s.overdue(i+1, x)
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b Owed) int { return cmp.Compare(a.Slot, b.Slot) })
	return out
}

// missed reports whether a slot is past its grace. Time in which a run was at work
// does not count: whatever it was, nothing else could begin.
func (l Ledger) missed(at, grace, now extract.Instant) bool {
	for _, b := range l.Busy {
		if b.From <= at+grace && b.To > at {
			at = b.To
		}
	}
	return now > at+grace
}

func span(d time.Duration) extract.Instant { return extract.Instant(d.Microseconds()) }
