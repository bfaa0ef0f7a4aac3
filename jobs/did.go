package jobs

// Did is what became of a recipient.
type Did string

// The words. Some are said again at the next attempt; final are those after which the
// period is done for the recipient.
const (
	Sent      Did = "sent"
	Corrected Did = "corrected" // had other figures, and has what replaces them
	Nothing   Did = "nothing"   // has it, or is sent nothing unasked
	Stopped   Did = "stopped"   // has other figures: a person decides
	Held      Did = "held"      // a hold, a suppressed address or a closed gate: a person or time decides
	Waiting   Did = "waiting"   // letters cannot be handed over now
	Deferred  Did = "deferred"  // refused for now
	Rejected  Did = "rejected"  // refused for good
	Unclear   Did = "unclear"   // nobody knows
	NotTried  Did = "failed"    // before it was handed over
)

// final reports whether nothing more is to be done about a recipient.
func (x Did) final() bool {
	switch x {
	case Sent, Corrected, Nothing, Rejected, Unclear:
		return true
	}
	return false
}
