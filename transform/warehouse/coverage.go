package warehouse

import (
	"context"
	"fmt"

	"clientele/transform"
)

// report completes the coverage of a read and records it.
func (in *intake) report(ctx context.Context) error {
	c := &in.cov
	c.Kept, c.Stored = in.stock.kept, in.stock.amount
	if in.options.Notes != nil {
		c.Rounded, c.Cleaned = in.options.Notes()
	}
	_, err := in.tx.ExecContext(ctx, in.db.sql("save_coverage"), in.run, c.Source, c.Kind, c.Read, c.Added, c.Changed, c.Unchanged, c.Repeated, c.Aside, c.Vanished,
		c.Rounded, c.Cleaned, c.Kept, c.Amount, c.AsideSum, c.Stored, c.Newest)
	if err != nil {
		return fmt.Errorf("record the coverage: %w", err)
	}
	return nil
}

// CoverageAt returns what became of the rows a run read, in order of source and
// kind.
func (db *DB) CoverageAt(ctx context.Context, run transform.Run) ([]transform.Coverage, error) {
	var list []transform.Coverage
	if err := db.Reads.SelectContext(ctx, &list, db.sql("coverage"), run); err != nil {
		return nil, fmt.Errorf("read coverage of run %d: %w", run, told(ctx, err))
	}
	return list, nil
}
