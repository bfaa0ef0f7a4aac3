package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A Snapshot is a refresh that was committed. It makes the refresh's rows visible.
type Snapshot struct {
	Run       transform.Run
	At        extract.Instant // when the refresh began to read
	Digest    string          // of the staged rows
	Links     string          // digest of who is who
	Customers int64
}

// Latest returns the run of the newest snapshot, false before the first.
func (db *DB) Latest(ctx context.Context) (transform.Run, bool, error) {
	s, ok, err := db.snapshot(ctx, "latest_snapshot")
	return s.Run, ok, err
}

// SnapshotAt returns the newest snapshot that began at or before a moment, false
// where there is none.
func (db *DB) SnapshotAt(ctx context.Context, at extract.Instant) (Snapshot, bool, error) {
	return db.snapshot(ctx, "snapshot_at", at)
}

// Snapshot returns the snapshot of a run, false where the run committed none.
func (db *DB) Snapshot(ctx context.Context, run transform.Run) (Snapshot, bool, error) {
	return db.snapshot(ctx, "snapshot_of", run)
}

// Snapshots returns every snapshot, the oldest first.
func (db *DB) Snapshots(ctx context.Context) ([]Snapshot, error) {
	var list []Snapshot
	if err := db.Reads.SelectContext(ctx, &list, db.sql("snapshots")); err != nil {
		return nil, fmt.Errorf("read snapshots: %w", told(ctx, err))
	}
	return list, nil
}

func (db *DB) snapshot(ctx context.Context, query string, args ...any) (Snapshot, bool, error) {
	var s Snapshot
	err := db.Reads.GetContext(ctx, &s, db.sql(query), args...)
	if errors.Is(err, sql.ErrNoRows) {
		return Snapshot{}, false, nil
	}
	if err != nil {
		return Snapshot{}, false, fmt.Errorf("read snapshot: %w", told(ctx, err))
	}
	return s, true, nil
}

// need returns an error where a run committed no snapshot.
func (db *DB) need(ctx context.Context, run transform.Run) error {
	_, ok, err := db.Snapshot(ctx, run)
	if err == nil && !ok {
		err = fmt.Errorf("run %d committed no snapshot: choose one that did, or refresh", run)
	}
	return err
}
