package warehouse

import (
	"context"
	"fmt"
	"iter"

	"clientele/extract"
	"clientele/transform"
)

// AsidesOf streams the rows that a run kept aside, in order of source, kind and reading.
func (db *DB) AsidesOf(ctx context.Context, run transform.Run) iter.Seq2[extract.Reject, error] {
	return func(yield func(extract.Reject, error) bool) {
		if err := db.eachAside(ctx, run, func(r extract.Reject) bool { return yield(r, nil) }); err != nil {
			yield(extract.Reject{}, fmt.Errorf("read rows kept aside by run %d: %w", run, told(ctx, err)))
		}
	}
}

func (db *DB) eachAside(ctx context.Context, run transform.Run, use func(extract.Reject) bool) error {
	rows, err := db.Reads.QueryxContext(ctx, db.sql("asides_of"), run)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var r extract.Reject
		if err := rows.StructScan(&r); err != nil {
			return err
		}
		if !use(r) {
			return nil
		}
	}
	return rows.Err()
}

// Asides returns rows that a run kept aside, those with the largest amounts first whatever
// their sign, equals in order of source, kind and reading; at most so many. Rows kept by a
// release that wrote no amounts have none.
func (db *DB) Asides(ctx context.Context, run transform.Run, limit int) ([]extract.Reject, error) {
	var list []extract.Reject
	if err := db.Reads.SelectContext(ctx, &list, db.sql("asides"), run, limit); err != nil {
		return nil, fmt.Errorf("read rows kept aside by run %d: %w", run, told(ctx, err))
	}
	return list, nil
}
