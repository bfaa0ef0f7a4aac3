package warehouse

import (
	"context"

	"clientele/extract"
	"clientele/transform"
)

// Reps returns the records of reps as they were after a run, in order of source and id.
func (db *DB) Reps(ctx context.Context, run transform.Run) ([]extract.Rep, error) {
	var list []extract.Rep
	err := fill(ctx, db, run, extract.Reps, &list)()
	return list, err
}
