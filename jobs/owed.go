package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"github.com/google/uuid"

	"clientele/jobs/due"
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
	d, err := d.staffed(ctx)
	if err != nil {
		return Pass{}, err
	}
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
	d, err := d.staffed(ctx) // the sources may have been read since
	if err != nil {
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

// brief is the first line of an error: the run has the rest.
func brief(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// stale reports whether the sources were last read before the end of a period.
func (d *Director) stale(ctx context.Context, o due.Owed) (bool, error) {
	_, err := d.fresh(ctx, o.Period)
	if errors.Is(err, ErrStale) {
		return true, nil
	}
	return false, err
}
