package warehouse

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A Forward is one row of the view customers_forward: what became of an id that no
// customer has any more. docs/customer-table.md describes it.
type Forward struct {
	ID      transform.CustomerID
	Current transform.CustomerID // the id of the customer now; empty: no record was left
	Since   extract.Instant
}

// forwardTable is the table behind the view.
const forwardTable = "forward_table"

func forwardColumns() []string { return []string{"version", "id", "current_id", "since"} }

// writeForwards writes the forwarding addresses of a version.
func (db *DB) writeForwards(ctx context.Context, tx *txn, version transform.Run, list []Forward) error {
	if _, err := tx.ExecContext(ctx, db.sql("drop_forwards"), version); err != nil {
		return fmt.Errorf("remove the version's former forwarding addresses: %w", err)
	}
	stmts := statements{}
	defer stmts.close()
	put := tx.load(stmts, forwardTable, forwardColumns())
	for _, f := range list {
		values := []any{version, string(f.ID), string(f.Current), orNull(f.Since.String())}
		if err := put.add(ctx, values, func() string { return "the former id " + string(f.ID) }); err != nil {
			return err
		}
	}
	return put.flush(ctx)
}
