package jobs

import (
	"context"
	"slices"
	"time"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/transform/state"
)

// seenEvery is how often it is written down up to when schedules were looked after,
// where nothing else is: a change of their times reaches no farther back.
const seenEvery = 6 * time.Hour

// since sets since when schedules can owe anything: their beginning, or up to when
// they were looked after. It reports whether that is to be written down again.
func (d *Director) since(ctx context.Context, schedules []due.Schedule) (bool, error) {
	list, err := d.State.Seen(ctx)
	if err != nil {
		return false, err
	}
	now, late := d.instant(), false
	for i := range schedules {
		s := &schedules[i]
		w, back := due.Watch{Begins: s.Begins, Seen: seenAt(list, s.Job)}.At(now)
		if back {
			d.warnBack(s.Job)
		}
		late = late || back || w.Seen < now-extract.Instant(seenEvery.Microseconds())
		s.Begins = w.From()
	}
	return late, nil
}

// warnBack tells of a clock that was put back, which somebody should look into.
func (d *Director) warnBack(job string) {
	if d.Log != nil {
		d.Log.Warn("the clock has gone back since this schedule was looked after", "job", job)
	}
}

func seenAt(list []state.Seen, job string) extract.Instant {
	at := slices.IndexFunc(list, func(x state.Seen) bool { return x.Job == job })
	if at < 0 {
		return 0
	}
	return list[at].At
}

// lookedAfter writes down that all that schedules owed by a plan is in the ledger. What
// is not there yet is not passed over.
func (d *Director) lookedAfter(ctx context.Context, plan Plan) error {
	schedules, _, err := d.begun(ctx)
	if err != nil {
		return err
	}
	if _, err := d.since(ctx, schedules); err != nil {
		return err
	}
	ledger, err := d.ledger(ctx)
	if err != nil {
		return err
	}
	var list []state.Seen
	for _, s := range schedules {
		list = append(list, state.Seen{Job: s.Job, At: s.Seen(ledger, plan.at)})
	}
	ctx, over := noting(ctx)
	defer over()
	return d.State.SetSeen(ctx, *d.lease, list)
}

// busy lists when runs were at work of late: what came due then was not missed.
func (d *Director) busy(ctx context.Context) ([]due.Span, error) {
	if !slices.ContainsFunc(d.Schedules, func(s due.Schedule) bool { return s.CatchUp == due.None }) {
		return nil, nil
	}
	list, err := d.State.Spans(ctx, d.instant()-extract.Instant((7*24*time.Hour).Microseconds()))
	var out []due.Span
	for _, x := range list {
		out = append(out, due.Span{From: x.Started, To: x.Finished})
	}
	return out, err
}

// comes writes down that something owed has come and waits, so that it is not taken
// for missed later.
func (d *Director) comes(ctx context.Context, o due.Owed) error {
	if !unknown(o) {
		return nil
	}
	return d.set(ctx, o, state.Owed{Fate: state.OwedFailed, Reason: o.Why, Attempts: o.Attempts, NextAt: d.instant()})
}

// unknown reports whether something came due by a schedule and the ledger does not
// have it.
func unknown(o due.Owed) bool { return !o.Known && o.Slot != 0 }
