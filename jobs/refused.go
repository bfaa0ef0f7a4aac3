package jobs

import (
	"errors"

	"clientele/extract"
	"clientele/reports/mail"
	"clientele/transform/state"
)

// An ending is what a letter came to that its carrier did not take.
type ending struct {
	state   state.State
	did     Did
	kind    error // what the run is told
	details state.Details
	refusal *mail.Refusal // nil where nobody refused it
}

// endingOf says what an error of a carrier means. After what is only for now a letter
// is tried again at a moment.
func endingOf(err error, again extract.Instant) ending {
	e := ending{state: state.Deferred, did: Deferred, kind: ErrMail, details: state.Details{Answer: err.Error(), NextAt: again}}
	switch {
	case errors.Is(err, mail.ErrUnknown):
		return e.final(state.Unknown, Unclear)
	case errors.As(err, &e.refusal):
		e.kind, e.details.Code, e.details.Answer = ErrPartial, e.refusal.Code, e.refusal.Error()
		if !e.refusal.Temporary {
			e.details.Counts = e.refusal.Address
			return e.final(state.Rejected, Rejected)
		}
	}
	return e
}

// final is the ending of a letter that is not tried again by itself.
func (e ending) final(to state.State, did Did) ending {
	e.state, e.did, e.kind, e.details.NextAt = to, did, ErrPartial, 0
	return e
}
