package jobs

import (
	"context"
	"fmt"
	"slices"

	"clientele/transform"
	"clientele/transform/state"
)

// spelled writes an address as the ledger has it for the period: a list that was
// written anew with other capitals means the same people.
func (s *drafts) spelled(address string) string {
	out := address
	for _, x := range s.sent {
		switch {
		case x.Recipient == address:
			return address
		case x.Scope == s.plain.Scope && state.SameAddress(x.Recipient, address):
			out = x.Recipient
		}
	}
	return out
}

// moved finds what somebody has of the period, or may have, for a part of the company
// they were listed for before and are no more: they get this part with the next period.
func (s *drafts) moved(previous []state.Delivery, to Recipient) (x state.Delivery, moved bool) {
	if len(previous) > 0 {
		return x, false
	}
	at := slices.IndexFunc(s.sent, func(x state.Delivery) bool {
		return x.Scope != to.Scope && state.SameAddress(x.Recipient, to.Address) && !s.d.listed(x.Report, x.Recipient, x.Scope) &&
			slices.Contains([]state.State{state.Accepted, state.Unknown, state.Committing}, x.State)
	})
	if at < 0 {
		return x, false
	}
	return s.sent[at], true
}

// leftAt leaves somebody at what they have for another part of the company. Asked by
// hand it says how they get the other.
func leftAt(x state.Delivery, to Recipient, out *Published, o PublishOptions) error {
	why := fmt.Sprintf("has the period already, for %s", x.Scope.Name())
	switch {
	case x.State != state.Accepted && !o.Owed:
		out.tell(to, Unclear, "nobody knows whether they have the period for "+x.Scope.Name(), "")
		return fmt.Errorf("%w: nobody knows whether %s has it", ErrPartial, to.Address)
	case x.State != state.Accepted:
		why = "may have the period already, for " + x.Scope.Name()
	case !o.Owed:
		out.tell(to, Stopped, why, "")
		return fmt.Errorf("%w: %s %s (--send-correction sends that of %s as well)", ErrStopped, to.Address, why, to.Scope.Name())
	}
	out.tell(to, Nothing, why, "")
	return nil
}

// overtaken ends a correction that a person asked for and that could not be delivered
// before its figures changed again: nobody has seen what it would say now. It counts as
// refused, so that ops are told.
func (d *Director) overtaken(ctx context.Context, run transform.Run, previous []state.Delivery, a state.Action) error {
	latest := previous[len(previous)-1]
	if a.Do != state.Stop || slices.Contains([]state.State{state.Accepted, state.Rejected}, latest.State) {
		return nil
	}
	now := d.instant()
	why := "not sent: the figures changed again since it was asked for; --send-correction sends those of now"
	if latest.Answer != "" {
		why += ", last: " + latest.Answer
	}
	if err := d.State.Retake(ctx, run, latest.Key, latest.Edition, now); err != nil {
		return err
	}
	return d.State.Record(ctx, run, latest.Key, state.Rejected, state.Details{Answer: why}, now)
}
