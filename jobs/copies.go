package jobs

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
)

// copiesOwed lists what a person asked to be sent again and was not handed over yet:
// one thing owed for each letter.
func (d *Director) copiesOwed(ctx context.Context) ([]due.Owed, error) {
	list, err := d.State.OpenResends(ctx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	w, err := d.words(ctx)
	if err != nil {
		return nil, err
	}
	var out []due.Owed
	for _, r := range list {
		period, err := transform.PeriodOf(r.Period)
		if err != nil {
			return nil, err
		}
		o := due.Owed{Job: ResendJob, Key: r.Key.String(), Period: period, Slot: r.Asked, Do: due.Run, Known: true, From: r.NextAt, Attempts: r.Attempts, Why: fmt.Sprintf("copy %d of %s, asked for by %s", r.N, r.Key, r.Who)}
		if r.Answer != "" {
			o.Why += ", last: " + r.Answer
		}
		if o.From > d.instant() {
			o.Do = due.Wait
		}
		if why, held := w.on(r.Report, period, r.Recipient); held {
			o.Do, o.Why, o.From = due.Hold, why, 0
		}
		out = append(out, o)
	}
	return out, nil
}

// copyOwed sends what a person asked for before.
func (d *Director) copyOwed(ctx context.Context, o due.Owed) (Part, error) {
	part := Part{Owed: o}
	if o.Do != due.Run {
		return part, nil
	}
	list, err := d.State.OpenResends(ctx)
	if err != nil {
		return part, err
	}
	at := slices.IndexFunc(list, func(r state.Resend) bool { return r.Key.String() == o.Key })
	if at < 0 {
		return part, nil
	}
	r := list[at]
	previous, err := d.State.Previous(ctx, r.Key)
	if err != nil {
		return part, err
	}
	at = slices.IndexFunc(previous, func(x state.Delivery) bool { return x.Key == r.Key })
	if at < 0 {
		return part, fmt.Errorf("send again %s: %w", r.Key, state.ErrNoDelivery)
	}
	done, err := d.resendAgain(ctx, r, previous[at])
	part.Err, part.Published = err, &Published{Report: r.Report, Period: o.Period, Run: done.Run, Outcomes: []Outcome{done.Outcome}}
	return part, nil
}

// resendAgain takes a copy up that was not handed over before.
func (d *Director) resendAgain(ctx context.Context, r state.Resend, x state.Delivery) (Resent, error) {
	return d.resend(ctx, x, fmt.Sprintf("%s, asked for by %s, once more", r, r.Who), func(ctx context.Context, run transform.Run, out *Resent) error {
		if _, err := d.State.Doubt(ctx, run, d.instant()); err != nil {
			return err
		}
		r, err := d.State.RetakeResend(ctx, run, r, d.instant())
		if err != nil {
			return err
		}
		if r.State == state.Rejected {
			out.Outcome = Outcome{Recipient: x.Recipient, Did: Nothing, Why: r.Answer}
			return nil
		}
		m, err := d.archived(x)
		if err != nil { // it lay there when it was asked for
			_, broken := d.State.RecordResend(ctx, run, r, state.Rejected, state.Details{Answer: err.Error()}, d.instant())
			return errors.Join(fmt.Errorf("%w: %w", ErrPartial, err), broken)
		}
		return d.handAgain(ctx, r, x, m, out)
	})
}
