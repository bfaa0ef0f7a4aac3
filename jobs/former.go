package jobs

import (
	"context"

	"clientele/transform"
	"clientele/transform/warehouse"
)

// former lists the ids that no customer had any more by the end of a refresh, for
// programs that remember them.
func (d *Director) former(ctx context.Context, snapshot transform.Run) ([]warehouse.Forward, error) {
	list, err := d.State.Forwards(ctx, snapshot)
	out := make([]warehouse.Forward, len(list))
	for i, f := range list {
		out[i] = warehouse.Forward{ID: f.ID, Current: f.Now, Since: f.Since}
	}
	return out, err
}
