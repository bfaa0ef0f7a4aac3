package jobs

import (
	"context"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
)

// begin writes down that something owed is begun. If the program dies over it, it
// is tried again after the delay of a failure.
func (d *Director) begin(ctx context.Context, o due.Owed) error {
	d.Log.Info("owed", "job", o.Job, "period", o.Key, "why", o.Why)
	next := extract.InstantOf(d.Now().Add(due.Delay(o.Attempts + 1)))
	return d.set(ctx, o, state.Owed{Fate: state.OwedClaimed, Reason: "the program ended while it was at it", Attempts: o.Attempts + 1, NextAt: next})
}

// done writes down that something owed is done, and for whom it is not.
func (d *Director) done(ctx context.Context, o due.Owed, run transform.Run, reason string) error {
	if reason != "" {
		d.Log.Error("not everybody was reached", "job", o.Job, "period", o.Key, "run", run, "error", reason)
	}
	err := d.set(ctx, o, state.Owed{Fate: state.OwedDone, Reason: reason, Attempts: o.Attempts + 1, Run: run})
	if err == nil {
		d.Log.Info("owed and done", "job", o.Job, "period", o.Key, "run", run)
	}
	return err
}

// again writes down that something owed failed and when it is tried again. What
// was only asked to stop did not fail, and goes on with the next start.
func (d *Director) again(ctx context.Context, o due.Owed, err error) error {
	to := state.Owed{Fate: state.OwedFailed, Reason: brief(err), Attempts: o.Attempts + 1}
	to.NextAt = extract.InstantOf(d.Now().Add(delay(to.Attempts, err)))
	if ctx.Err() != nil {
		to.Attempts, to.NextAt = o.Attempts, d.instant()
	}
	d.Log.Error("owed and not done", "job", o.Job, "period", o.Key, "attempts", to.Attempts, "again", to.NextAt, "error", err)
	return d.set(ctx, o, to)
}

// set writes down what becomes of something owed, also when the work is asked to
// stop. Something that came of no schedule is owed since now.
func (d *Director) set(ctx context.Context, o due.Owed, to state.Owed) error {
	to.Job, to.Period, to.Slot, to.AsOf, to.Changed = o.Job, o.Key, o.Slot, o.Period.To, d.instant()
	if to.Slot == 0 {
		to.Slot = to.Changed
	}
	ctx, over := noting(ctx)
	defer over()
	return d.State.SetOwed(ctx, *d.lease, to)
}

// doneByHand writes down that a period was reported to everybody without being
// owed: its schedule has nothing left to do for it.
func (d *Director) doneByHand(ctx context.Context, p Published) error {
	o := due.Owed{Job: p.Report, Key: p.Period.Key(), Period: p.Period}
	list, err := d.State.Owed(ctx)
	if err != nil {
		return err
	}
	for _, x := range list {
		switch {
		case x.Job != o.Job || x.Period != o.Key:
		case x.Fate == state.OwedDone:
			return nil // when it was done first is what counts
		default:
			o.Slot, o.Attempts = x.Slot, x.Attempts
		}
	}
	return d.set(ctx, o, state.Owed{Fate: state.OwedDone, Run: p.Run, Attempts: o.Attempts})
}
