package due

import (
	"time"

	"clientele/extract"
)

// leeway is how far the clocks of two hosts may be apart before a moment that is to
// come is taken for one written by a clock that has gone back.
const leeway = extract.Instant(time.Hour / time.Microsecond)

// A Watch is since when a schedule holds, and up to when it was looked after: every
// slot until then is in the ledger. Other times, days off or rules of catching up
// count from there on, so that changing them brings nothing of the past back.
type Watch struct {
	Begins, Seen extract.Instant
}

// From returns since when slots can be owed.
func (w Watch) From() extract.Instant { return max(w.Begins, w.Seen+1) }

// At is the watch at a moment, and whether it had to be set back: what was written by
// a clock that has gone back since would keep what comes from being owed.
func (w Watch) At(now extract.Instant) (Watch, bool) {
	back := Watch{Begins: w.Begins, Seen: w.Seen}
	if w.Begins > now+leeway {
		back.Begins = now
	}
	if w.Seen > now+leeway {
		back.Seen = now
	}
	return back, back != w
}

// Seen returns up to when a schedule has been looked after, once what is owed at a
// moment is written down: until then, or just before what the ledger does not have.
func (s Schedule) Seen(ledger Ledger, now extract.Instant) extract.Instant {
	seen := now
	for _, o := range s.owed(ledger, now) {
		if !o.Known {
			seen = min(seen, o.Slot-1)
		}
	}
	return seen
}
