package alarm

import (
	"time"

	"clientele/extract"
	"clientele/transform"
)

// Facts are what the ledger says at a moment.
type Facts struct {
	Now        extract.Instant
	Zone       *time.Location // whose clock people are told times by
	Open       []Open
	Done       []Done
	Runs       []Run // the oldest first
	Letters    []Letter
	Suppressed []Suppression
	Warnings   []Warning
	Told       []Key // what was told already, for Recovered
}

// An Open is something owed that is not done.
type Open struct {
	Job    string
	Key    string           // of the period, or the slot
	Period transform.Period // zero for a job that is about none
	Slot   extract.Instant  // since when it is owed; zero if it came of no schedule

	Failures int             // how often it was tried and failed
	Reason   string          // of the last failure
	Changed  extract.Instant // when it last failed
	NextAt   extract.Instant // when it is tried again
	Broke    bool            // the last failure was the program's own
	Stopped  bool            // the last failure was a check that held it back
	Partial  bool            // some recipients have it
	Release  string          // the command that lets it go, where that is not of its job and key
	HeldBy   string          // who told it to wait, and why: then it is neither failed nor late
	Restored bool            // it waits because it may have gone out before the state was restored
}

// A Done is something owed that is settled.
type Done struct {
	Job     string
	Key     string
	AsOf    transform.Day // the day its period ended before; zero for a job that is about none
	Slot    extract.Instant
	At      extract.Instant
	Run     transform.Run
	Skipped bool // and never done
}

// How a run ended, as far as it matters here.
type Ending string

// The endings.
const (
	Fine    Ending = "fine"    // or not over yet, or stopped on request
	Amiss   Ending = "amiss"   // failed
	Stopped Ending = "stopped" // a check or a gate stopped it
	Died    Ending = "died"    // its process did
)

// A Run is one execution of a job.
type Run struct {
	ID      transform.Run
	Job     string
	Key     string           // of its period
	Period  transform.Period // zero for a job that is about none
	Ending  Ending
	OK      bool // it did all it should
	ByHand  bool // nobody tries again by itself
	Broke   bool // the program is at fault
	Error   string
	Began   extract.Instant
	Over    extract.Instant
	Partial bool   // some recipients have it
	Private bool   // it was to mail nobody, or only whoever asked for it
	Accept  string // the gate that stopped it and that a person may let it through; empty for none
}

// A Letter is one that was refused for good, or of which nobody knows whether it
// arrived.
type Letter struct {
	Report    string
	Period    transform.Period
	Recipient string
	Revision  int
	Copy      int  // of what was sent again on a person's word, from 1; 0 for the letter itself
	Unknown   bool // else it was refused
	Answer    string
	Since     extract.Instant
	Run       transform.Run
	Listed    bool // still a recipient of the report
}

// A Suppression is an address that gets nothing any more.
type Suppression struct {
	Address string
	Why     string
	Since   extract.Instant
}

// A Warning is a gate that found something and let letters go with a warning.
type Warning struct {
	Job    string
	Key    string           // of the period, or the day of a job that is about none
	Period transform.Period // zero for a job that is about none
	Gate   string
	Words  string
	At     extract.Instant
	Run    transform.Run
}
