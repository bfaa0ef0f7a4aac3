package jobs

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/reports/mail"
	"clientele/transform/state"
	"clientele/transform/store"
)

// prepare lays the letter down in its final bytes and makes sure that there is
// somebody to take it. Until here nothing was tried: a failure leaves the delivery
// where it stands.
func (d *Director) prepare(ctx context.Context, p posting, m mail.Message) error {
	if err := d.State.Record(ctx, p.run, p.key, state.Rendered, state.Details{FileSHA256: p.issue.SHA256}, d.instant()); err != nil {
		return err
	}
	if err := d.Spool.Put(m); err != nil {
		return store.Explain(err)
	}
	details := state.Details{MessageID: m.MessageID, LetterSHA256: m.SHA256, Size: int64(len(m.Bytes)), Answer: p.apart}
	if err := d.State.Record(ctx, p.run, p.key, state.Spooled, details, d.instant()); err != nil {
		return err
	}
	return d.Carrier.Ready(ctx)
}

// handOver gives the letter to the carrier as it lies in the spool. It says in a
// word what became of it, why, and where it lies. From commit on it may have
// arrived.
func (d *Director) handOver(ctx context.Context, p *posting, m mail.Message) (did, why, where string, err error) {
	whole, err := d.checked(p, m)
	if err != nil {
		details := state.Details{Answer: err.Error(), NextAt: d.retry(*p)}
		return "deferred", err.Error(), "", errors.Join(fmt.Errorf("%w: nothing was sent: %w", ErrPartial, err), d.settle(ctx, *p, state.Deferred, details))
	}
	if err := d.State.Record(ctx, p.run, p.key, state.Sending, state.Details{}, d.instant()); err != nil {
		return "failed", err.Error(), "", err
	}
	receipt, lies, err := d.carry(ctx, p.key, whole, func() error {
		return d.State.Record(ctx, p.run, p.key, state.Committing, state.Details{}, d.instant())
	})
	if err != nil {
		did, why, err = d.notTaken(ctx, *p, lies, err)
		return did, why, "", err
	}
	if err := d.settle(ctx, *p, state.Accepted, state.Details{Code: receipt.Code, Answer: receipt.Answer}); err != nil {
		return "unclear", err.Error(), "", err // taken, but the ledger could not be told
	}
	if p.action.Do == state.Correct {
		return "corrected", p.action.Why, receipt.Answer, nil
	}
	return "sent", p.action.Why, receipt.Answer, nil
}

// notTaken writes down why a carrier did not take a letter, which lies in the archive
// since, and says it in a word.
func (d *Director) notTaken(ctx context.Context, p posting, lies string, err error) (did, why string, _ error) {
	var refusal *mail.Refusal
	to, did, kind := state.Deferred, "deferred", ErrMail
	details := state.Details{Answer: err.Error(), NextAt: d.retry(p)}
	switch {
	case errors.Is(err, mail.ErrUnknown):
		to, did, kind = state.Unknown, "unclear", ErrPartial
	case errors.As(err, &refusal):
		details.Code, details.Answer, kind = refusal.Code, refusal.Error(), ErrPartial
		switch {
		case refusal.TooLarge && p.apart == "": // it goes once more without its workbook, by this run or, if it dies now, by the next
			did, details.NextAt = tooLarge, d.instant()
		case !refusal.Temporary:
			to, did = state.Rejected, "rejected"
			details.Counts = refusal.Address
		}
	}
	if did == "deferred" && refusal != nil {
		since, over, broken := d.tooLong(ctx, p)
		if over {
			to, did, details.Answer = state.Rejected, "rejected", fmt.Sprintf("given up, put off since %s: %s", since, details.Answer)
		}
		err = errors.Join(err, broken)
	}
	if to != state.Deferred {
		details.NextAt = 0
	}
	broken := d.settle(ctx, p, to, details)
	if broken == nil && to != state.Unknown {
		d.unarchive(lies)
	}
	return did, details.Answer, errors.Join(fmt.Errorf("%w: %s to %s: %w", kind, p.key.Report, p.to.Address, err), broken)
}

// retry is when to try a letter again that was not taken for now.
func (d *Director) retry(p posting) extract.Instant {
	return extract.InstantOf(d.Now().Add(due.Delay(p.tries)))
}

// settle writes down an end also when the run is being stopped.
func (d *Director) settle(ctx context.Context, p posting, to state.State, with state.Details) error {
	ctx, over := noting(ctx)
	defer over()
	return d.State.Record(ctx, p.run, p.key, to, with, d.instant())
}
