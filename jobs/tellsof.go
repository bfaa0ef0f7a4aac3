package jobs

import (
	"context"

	"clientele/jobs/gates"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// tells reports whether a report tells what one refresh did, rather than what the company
// sold.
func tells(name string) bool {
	r, _ := pages.Find(name)
	return r.Tells
}

// aboutOf returns the snapshot that a report of a period is about. That is the newest, but
// a report that tells of a refresh goes on telling of the one it was accepted with; of a
// past period that nobody has it tells of the first refresh after its end, unless that was
// in a later period still.
func (d *Director) aboutOf(ctx context.Context, name string, period transform.Period) (warehouse.Snapshot, error) {
	newest, err := d.fresh(ctx, period)
	if err != nil || !tells(name) {
		return newest, err
	}
	if s, found, err := d.acceptedWith(ctx, name, period); found || err != nil {
		return s, err
	}
	return d.firstAfter(ctx, period, newest)
}

// after is the day on which the period that follows ends.
func after(p transform.Period) transform.Day {
	if p.Kind == transform.Monthly {
		return p.To.AddMonths(1)
	}
	return p.To + (p.To - p.From)
}

// acceptedWith returns the snapshot of the edition that was accepted last of a period, if
// its rows are still there.
func (d *Director) acceptedWith(ctx context.Context, name string, period transform.Period) (s warehouse.Snapshot, found bool, err error) {
	list, err := d.State.Deliveries(ctx, state.Filter{Report: name, Period: period.Key(), State: state.Accepted})
	var last state.Delivery
	for _, x := range list {
		if d.listed(name, x.Recipient, x.Scope) && x.Accepted >= last.Accepted {
			last = x
		}
	}
	if err != nil || last.Edition == "" {
		return s, false, err
	}
	e, kept, err := d.State.EditionOf(ctx, last.Edition)
	if err != nil || !kept {
		return s, false, err
	}
	s, err = d.snapshotOf(ctx, e)
	return s, s.Run != 0, err
}

// firstAfter returns the newest snapshot while the next period runs; afterwards the first
// that was read in it and whose account the state still has, and the newest if none was.
func (d *Director) firstAfter(ctx context.Context, period transform.Period, newest warehouse.Snapshot) (warehouse.Snapshot, error) {
	from, to := period.To.Start(d.Company.Zone), after(period).Start(d.Company.Zone)
	if newest.At < to {
		return newest, nil
	}
	all, err := d.Warehouse.Snapshots(ctx)
	for _, s := range all {
		if s.At < from || s.At >= to {
			continue
		}
		if known, err := d.knows(ctx, s.Run); known || err != nil {
			return s, err
		}
	}
	return newest, err
}

// tellOf adds what a report that tells of a refresh measures, before it is described. What
// happened to ids is no measure.
func (d *Director) tellOf(ctx context.Context, m Measured, in *pages.Input) error {
	refreshed, err := d.accountOf(ctx, m.Snapshot.Run)
	if err != nil {
		return err
	}
	words, err := d.State.Decisions(ctx, m.Snapshot.Run)
	if err != nil {
		return err
	}
	in.Match = pagesMatch(refreshed.Matched)
	in.Operations, err = d.operations(ctx, m, refreshed, m.Snapshot.Run, words)
	return err
}

// softened makes verdicts such that nothing holds a report that tells what is wrong, but for
// what is expected of its own figures.
func softened(name string, list []gates.Verdict) []gates.Verdict {
	if !tells(name) {
		return list
	}
	for i := range list {
		if v := &list[i]; v.Effect == gates.Hold && v.Kind != gates.Expected {
			v.Effect = gates.Warn
		}
	}
	return list
}
