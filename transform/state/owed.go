package state

import (
	"context"
	"fmt"
	"time"

	"clientele/extract"
	"clientele/transform"
)

// A Fate is what became of something that was owed.
type Fate string

// The fates. Done and Skipped are final.
const (
	OwedClaimed Fate = "claimed" // a run has begun it, and may have died over it
	OwedDone    Fate = "done"
	OwedFailed  Fate = "failed" // and is tried again, not before NextAt
	OwedSkipped Fate = "skipped"
)

// An Owed is a job for one period, with what became of it. There is one for each
// job and period.
type Owed struct {
	Job      string
	Period   string          // transform.Period.Key, or the slot of a job that is about no period
	Slot     extract.Instant // since when it is owed
	AsOf     transform.Day   `db:"as_of"` // the day the period ended before; zero for a job that is about none
	Fate     Fate            `db:"state"`
	Reason   string          // why it is not done, or not for everybody
	Attempts int
	NextAt   extract.Instant `db:"next_at"`
	Changed  extract.Instant
	Run      transform.Run // that did it, where one began
}

// A Begun is a schedule as the ledger knows it: what was due before it began, or
// while it was not configured, is not owed.
type Begun struct {
	Job    string
	Kind   string          // of its periods
	Begins extract.Instant // first seen
	Ended  extract.Instant // no longer configured since; zero while it is
}

// Owed returns what became of what was owed: every period of a report, and of a
// job that is about no period the latest that was settled and all that are not.
func (db *DB) Owed(ctx context.Context) ([]Owed, error) {
	var all []Owed
	if err := db.read().list(ctx, &all, "owed-list"); err != nil {
		return nil, fmt.Errorf("read what is owed: %w", err)
	}
	return all, nil
}

// SetOwed writes down what becomes of something owed, for whoever holds the lease.
// ErrLost if that is another by now.
func (db *DB) SetOwed(ctx context.Context, l Lease, o Owed) error {
	err := db.write(ctx, func(s session) error {
		if err := s.holds(ctx, l); err != nil {
			return err
		}
		o.Reason = readable(o.Reason)
		return s.put(ctx, "owed-set", o)
	})
	if err != nil {
		return fmt.Errorf("write down %s %s as %s: %w", o.Job, o.Period, o.Fate, err)
	}
	return nil
}

// Schedules returns the schedules the ledger knows, in order of their jobs.
func (db *DB) Schedules(ctx context.Context) ([]Begun, error) {
	var all []Begun
	if err := db.read().list(ctx, &all, "schedule-list"); err != nil {
		return nil, fmt.Errorf("read schedules: %w", err)
	}
	return all, nil
}

// SetSchedule writes down since when a schedule holds, for whoever holds the lease.
func (db *DB) SetSchedule(ctx context.Context, l Lease, b Begun) error {
	err := db.write(ctx, func(s session) error {
		if err := s.holds(ctx, l); err != nil {
			return err
		}
		return s.put(ctx, "schedule-set", b)
	})
	if err != nil {
		return fmt.Errorf("write down the schedule of %s: %w", b.Job, err)
	}
	return nil
}

// Open returns the deliveries that are neither accepted nor refused for good, and
// of which it is certain that they did not arrive.
func (db *DB) Open(ctx context.Context) ([]Delivery, error) {
	var all []Delivery
	if err := db.read().list(ctx, &all, "delivery-open"); err != nil {
		return nil, fmt.Errorf("list open deliveries: %w", err)
	}
	return all, nil
}

// holds refuses a lease that was given back or is another's by now.
func (s session) holds(ctx context.Context, l Lease) error {
	var now Lease
	found, err := s.get(ctx, &now, "lease-get", l.Name)
	if err == nil && (!found || now.Fence != l.Fence || now.Expires == 0) {
		err = ErrLost
	}
	return err
}

// Late returns how long after its time something owed was settled, or last tried.
func (o Owed) Late() time.Duration {
	return time.Duration(max(o.Changed-o.Slot, 0)) * time.Microsecond
}
