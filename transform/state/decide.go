package state

import "fmt"

// A Deed is what a rerun does for one recipient.
type Deed string

// The deeds.
const (
	Send    Deed = "send"    // never accepted: send it
	Nothing Deed = "nothing" // accepted with the same content
	Stop    Deed = "stop"    // accepted with other content: show the difference, wait for a person's word
	Correct Deed = "correct" // the same, and the word was given: send the next revision
	Ask     Deed = "ask"     // it may have arrived: a person must settle that first
)

// Options are what the caller of a rerun wishes.
type Options struct {
	SendCorrection bool // replace what was accepted with other content
}

// An Action is what to do for one recipient, and why.
type Action struct {
	Do       Deed
	Revision int       // which revision it is about
	Again    bool      // the revision was claimed before: Retake it instead of Plan
	Against  *Delivery // Stop and Correct: the accepted delivery to show the difference to
	Why      string    // in words, for the line that says who got what
}

// Decide returns what a rerun with this edition does for one recipient, given all
// earlier deliveries of the same report, period and scope to them. It changes
// nothing and may be asked as often as one likes.
func Decide(previous []Delivery, edition string, o Options) Action {
	var latest, accepted *Delivery
	for i := range previous {
		d := &previous[i]
		if latest == nil || d.Revision > latest.Revision {
			latest = d
		}
		if d.State == Accepted && (accepted == nil || d.Revision > accepted.Revision) {
			accepted = d
		}
	}
	switch {
	case latest == nil:
		return Action{Do: Send, Revision: 1, Why: "not sent before"}
	case latest.State == Unknown || latest.State == Committing:
		return Action{Do: Ask, Revision: latest.Revision, Why: "nobody knows whether it arrived: ask the recipient, then `clientele outbox confirm` (`clientele outbox list` has it)"}
	case accepted == nil:
		return Action{Do: Send, Revision: latest.Revision, Again: true, Why: before(latest.State)}
	}
	return rerun(latest, accepted, edition, o)
}

// before says in words how far a letter came that was never accepted.
func before(last State) string {
	switch last {
	case Deferred, Rejected:
		return "was " + string(last) + " before"
	}
	return "not sent before, " + string(last) + " by an earlier run"
}

// rerun decides where something was accepted before.
func rerun(latest, accepted *Delivery, edition string, o Options) Action {
	open := latest.State != Accepted
	switch {
	case edition == accepted.Edition:
		return Action{Do: Nothing, Revision: accepted.Revision, Why: "accepted with the same content"}
	case accepted.Edition == LostEdition && !o.SendCorrection:
		return Action{Do: Nothing, Revision: accepted.Revision, Why: "arrived before the state was restored, with figures nobody recorded"}
	case open && edition == latest.Edition: // the word for this very correction was given
		return Action{Do: Correct, Revision: latest.Revision, Again: true, Against: accepted, Why: "correction not yet accepted, last " + string(latest.State)}
	case !o.SendCorrection:
		return Action{Do: Stop, Revision: accepted.Revision, Against: accepted, Why: "accepted with other content; --send-correction sends the new one"}
	case open:
		return Action{Do: Correct, Revision: latest.Revision, Again: true, Against: accepted, Why: "correction, never accepted so far"}
	}
	return Action{Do: Correct, Revision: accepted.Revision + 1, Against: accepted, Why: fmt.Sprintf("correction of revision %d", accepted.Revision)}
}
