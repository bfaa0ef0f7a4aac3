package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"github.com/google/uuid"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
)

// A Pass is what was done about everything that was owed at a moment.
type Pass struct {
	Parts []Part
	Next  []due.Owed // what comes next, of every job
	Told  Told       // what ops were told afterwards
}

// A Part is one thing of a pass: what was owed, and what became of it.
type Part struct {
	due.Owed
	Err       error // why it is not done
	Refreshed *Refreshed
	Published *Published
}

// RunDue does everything that is owed now: refreshes, reports, and letters that
// could not be delivered before. Sources read before the end of a period that is
// to be reported are read again first, once for all reports. One part's trouble
// stops no other; the error is only of what prevented the pass itself. Then ops are
// told what they should know.
func (d *Director) RunDue(ctx context.Context) (Pass, error) {
	out, err := d.runDue(ctx)
	out.Told = d.Tell(ctx)
	d.ticked(ctx, errors.Join(err, out.Told.Err))
	return out, err
}

func (d *Director) runDue(ctx context.Context) (Pass, error) {
	plan, err := d.Plan(ctx, 1)
	if err != nil {
		return Pass{}, fmt.Errorf("look up what is owed: %w", err)
	}
	if plan.idle() {
		return Pass{Parts: parts(plan.Owed), Next: plan.Next}, d.doubt(ctx)
	}
	var out Pass
	err = d.underLease(ctx, func(ctx context.Context, d *Director) error {
		d.byClock = true
		defer d.labelled(slog.String("pass", uuid.NewString()[:8]))()
		return d.pass(ctx, &out)
	})
	return out, err
}

func parts(list []due.Owed) []Part {
	var out []Part
	for _, o := range list {
		out = append(out, Part{Owed: o})
	}
	return out
}

// pass asks again what is owed, for another may have been at work, and does it.
func (d *Director) pass(ctx context.Context, out *Pass) error {
	if err := d.doubt(ctx); err != nil {
		return err
	}
	plan, err := d.Plan(ctx, 1)
	if err != nil {
		return fmt.Errorf("look up what is owed: %w", err)
	}
	for _, b := range plan.begun {
		d.Log.Info("schedule seen", "job", b.Job, "begins", b.Begins, "ended", b.Ended)
		if err := d.State.SetSchedule(ctx, *d.lease, b); err != nil {
			return err
		}
	}
	sources, err := d.passRefresh(ctx, plan.Owed, out)
	if err != nil {
		return err
	}
	for _, o := range plan.Owed {
		if o.Job == RefreshJob && o.Do == due.Run {
			continue // done
		}
		if err := stopping(ctx, o.Job+" "+o.Key); err != nil {
			return err
		}
		part, err := d.one(ctx, o, sources)
		out.Parts = append(out.Parts, part)
		if err != nil {
			return err
		}
	}
	out.Next = plan.Next
	return d.lookedAfter(ctx, plan)
}

// one does what is owed of one report, or writes down that it is never done.
func (d *Director) one(ctx context.Context, o due.Owed, sources readiness) (Part, error) {
	switch {
	case o.Job == ResendJob:
		return d.copyOwed(ctx, o)
	case o.Do == due.Skip:
		d.Log.Info("skipped", "job", o.Job, "period", o.Key, "why", o.Why)
		if err := d.State.Overtake(ctx, o.Job, o.Key, "not sent: "+o.Why, d.instant()); err != nil {
			return Part{Owed: o}, err
		}
		return Part{Owed: o}, d.set(ctx, o, state.Owed{Fate: state.OwedSkipped, Reason: o.Why, Attempts: o.Attempts})
	case o.Do != due.Run:
		return Part{Owed: o}, d.comes(ctx, o)
	}
	stale, err := d.stale(ctx, o)
	switch {
	case err != nil:
		return Part{Owed: o}, err
	case stale && sources.waits != "":
		o.Do, o.Why = due.Wait, "the sources were read before "+o.Period.Label()+" ended, and reading them "+sources.waits
		return Part{Owed: o}, d.comes(ctx, o)
	case stale && sources.err != nil:
		err := fmt.Errorf("%s, %s, needs the sources to be read: %w", o.Job, o.Period.Label(), sources.err)
		return Part{Owed: o, Err: err}, d.again(ctx, o, err)
	}
	switch err := d.knownOf(ctx, o.Period); {
	case errors.Is(err, ErrTooEarly):
		o.Do, o.Why = due.Skip, err.Error()
		return d.one(ctx, o, sources)
	case err != nil:
		return Part{Owed: o}, err
	}
	return d.report(ctx, o)
}

// report publishes what is owed of a report and writes down what became of it.
func (d *Director) report(ctx context.Context, o due.Owed) (Part, error) {
	if err := d.begin(ctx, o); err != nil {
		return Part{Owed: o}, err
	}
	p, err := d.Publish(ctx, o.Job, o.Period, PublishOptions{Owed: true})
	part := Part{Owed: o, Err: err, Published: &p}
	if err == nil || d.everybodyKnown(ctx, p) {
		reason := ""
		if err != nil {
			reason = err.Error()
		}
		return part, d.done(ctx, o, p.Run, reason)
	}
	return part, d.again(ctx, o, err)
}

// everybodyKnown reports whether every recipient's fate is known and no further
// attempt would change it.
func (d *Director) everybodyKnown(ctx context.Context, p Published) bool {
	report, err := d.Report(p.Report)
	return err == nil && len(p.Outcomes) == len(report.Recipients) &&
		!slices.ContainsFunc(p.Outcomes, func(o Outcome) bool {
			return !o.Did.final() && (o.Did != Held || !d.onlyHeld(ctx, p, o.Recipient))
		})
}

// begin writes down that something owed is begun. If the program dies over it, it
// is tried again after the delay of a failure.
func (d *Director) begin(ctx context.Context, o due.Owed) error {
	d.Log.Info("owed", "job", o.Job, "period", o.Key, "why", o.Why)
	next := extract.InstantOf(d.Now().Add(due.Delay(o.Attempts + 1)))
	return d.set(ctx, o, state.Owed{Fate: state.OwedClaimed, Reason: "the program ended while it was at it", Attempts: o.Attempts + 1, NextAt: next})
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

// brief is the first line of an error: the run has the rest.
func brief(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
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

// stale reports whether the sources were last read before the end of a period.
func (d *Director) stale(ctx context.Context, o due.Owed) (bool, error) {
	_, err := d.fresh(ctx, o.Period)
	if errors.Is(err, ErrStale) {
		return true, nil
	}
	return false, err
}
