package warehouse

import (
	"context"

	"clientele/extract"
	"clientele/transform"
)

// Ledger returns the records that belong to the company rather than to one customer
// as they were after a run.
func (db *DB) Ledger(ctx context.Context, run transform.Run) (*transform.Ledger, error) {
	if err := db.need(ctx, run); err != nil {
		return nil, err
	}
	l := &transform.Ledger{}
	for _, read := range []func() error{
		fill(ctx, db, run, extract.Products, &l.Products),
		fill(ctx, db, run, extract.Campaigns, &l.Campaigns),
		fill(ctx, db, run, extract.Costs, &l.Costs),
		fill(ctx, db, run, extract.Rates, &l.Rates),
		fill(ctx, db, run, extract.Reps, &l.Reps),
		fill(ctx, db, run, extract.Targets, &l.Targets),
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// fill returns how to read one list.
func fill[T any, P extract.Of[T]](ctx context.Context, db *DB, run transform.Run, kind extract.Kind, list *[]T) func() error {
	return func() (err error) {
		*list, err = collect[T, P](ctx, db.Reads, db.tables[kind], run)
		return err
	}
}
