package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// drawnAsThen measures the snapshot an edition was made of and draws it again.
func (d *Director) drawnAsThen(ctx context.Context, run transform.Run, was state.Edition, period transform.Period) (Issue, Again, error) {
	again := Again{Scope: was.Scope, Edition: was.Edition, Sent: was.SHA256}
	snapshot, err := d.snapshotOf(ctx, was)
	if err != nil {
		return Issue{}, again, err
	}
	if snapshot.Run == 0 {
		return Issue{}, again, fmt.Errorf("%w: the warehouse was built anew since refresh %d, and its earlier snapshots with it; what was sent lies in the archive: %s", ErrGone, was.SnapshotRun, was.Path)
	}
	in, err := d.asThen(ctx, run, was, snapshot, period)
	if err != nil {
		return Issue{}, again, err
	}
	i, book, err := d.described(in)
	if err != nil {
		return i, again, err
	}
	if err := errors.Join(i.draw(book), i.drawFull()); err != nil {
		return i, again, err
	}
	again.Now = i.SHA256
	if again.Differs, err = d.nowDiffer(ctx, was, in); err != nil {
		return i, again, err
	}
	if again.File, err = d.folder().Again(i.archived()); err == nil && i.Full.FileName != "" {
		i.Full.path, err = d.folder().Again(i.archivedFull())
		again.Full = i.Full.path
	}
	return i, again, err
}

// asThen gathers what an edition was made of.
func (d *Director) asThen(ctx context.Context, run transform.Run, was state.Edition, snapshot warehouse.Snapshot, period transform.Period) (material, error) {
	m, err := d.figures(ctx, run, snapshot, period, was.Scope)
	if err != nil {
		return material{}, err
	}
	words, err := d.State.Decisions(ctx, was.SnapshotRun)
	if err != nil {
		return material{}, err
	}
	fields, err := d.State.FieldDecisions(ctx, was.SnapshotRun)
	if err != nil {
		return material{}, err
	}
	var looked []pages.Gate
	if was.Gates != "" {
		if err := json.Unmarshal([]byte(was.Gates), &looked); err != nil {
			return material{}, fmt.Errorf("recall what was looked at before: %w", err)
		}
	}
	in, err := d.gather(ctx, was.Report, m, was.Scope, known{was.Previous, words, fields, looked})
	if err != nil {
		return in, err
	}
	in.mark(was.Restated, was.Corrects)
	if was.Corrects != "" {
		in.Changes, err = d.changes(ctx, run, in, was.Corrects)
	}
	return in, err
}
