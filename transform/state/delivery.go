package state

import (
	"errors"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A State is how far a delivery has come.
type State string

// The states of a delivery, in the order they are passed through. Up to Sending
// the recipient has certainly got nothing. Committing is written just before the
// deed that cannot be taken back.
const (
	Planned    State = "planned"    // claimed: nobody else will send it
	Rendered   State = "rendered"   // the workbook exists, its checksum is known
	Spooled    State = "spooled"    // the letter exists, its bytes are final
	Sending    State = "sending"    // handing over has begun
	Committing State = "committing" // about to be handed over for good
	Accepted   State = "accepted"   // the carrier has taken it
	Deferred   State = "deferred"   // refused for now; trying again may help
	Rejected   State = "rejected"   // refused for good
	Unknown    State = "unknown"    // may or may not have arrived; only a person can settle it
)

// States lists the states of a delivery in the order they are passed through.
func States() []State {
	return []State{Planned, Rendered, Spooled, Sending, Committing, Accepted, Deferred, Rejected, Unknown}
}

// Errors of the delivery ledger.
var (
	// ErrClaimed means that another run has this delivery.
	ErrClaimed = errors.New("another run has claimed this delivery")
	// ErrNoDelivery means that there is no such delivery.
	ErrNoDelivery = errors.New("there is no such delivery")
	// ErrState means that a delivery in its state cannot become what was asked.
	ErrState = errors.New("not in this order")
)

// A Key names one delivery: what, about when, to whom, which correction.
type Key struct {
	Report string
	Period string // transform.Period.Key
	transform.Scope
	Recipient string // the name or address the recipient list uses; it never changes for a person
	Revision  int    // 1, and one more for each correction
}

// String returns the key in a reader's words.
func (k Key) String() string {
	return fmt.Sprintf("%s %s, %s, to %s, revision %d", k.Report, k.Period, k.Scope.Name(), k.Recipient, k.Revision)
}

// A Delivery is what is known about one mailing to one person.
type Delivery struct {
	Key
	State        State
	Edition      string // transform.Edition.Hash
	Address      string
	MessageID    string          `db:"message_id"`
	FileSHA256   string          `db:"file_sha256"`   // of the workbook
	LetterSHA256 string          `db:"letter_sha256"` // of the letter in its final bytes
	Size         int64           // bytes of the letter
	Attempts     int             // times it came to Sending
	Code         int             // the carrier's last answer
	Answer       string          // in its words
	Planned      extract.Instant // first claimed
	Changed      extract.Instant // last change of state
	Accepted     extract.Instant
	NextAt       extract.Instant `db:"next_at"` // Deferred: not before
	Run          transform.Run   // that has it
}

// Details is what a step makes known. What is left zero stays as it was, but for
// NextAt, which only a Deferred delivery has.
type Details struct {
	Address      string
	MessageID    string
	FileSHA256   string
	LetterSHA256 string
	Size         int64
	Code         int
	Answer       string
	NextAt       extract.Instant
	Counts       bool // Rejected: because of the address, which counts against it
}

// steps lists what may follow each state while one run has the delivery. Accepted
// is final; Rejected and Deferred are taken up again by Retake, Unknown by Settle.
var steps = map[State][]State{
	Planned:    {Rendered, Deferred, Rejected},
	Rendered:   {Spooled, Deferred, Rejected},
	Spooled:    {Sending, Deferred, Rejected},
	Sending:    {Committing, Deferred, Rejected},
	Committing: {Accepted, Deferred, Rejected, Unknown},
}

// retakeable lists the states a later run may start over from: nothing arrived.
var retakeable = []State{Planned, Rendered, Spooled, Sending, Deferred, Rejected}

// become moves a delivery on, or says why it cannot be.
func (d *Delivery) become(to State, with Details, now extract.Instant) error {
	if !slices.Contains(steps[d.State], to) {
		return fmt.Errorf("%s cannot become %s: %w", d.State, to, ErrState)
	}
	d.State, d.Changed, d.NextAt = to, now, 0
	d.learn(with)
	switch to {
	case Sending:
		d.Attempts++
	case Accepted:
		d.Accepted = now
	case Deferred:
		d.NextAt = with.NextAt
	}
	return nil
}

func (d *Delivery) learn(with Details) {
	d.Address = or(with.Address, d.Address)
	d.MessageID = or(with.MessageID, d.MessageID)
	d.FileSHA256 = or(with.FileSHA256, d.FileSHA256)
	d.LetterSHA256 = or(with.LetterSHA256, d.LetterSHA256)
	d.Size = or(with.Size, d.Size)
	if with.Code != 0 || with.Answer != "" {
		d.Code, d.Answer = with.Code, readable(with.Answer)
	}
}

func or[T comparable](v, otherwise T) T {
	var none T
	if v == none {
		return otherwise
	}
	return v
}
