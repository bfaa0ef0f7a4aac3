package jobs

import (
	"context"
	"fmt"
	"slices"
	"time"

	"clientele/extract"
	"clientele/jobs/due"
	"clientele/transform"
	"clientele/transform/state"
)

// RefreshJob is the name of the refresh in schedules and in the ledger.
const RefreshJob = "refresh"

// A Plan is what is owed at a moment and what comes next.
type Plan struct {
	Owed []due.Owed
	Next []due.Owed
	Held []state.Hold // words that hold letters now, owed or not

	begun []state.Begun   // schedules the ledger does not know as they are
	at    extract.Instant // the moment it is of
	seen  bool            // it is time to write down up to when schedules were looked after
}

// idle reports whether there is nothing to do and nothing to write down.
func (p Plan) idle() bool {
	return len(p.begun) == 0 && !p.seen && !slices.ContainsFunc(p.Owed, func(o due.Owed) bool {
		return o.Do == due.Run || o.Do == due.Skip || unknown(o)
	})
}

// Plan looks up what is owed now and the next so many things to come. It changes
// nothing.
func (d *Director) Plan(ctx context.Context, most int) (Plan, error) {
	now := d.instant()
	d, err := d.staffed(ctx)
	if err != nil {
		return Plan{}, err
	}
	schedules, begun, err := d.begun(ctx)
	if err != nil {
		return Plan{}, err
	}
	seen, err := d.since(ctx, schedules)
	if err != nil {
		return Plan{}, err
	}
	ledger, err := d.ledger(ctx)
	if err != nil {
		return Plan{}, err
	}
	owed, err := d.heed(ctx, due.Due(schedules, ledger, now), ledger)
	if err != nil {
		return Plan{}, err
	}
	copies, err := d.copiesOwed(ctx)
	if err != nil {
		return Plan{}, err
	}
	words, err := d.State.Holds(ctx)
	if err != nil {
		return Plan{}, err
	}
	return Plan{Owed: append(owed, copies...), Held: state.Standing(words), Next: due.Coming(schedules, ledger, now, most), begun: begun, seen: seen, at: now}, nil
}

// begun sets since when each schedule holds, and returns what the ledger does not
// know yet: a schedule begins when it is first seen, and again after it was gone or
// when its periods are of another kind. Its times may change at will.
func (d *Director) begun(ctx context.Context) ([]due.Schedule, []state.Begun, error) {
	known, err := d.State.Schedules(ctx)
	if err != nil {
		return nil, nil, err
	}
	now := extract.InstantOf(d.Now().Truncate(time.Minute)) // the minute it is seen in counts
	schedules := slices.Clone(d.Schedules)
	var changed []state.Begun
	for i := range schedules {
		s := &schedules[i]
		at := slices.IndexFunc(known, func(b state.Begun) bool { return b.Job == s.Job && b.Kind == s.Kind && b.Ended == 0 })
		if at >= 0 {
			s.Begins = known[at].Begins
			continue
		}
		s.Begins = now
		changed = append(changed, state.Begun{Job: s.Job, Kind: s.Kind, Begins: now})
	}
	for _, b := range known {
		if b.Ended == 0 && !slices.ContainsFunc(schedules, func(s due.Schedule) bool { return s.Job == b.Job }) {
			b.Ended = now
			changed = append(changed, b)
		}
	}
	return schedules, changed, nil
}

// ledger gathers what is known of the past.
func (d *Director) ledger(ctx context.Context) (due.Ledger, error) {
	var out due.Ledger
	list, err := d.State.Owed(ctx)
	if err != nil {
		return out, err
	}
	for _, o := range list {
		e := due.Entry{
			Job: o.Job, Key: o.Period, Slot: o.Slot, Settled: o.Fate == state.OwedDone || o.Fate == state.OwedSkipped, Skipped: o.Fate == state.OwedSkipped,
			Attempts: o.Attempts, From: o.NextAt, Reason: o.Reason, Changed: o.Changed,
		}
		if o.AsOf > 0 {
			if e.Period, err = transform.PeriodOf(o.Period); err != nil {
				return out, fmt.Errorf("read what is owed of %s: %w", o.Job, err)
			}
		}
		out.Entries = append(out.Entries, e)
	}
	if out.Busy, err = d.busy(ctx); err != nil {
		return out, err
	}
	open, err := d.open(ctx)
	if err != nil {
		return out, err
	}
	for _, x := range open {
		if err := d.left(&out, x); err != nil {
			return out, err
		}
	}
	return out, nil
}

// left adds an open delivery to what letters are left, if it is still wanted.
func (d *Director) left(ledger *due.Ledger, x state.Delivery) error {
	if !d.listed(x.Report, x.Recipient, x.Scope) {
		return nil
	}
	period, err := transform.PeriodOf(x.Period)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(ledger.Letters, func(l due.Letters) bool { return l.Job == x.Report && l.Period == period })
	if at < 0 {
		at = len(ledger.Letters)
		ledger.Letters = append(ledger.Letters, due.Letters{Job: x.Report, Period: period, From: x.NextAt})
	}
	l := &ledger.Letters[at]
	l.Count++
	l.From, l.Changed = min(l.From, x.NextAt), max(l.Changed, x.Changed)
	return nil
}

// New lists the jobs whose schedules the ledger does not know yet. Until it does
// they owe nothing.
func (p Plan) New() []string {
	var out []string
	for _, b := range p.begun {
		if b.Ended == 0 {
			out = append(out, b.Job)
		}
	}
	return out
}
