package state

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// Trouble returns the deliveries that were refused for good, or of which nobody
// knows whether they arrived, since a moment.
func (db *DB) Trouble(ctx context.Context, since extract.Instant) ([]Delivery, error) {
	var all []Delivery
	if err := db.read().list(ctx, &all, "delivery-trouble", since); err != nil {
		return nil, fmt.Errorf("list deliveries in trouble: %w", err)
	}
	return all, nil
}

// A StateCount is how many deliveries are in a state.
type StateCount struct {
	State State
	Count int64
}

// DeliveryStates counts the deliveries by how far they have come.
func (db *DB) DeliveryStates(ctx context.Context) ([]StateCount, error) {
	var all []StateCount
	if err := db.read().list(ctx, &all, "delivery-states"); err != nil {
		return nil, fmt.Errorf("count deliveries: %w", err)
	}
	return all, nil
}

// Recent returns the latest runs, the oldest first, without their details.
func (db *DB) Recent(ctx context.Context, most int) ([]Run, error) {
	var all []Run
	if err := db.read().list(ctx, &all, "run-recent", most); err != nil {
		return nil, fmt.Errorf("list runs: %w", err)
	}
	return all, nil
}

// A Success is the last time a job did all it should.
type Success struct {
	Job      string
	ID       transform.Run
	Finished extract.Instant
	AsOf     transform.Day `db:"as_of"`
}

// Successes returns the last run of each job that did all it should.
func (db *DB) Successes(ctx context.Context) ([]Success, error) {
	var all []Success
	if err := db.read().list(ctx, &all, "run-last-ok"); err != nil {
		return nil, fmt.Errorf("list the last successes: %w", err)
	}
	return all, nil
}
