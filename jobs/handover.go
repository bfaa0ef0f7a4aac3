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
	details := state.Details{MessageID: m.MessageID, LetterSHA256: m.SHA256, Size: int64(len(m.Bytes)), Answer: p.without()}
	if err := d.State.Record(ctx, p.run, p.key, state.Spooled, details, d.instant()); err != nil {
		return err
	}
	return d.Carrier.Ready(ctx)
}

// handOver gives the letter to the carrier as it lies in the spool. It says in a
// word what became of it, why, and where it lies. From commit on it may have
// arrived.
func (d *Director) handOver(ctx context.Context, p *posting, m mail.Message) (did Did, why, where string, err error) {
	whole, err := d.checked(p, m)
	if err != nil {
		details := state.Details{Answer: err.Error(), NextAt: d.retry(*p)}
		return Deferred, err.Error(), "", errors.Join(fmt.Errorf("%w: nothing was sent: %w", ErrPartial, err), d.settle(ctx, *p, state.Deferred, details))
	}
	if err := d.State.Record(ctx, p.run, p.key, state.Sending, state.Details{}, d.instant()); err != nil {
		return NotTried, err.Error(), "", err
	}
	receipt, lies, err := d.carry(ctx, p.key, whole, func() error {
		return d.State.Record(ctx, p.run, p.key, state.Committing, state.Details{}, d.instant())
	})
	if err != nil {
		did, why, err = d.notTaken(ctx, *p, lies, err)
		return did, why, "", err
	}
	if err := d.settle(ctx, *p, state.Accepted, state.Details{Code: receipt.Code, Answer: receipt.Answer}); err != nil {
		return Unclear, err.Error(), "", err // taken, but the ledger could not be told
	}
	if p.action.Do == state.Correct {
		return Corrected, p.action.Why, receipt.Answer, nil
	}
	return Sent, p.action.Why, receipt.Answer, nil
}

// notTaken writes down why a carrier did not take a letter, which lies in the archive
// since, and says it in a word.
func (d *Director) notTaken(ctx context.Context, p posting, lies string, err error) (did Did, why string, _ error) {
	e := endingOf(err, d.retry(p))
	switch {
	case e.refusal == nil:
	case e.refusal.TooLarge && p.apart == "": // it goes once more with less, by this run or, if it dies now, by the next
		e.state, e.did, e.details.NextAt, e.details.Counts = state.Deferred, tooLarge, d.instant(), false
	case e.state == state.Deferred:
		since, over, broken := d.tooLong(ctx, p)
		if over {
			e = e.final(state.Rejected, Rejected)
			e.details.Answer = fmt.Sprintf("given up, put off since %s: %s", since, e.details.Answer)
		}
		err = errors.Join(err, broken)
	}
	broken := d.settle(ctx, p, e.state, e.details)
	if broken == nil && e.state != state.Unknown {
		d.unarchive(lies)
	}
	return e.did, e.details.Answer, errors.Join(personError{kind: e.kind, before: p.key.Report + " to ", who: []string{p.to.Address}, cause: err}, broken)
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
