package jobs

import (
	"context"
	"errors"
	"fmt"

	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// Report returns a report by its name.
func (d *Director) Report(name string) (Report, error) {
	for _, r := range d.Reports {
		if r.Name == name {
			return r, nil
		}
	}
	return Report{}, fmt.Errorf("report %s is not configured or not enabled: see reports in the configuration", name)
}

// LastPeriod returns the last finished period of a report.
func (d *Director) LastPeriod(name string) (transform.Period, error) {
	r, err := d.Report(name)
	if err != nil {
		return transform.Period{}, err
	}
	return transform.LastFinished(d.today(), r.Kind, d.WeekStart), nil
}

// fresh returns the newest snapshot, if its sources were read after the period
// had ended.
func (d *Director) fresh(ctx context.Context, period transform.Period) (warehouse.Snapshot, error) {
	run, found, err := d.Warehouse.Latest(ctx)
	if err != nil {
		return warehouse.Snapshot{}, err
	}
	if !found {
		return warehouse.Snapshot{}, fmt.Errorf("%w: they were never read (run `clientele run refresh`)", ErrStale)
	}
	snapshot, _, err := d.Warehouse.Snapshot(ctx, run)
	if err != nil {
		return snapshot, err
	}
	if d.ahead(snapshot.At) {
		return snapshot, fmt.Errorf("%w: read %s, which is to come: the clock has gone back since (run `clientele run refresh`)", ErrStale, snapshot.At.Minute())
	}
	switch known, err := d.knows(ctx, run); {
	case err == nil && !known:
		return snapshot, fmt.Errorf("%w: run %d read them, which the state does not know since it was lost or restored; refresh again (`clientele run refresh`)", ErrStale, run)
	case err != nil:
		return snapshot, err
	}
	if snapshot.At < period.To.Start(d.Company.Zone) {
		return snapshot, fmt.Errorf("%w: read %s, %s ends before %s (run `clientele run refresh` once it has ended)", ErrStale, snapshot.At.Minute(), period.Label(), period.To)
	}
	return snapshot, nil
}

// knows reports whether a run is in the state. One is not that a warehouse has from
// before the state was lost or a backup restored.
func (d *Director) knows(ctx context.Context, run transform.Run) (bool, error) {
	_, err := d.State.Run(ctx, run)
	if errors.Is(err, state.ErrNoRun) {
		return false, nil
	}
	return err == nil, err
}
