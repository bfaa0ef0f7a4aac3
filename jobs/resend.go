package jobs

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/reports/mail"
	"clientele/transform"
	"clientele/transform/state"
)

// ResendJob is the name under which letters are sent again, in runs and in plans.
const ResendJob = "resend"

// Resent is the account of a letter that was sent again.
type Resent struct {
	Report, Period, Recipient string
	Revision, Copy            int
	Outcome                   Outcome
	Run                       transform.Run `json:"-"`
}

// Resend sends a letter that was accepted, or may have been, once more as it went
// out: the same bytes under the same Message-ID. It is a person's explicit word, and
// the only thing that sends anybody a second copy. What is refused for now is tried
// again by RunDue.
func (d *Director) Resend(ctx context.Context, x state.Delivery, who, why string) (Resent, error) {
	return d.resend(ctx, x, fmt.Sprintf("%s %s to %s, revision %d, asked for by %s", x.Report, x.Period, x.Recipient, x.Revision, who), func(ctx context.Context, run transform.Run, out *Resent) error {
		if _, err := d.State.Doubt(ctx, run, d.instant()); err != nil {
			return err
		}
		m, err := d.archived(x)
		if err != nil {
			return err
		}
		if err := d.mayResend(ctx, x, out); err != nil {
			return err
		}
		r, err := d.State.AskResend(ctx, state.Resend{Key: x.Key, Who: who, Why: why, Run: run}, d.instant())
		if err != nil {
			return err
		}
		return d.handAgain(ctx, r, x, m, out)
	})
}

// resend does a piece of work about a copy as a run.
func (d *Director) resend(ctx context.Context, x state.Delivery, asked string, work func(context.Context, transform.Run, *Resent) error) (Resent, error) {
	out := Resent{Report: x.Report, Period: x.Period, Recipient: x.Recipient, Revision: x.Revision}
	period, err := transform.PeriodOf(x.Period)
	if err != nil {
		return out, err
	}
	err = d.record(ctx, state.Run{Job: ResendJob, Period: x.Period, AsOf: period.To, Args: asked}, func(ctx context.Context, run transform.Run) (any, error) {
		out.Run = run
		err := work(ctx, run, &out)
		return out, errors.Join(err, d.Carrier.Close())
	})
	return out, err
}

// mayResend holds a copy to what any letter is held to.
func (d *Director) mayResend(ctx context.Context, x state.Delivery, out *Resent) error {
	w, err := d.words(ctx)
	if err != nil {
		return err
	}
	w.restores = nil // somebody asked for this very copy
	period, err := transform.PeriodOf(x.Period)
	if err != nil {
		return err
	}
	if why, held := w.on(x.Report, period, x.Recipient); held {
		out.Outcome = Outcome{Recipient: x.Recipient, Did: Held, Why: why}
		return fmt.Errorf("%w: %s is sent nothing: %s", ErrOnHold, x.Recipient, why)
	}
	return nil
}

// handAgain lays a copy down and hands it over, writing down every step before the
// next.
func (d *Director) handAgain(ctx context.Context, r state.Resend, x state.Delivery, m mail.Message, out *Resent) error {
	ctx, over := d.lasting(ctx)
	defer over()
	out.Copy = r.N
	tell := func(did Did, why, where string) {
		out.Outcome = Outcome{Recipient: x.Recipient, Did: did, Why: why, Path: where}
	}
	step := func(to state.State, with state.Details) (err error) {
		noted, over := noting(ctx)
		defer over()
		r, err = d.State.RecordResend(noted, r.Run, r, to, with, d.instant())
		return err
	}
	whole, err := d.laidDown(ctx, m, step)
	if err != nil {
		tell(Waiting, err.Error(), "")
		return fmt.Errorf("%w: %w", ErrMail, err)
	}
	if err := d.mayResend(ctx, x, out); err != nil { // it may have been said since
		return err
	}
	if err := step(state.Sending, state.Details{}); err != nil {
		return err
	}
	receipt, lies, err := d.carry(ctx, x.Key, whole, func() error { return step(state.Committing, state.Details{}) })
	if err == nil {
		tell(Sent, fmt.Sprintf("copy %d, asked for by %s", r.N, r.Who), receipt.Answer)
		d.clear(m)
		return step(state.Accepted, state.Details{Code: receipt.Code, Answer: receipt.Answer})
	}
	e := endingOf(err, extract.InstantOf(d.Now().Add(due.Delay(r.Attempts))))
	if e.state != state.Deferred {
		d.clear(m)
	}
	tell(e.did, e.details.Answer, "")
	broken := step(e.state, e.details)
	if broken == nil && e.state != state.Unknown {
		d.unarchive(lies)
	}
	return errors.Join(fmt.Errorf("%w: %s to %s: %w", e.kind, x.Report, m.To, err), broken)
}

// laidDown puts a copy into the spool, makes sure that there is somebody to take it,
// and reads it back.
func (d *Director) laidDown(ctx context.Context, m mail.Message, step func(state.State, state.Details) error) (mail.Message, error) {
	if err := d.Spool.Put(m); err != nil {
		return m, err
	}
	if err := step(state.Spooled, state.Details{}); err != nil {
		return m, err
	}
	if err := d.Carrier.Ready(ctx); err != nil {
		return m, err
	}
	return d.Spool.Take(m)
}
