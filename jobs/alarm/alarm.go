package alarm

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A Cause is why ops are told.
type Cause string

// The causes, the gravest first.
const (
	Broke       Cause = "broke"       // the program itself is at fault
	Failed      Cause = "failed"      // and trying again did not help so far
	Held        Cause = "held"        // stopped on purpose: a person decides
	Unknown     Cause = "unknown"     // a letter may or may not have arrived
	Late        Cause = "late"        // its time is long past
	Interrupted Cause = "interrupted" // the process that was at it died
	Rejected    Cause = "rejected"    // a letter was refused for good
	Suppressed  Cause = "suppressed"  // an address gets nothing any more
	Warned      Cause = "warned"      // a gate found something, and letters went out with a warning
	Recovered   Cause = "recovered"   // what was told to be failed, held or late is done
)

// Causes lists them, the gravest first.
func Causes() []Cause {
	return []Cause{Broke, Failed, Held, Unknown, Late, Interrupted, Rejected, Suppressed, Warned, Recovered}
}

// An Alarm is one thing to tell. Cause, Job, Period and About are its key: it is told
// once.
type Alarm struct {
	Cause  Cause
	Job    string
	Period string // as the ledger has it
	About  string // the recipient or gate it is about, where that is not the job as a whole

	Label  string          // the period in words, empty for a job that is about none
	Since  extract.Instant // when it came about
	What   string          // what happened, in a line
	Why    string          // the error's own words, if there are any
	Missed []string        // who got nothing, where that is known
	Itself string          // what clientele does about it by itself, and when
	Do     []string        // what a person must do, with the commands
	Run    transform.Run   // that has more to say; zero for none
	Stands bool            // it is still so, and needs a person
}

// A Key is what is told once.
type Key struct {
	Cause              Cause
	Job, Period, About string
}

// Key returns the alarm's.
func (a Alarm) Key() Key { return Key{a.Cause, a.Job, a.Period, a.About} }

// Ordered sorts alarms: the gravest first, then by job, period and what they are
// about, each key once.
func Ordered(list []Alarm) []Alarm {
	rank := func(a Alarm) int { return slices.Index(Causes(), a.Cause) }
	slices.SortFunc(list, func(a, b Alarm) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Job, b.Job), cmp.Compare(a.Period, b.Period), cmp.Compare(a.About, b.About))
	})
	return slices.CompactFunc(list, func(a, b Alarm) bool { return a.Key() == b.Key() })
}
