package state

import (
	"context"
	"fmt"

	"clientele/extract"
)

// A Seen is up to when a schedule was looked after: what was due until then is among
// what is owed.
type Seen struct {
	Job string
	At  extract.Instant
}

// A Span is when a run was at work.
type Span struct{ Started, Finished extract.Instant }

// Seen returns up to when schedules were looked after, in order of their jobs.
func (db *DB) Seen(ctx context.Context) ([]Seen, error) {
	var all []Seen
	if err := db.read().list(ctx, &all, "seen-list"); err != nil {
		return nil, fmt.Errorf("read up to when schedules were looked after: %w", err)
	}
	return all, nil
}

// SetSeen writes down up to when schedules were looked after, for whoever holds the
// lease.
func (db *DB) SetSeen(ctx context.Context, l Lease, list []Seen) error {
	err := db.write(ctx, func(s session) error {
		if err := s.holds(ctx, l); err != nil {
			return err
		}
		for _, x := range list {
			if err := s.put(ctx, "seen-set", x); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write down up to when schedules were looked after: %w", err)
	}
	return nil
}

// Spans returns when runs were at work that ended after a moment by themselves, in
// the order they began.
func (db *DB) Spans(ctx context.Context, after extract.Instant) ([]Span, error) {
	var all []Span
	if err := db.read().list(ctx, &all, "run-spans", after, Interrupted); err != nil {
		return nil, fmt.Errorf("read when runs were at work: %w", err)
	}
	return all, nil
}
