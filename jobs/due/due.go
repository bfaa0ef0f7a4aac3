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
	Moved  extract.Day      // the day off the slot was moved from; zero where it was not
	Do     Deed
	From   extract.Instant // Wait: not before
	Why    string          // in words

	Attempts int  // so far
	Known    bool // the ledger has it
}

// An Entry is what the ledger says became of something owed.
type Entry struct {
	Job      string
	Key      string
	Slot     extract.Instant
	Period   transform.Period
	Settled  bool            // done or skipped: never again
	Skipped  bool            // settled without having been done
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
	Busy    []Span // when a run was at work, lately and in order
}

// A Span is the time from one moment up to another.
type Span struct{ From, To extract.Instant }

// Due lists what is owed at a moment, in the order of the schedules and the
// oldest first, then what letters are left of anything else, then what was begun
// and nothing asks for any more.
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
	for _, e := range ledger.Entries {
		o := Owed{Job: e.Job, Key: e.Key, Period: e.Period, Slot: e.Slot, Do: Skip, Attempts: e.Attempts, Known: true}
		if !e.Settled && !listed(out, o) {
			o.Why = "its schedule is gone, or about other periods by now; " + e.tried()
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
	changed := letters.Changed
	if found && !e.Settled {
		o.Slot, o.From, o.Why, o.Attempts, o.Known, changed = e.Slot, e.From, e.tried(), e.Attempts, true, e.Changed
	}
	if waits(o.From, changed, now) {
		o.Do = Wait
	}
	return o, true
}

// waits reports whether something is not to be tried yet. What was written down at a
// moment that is to come was so by a clock that has gone back since: it waits no longer.
func waits(from, changed, now extract.Instant) bool { return from > now && changed <= now }

func (e Entry) tried() string {
	if e.Attempts == 0 {
		return e.Reason
	}
	times := "once"
	if e.Attempts != 1 {
		times = fmt.Sprintf("%d times", e.Attempts)
	}
	return "tried " + times + ": " + e.Reason
}

// Delay is how long to wait after the nth failed attempt: 1 minute, 2, 4 and so
// on up to an hour.
func Delay(attempts int) time.Duration {
	if attempts < 1 {
		return 0
	}
	return min(time.Minute<<min(attempts-1, 6), time.Hour)
}
