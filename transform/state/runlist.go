package state

import (
	"context"
	"fmt"

	"clientele/extract"
)

// Selected is which runs to list; what is empty selects all.
type Selected struct {
	Job    string
	Status string
	Since  extract.Instant // began at or after
	Limit  int
}

// SelectRuns returns runs without their accounts, newest first.
func (db *DB) SelectRuns(ctx context.Context, o Selected) ([]Run, error) {
	var all []Run
	if err := db.read().list(ctx, &all, "run-select", o.Job, o.Job, o.Status, o.Status, o.Since, o.Limit); err != nil {
		return nil, fmt.Errorf("list runs: %w", err)
	}
	return all, nil
}

// RunStates lists what a run can be.
func RunStates() []string { return []string{Running, OK, Failed, Partial, HeldBack, Interrupted} }
