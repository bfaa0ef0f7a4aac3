package state

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// ErrUnlogged means that the log is older than the records in it: programs before
// this one did not write down which records an event was about.
var ErrUnlogged = errors.New("the log of that time does not name records")

// Members returns the records of a customer after a run, in order of source and id;
// run zero is now. Records that left their source while others of the customer
// stayed are among them: they are remembered. A customer that was merged has none.
func (db *DB) Members(ctx context.Context, id transform.CustomerID, at transform.Run) ([]extract.Ref, error) {
	var refs []extract.Ref
	var err error
	if at == 0 {
		refs, err = db.membersNow(ctx, id)
	} else {
		refs, err = db.membersAt(ctx, id, at)
	}
	if err != nil {
		return nil, fmt.Errorf("list the records of customer %s: %w", id, err)
	}
	return refs, nil
}

func (db *DB) membersNow(ctx context.Context, id transform.CustomerID) ([]extract.Ref, error) {
	var refs []extract.Ref
	err := db.look(ctx, func(s session) error {
		refs = nil
		return errors.Join(s.known(ctx, id), s.list(ctx, &refs, "xref-of", id))
	})
	return refs, err
}

// membersAt plays the life of the id up to a run.
func (db *DB) membersAt(ctx context.Context, id transform.CustomerID, at transform.Run) ([]extract.Ref, error) {
	events, err := db.History(ctx, id)
	if err != nil {
		return nil, err
	}
	has := map[extract.Ref]bool{}
	for _, e := range events {
		if e.ID != id || e.Run > at {
			continue
		}
		if len(e.Records) == 0 {
			return nil, fmt.Errorf("run %d: %w", e.Run, ErrUnlogged)
		}
		e.play(has)
	}
	return slices.SortedFunc(maps.Keys(has), extract.Ref.Compare), nil
}

// play changes which records the id of an event has.
func (e Event) play(has map[extract.Ref]bool) {
	for _, r := range e.Records {
		switch e.Kind {
		case transform.IDMinted, transform.IDSurvived, transform.IDRevived:
			has[r] = true
		case transform.IDMerged, transform.IDSplit:
			delete(has, r)
		}
	}
}
