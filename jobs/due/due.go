package due

import (
	"fmt"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// A Deed is what is to be done about something owed.
type Deed string

// The deeds.
const (
	Run  Deed = "run"  // now
	Wait Deed = "wait" // it failed and is tried again, but not yet
	Skip Deed = "skip" // never: write down why
	Next Deed = "next" // not owed yet
	Hold Deed = "hold" // not before a person says so: whoever asks knows their words, this package does not
)

// Owed is something owed: a job about a period.
type Owed struct {
	Job    string
	Key    string           // of the period, or the slot of a job that is about none
	Period transform.Period // zero for a job that is about none
	Slot   extract.Instant  // since when; zero if letters are all that is owed
	Do     Deed
	From   extract.Instant // Wait: not before
	Why    string          // in words

	Attempts int // so far
}

// An Entry is what the ledger says became of something owed.
type Entry struct {
	Job      string
	Key      string
	Slot     extract.Instant
	Period   transform.Period
	Settled  bool            // done or skipped: never again
	Attempts int             // so far
	From     extract.Instant // not to be tried again before
	Reason   string          // why it is not done
	Changed  extract.Instant
}

// Letters are some of a report that are still to be delivered.
type Letters struct {
	Job     string
	Period  transform.Period
	Count   int
	From    extract.Instant // not to be tried again before
	Changed extract.Instant // when the last of them was last tried
}

// A Ledger is what is known of the past.
type Ledger struct {
	Entries []Entry
	Letters []Letters
}

// Due lists what is owed at a moment, in the order of the schedules and the
// oldest first, then what letters are left of anything else.
func Due(schedules []Schedule, ledger Ledger, now extract.Instant) []Owed {
	var out []Owed
	for _, s := range schedules {
		out = append(out, s.owed(ledger, now)...)
	}
	for _, l := range ledger.Letters {
		if o, open := ledger.left(l, now); open && !listed(out, o) {
			out = append(out, o)
		}
	}
	return out
}

func listed(list []Owed, o Owed) bool {
	for _, x := range list {
		if x.Job == o.Job && x.Key == o.Key {
			return true
		}
	}
	return false
}

// entry finds what became of something owed.
func (l Ledger) entry(job, key string) (Entry, bool) {
	for _, e := range l.Entries {
		if e.Job == job && e.Key == key {
			return e, true
		}
	}
	return Entry{}, false
}

// left says what is owed because of letters: nothing if the period was settled
// after they were last tried, for whoever settled it knew of them.
func (l Ledger) left(letters Letters, now extract.Instant) (Owed, bool) {
	o := Owed{
		Job: letters.Job, Key: letters.Period.Key(), Period: letters.Period, Do: Run, From: letters.From,
		Why: fmt.Sprintf("%d letters are still to be delivered", letters.Count),
	}
	if letters.Count == 1 {
		o.Why = "1 letter is still to be delivered"
	}
	e, found := l.entry(o.Job, o.Key)
	if found && e.Settled && e.Changed >= letters.Changed {
		return o, false
	}
	if found && !e.Settled {
		o.Slot, o.From, o.Why, o.Attempts = e.Slot, e.From, e.tried(), e.Attempts
	}
	if o.From > now {
		o.Do = Wait
	}
	return o, true
}

// owed lists what a schedule owes at a moment.
func (s Schedule) owed(ledger Ledger, now extract.Instant) []Owed {
	slots := s.past(ledger, now)
	var out []Owed
	passed := 0 // slots of a job without periods that nothing is known of
	for i, x := range slots {
		e, found := ledger.entry(s.Job, x.key)
		if found && e.Settled {
			continue
		}
		o := Owed{Job: s.Job, Key: x.key, Period: x.period, Slot: x.at, Do: Run, Attempts: e.Attempts, Why: "due since " + s.clock(x.at)}
		switch last := i == len(slots)-1; {
		case !last && s.Kind == "":
			if passed++; !found && i < len(slots)-2 {
				continue // one line tells of all of them
			}
			o.Do, o.Why = Skip, fmt.Sprintf("a later time is owed (%d were missed up to this one)", passed)
		case !last && s.CatchUp != All:
			o.Do, o.Why = Skip, "a later period is owed"
		case found && e.From > now:
			o.Do, o.From, o.Why = Wait, e.From, e.tried()
		case found && e.Attempts > 0:
			o.Why += ", " + e.tried()
		}
		out = append(out, o)
	}
	return out
}

// past lists the slots up to now that may be owed. Of a job without periods those
// after the last one that was settled, for it stood for all before.
func (s Schedule) past(ledger Ledger, now extract.Instant) []slot {
	from := s.Begins
	if s.Kind == "" {
		for _, e := range ledger.Entries {
			if e.Job == s.Job && e.Settled {
				from = max(from, e.Slot+1)
			}
		}
	}
	var out []slot
	for x := range s.slots(from, now+1) {
		out = append(out, x)
	}
	return out
}

func (e Entry) tried() string {
	times := "once"
	if e.Attempts != 1 {
		times = fmt.Sprintf("%d times", e.Attempts)
	}
	return "tried " + times + ": " + e.Reason
}

// clock writes a moment as the schedule's own wall clock shows it.
func (s Schedule) clock(at extract.Instant) string {
	return at.Time().In(s.Zone).Format("Mon 2 Jan 2006 15:04 MST")
}

// Delay is how long to wait after the nth failed attempt: 1 minute, 2, 4 and so
// on up to an hour.
func Delay(attempts int) time.Duration {
	if attempts < 1 {
		return 0
	}
	return min(time.Minute<<min(attempts-1, 6), time.Hour)
}
