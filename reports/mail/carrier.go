package mail

import (
	"context"
	"errors"
	"fmt"
)

// A Carrier takes a message away.
//
// Ready opens what is needed to hand anything over, or says why nothing can be; ask
// it before each message, while nothing is at stake yet. Close lets go of what Ready
// opened; the carrier may be used again.
//
// Carry calls commit just before the step that cannot be taken back, and goes on
// only if commit returns nil; so the ledger can write down that from now on the
// message may have arrived. Without an error it was taken. A *Refusal says it was
// not, and whether trying again can help. ErrUnknown says nobody can tell. After
// any other error nothing was handed over. When ctx ends, Carry drops what it is at:
// whoever wants a letter begun to be finished keeps ctx alive for it.
type Carrier interface {
	Ready(ctx context.Context) error
	Carry(ctx context.Context, m Message, commit func() error) (Receipt, error)
	Close() error
}

// A Receipt is the carrier's word that it has a message.
type Receipt struct {
	Code   int    // of SMTP, zero for others
	Answer string // "queued as 4711", or where the file lies
}

// A Refusal is the carrier's word that it has not taken a message.
type Refusal struct {
	Code      int
	Answer    string
	Temporary bool // trying again can help
	Address   bool // for good, and because the recipient's address is bad
	TooLarge  bool // for good, and because of the letter's size: a smaller one may be taken
}

// Error implements error.
func (r *Refusal) Error() string {
	if r.Code == 0 {
		return r.Answer
	}
	return fmt.Sprintf("%d %s", r.Code, r.Answer)
}

// ErrUnknown means that a message may or may not have arrived. It must not be sent
// again before somebody has looked.
var ErrUnknown = errors.New("nobody can tell whether the message arrived")
