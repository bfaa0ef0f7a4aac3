package warehouse

import (
	"context"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// numbers gives every customer a dense number in order of id, from 1; nobody we
// know is 0.
type numbers struct {
	count int
	of    map[string]map[string]uint32 // source, id of the party
}

// who numbers the customers of a run and the parties linked to them.
func (db *DB) who(ctx context.Context, run transform.Run) (*numbers, error) {
	ids, err := db.customerIDs(ctx, run)
	if err != nil {
		return nil, err
	}
	n := &numbers{count: len(ids), of: map[string]map[string]uint32{}}
	for l, err := range stream[linkRow](ctx, db.Reads, db.tables[linkKind], run) {
		if err != nil {
			return nil, err
		}
		at, found := slices.BinarySearch(ids, l.Customer)
		if !found {
			return nil, fmt.Errorf("party %s of %s belongs to customer %s, who is not in the customer table: refresh again", l.ID, l.Source, l.Customer)
		}
		n.put(l.Ref, uint32(at+1))
	}
	return n, nil
}

func (db *DB) customerIDs(ctx context.Context, run transform.Run) ([]transform.CustomerID, error) {
	var ids []transform.CustomerID
	if err := db.Reads.SelectContext(ctx, &ids, db.sql("customer_ids"), run, run); err != nil {
		return nil, fmt.Errorf("read ids of customers: %w", told(ctx, err))
	}
	return ids, nil
}

func (n *numbers) put(r extract.Ref, number uint32) {
	if n.of[r.Source] == nil {
		n.of[r.Source] = map[string]uint32{}
	}
	n.of[r.Source][r.ID] = number
}

// owner returns the number of the customer a record belongs to.
func (n *numbers) owner(rec extract.Record) uint32 {
	o, ok := rec.(extract.Owned)
	if !ok {
		return 0
	}
	ref := o.Belongs().Of(rec.Key().Source)
	return n.of[ref.Source][ref.ID]
}
