package state

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A Filter selects deliveries; what is left zero selects all.
type Filter struct {
	Report    string
	Period    string
	Recipient string
	State     State
	Run       transform.Run
}

// Deliveries returns the deliveries a filter selects, in order of their keys.
func (db *DB) Deliveries(ctx context.Context, f Filter) ([]Delivery, error) {
	var all []Delivery
	if err := db.read().named(ctx, &all, "delivery-list", f); err != nil {
		return nil, fmt.Errorf("list deliveries: %w", err)
	}
	return all, nil
}

// Previous returns every revision of a report for a period and scope that one
// recipient was sent or was to be sent, the first one first. It is what Decide
// asks for; the key's revision does not matter.
func (db *DB) Previous(ctx context.Context, k Key) ([]Delivery, error) {
	var all []Delivery
	err := db.read().list(ctx, &all, "delivery-of", k.Report, k.Period, k.Territory, k.Rep, k.Recipient)
	if err != nil {
		return nil, fmt.Errorf("look up %s %s to %s: %w", k.Report, k.Period, k.Recipient, err)
	}
	return all, nil
}

// Accepted returns the latest accepted revision of a report for a period and
// scope, and whether there is one. The empty recipient is anybody.
func (db *DB) Accepted(ctx context.Context, report string, scope transform.Scope, period, recipient string) (d Delivery, found bool, err error) {
	found, err = db.read().get(ctx, &d, "delivery-accepted", report, period, scope.Territory, scope.Rep, recipient, recipient)
	if err != nil {
		return Delivery{}, false, fmt.Errorf("look up what was accepted of %s %s: %w", report, period, err)
	}
	return d, found, nil
}

// A Step is one line of a delivery's life.
type Step struct {
	State   State
	Edition string
	Code    int
	Answer  string
	At      extract.Instant
	Run     transform.Run
}

// Steps returns every state a delivery passed through, the first one first.
func (db *DB) Steps(ctx context.Context, k Key) ([]Step, error) {
	var all []Step
	err := db.read().list(ctx, &all, "delivery-history", k.Report, k.Period, k.Territory, k.Rep, k.Recipient, k.Revision)
	if err != nil {
		return nil, fmt.Errorf("read the life of %s: %w", k, err)
	}
	return all, nil
}
