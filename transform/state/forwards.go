package state

import (
	"context"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A Forward says where to look for an id that is no customer's any more.
type Forward struct {
	ID    transform.CustomerID
	Now   transform.CustomerID // empty: no record was left
	Since extract.Instant      // when the run began that retired it
}

// Forwards lists the ids that had retired by the end of a run, in order of id, with
// the ids that customers had then.
func (db *DB) Forwards(ctx context.Context, at transform.Run) ([]Forward, error) {
	var rows []struct {
		ID, Forward transform.CustomerID
		Retired     transform.Run
		At          extract.Instant
	}
	if err := db.read().list(ctx, &rows, "id-forwards", at); err != nil {
		return nil, fmt.Errorf("list the ids that retired: %w", err)
	}
	next := make(map[transform.CustomerID]transform.CustomerID, len(rows))
	for _, r := range rows {
		next[r.ID] = r.Forward
	}
	list := make([]Forward, len(rows))
	for i, r := range rows {
		list[i] = Forward{ID: r.ID, Now: lives(next, r.ID), Since: r.At}
	}
	return list, nil
}

// lives follows an id to the one that lives, or to none.
func lives(next map[transform.CustomerID]transform.CustomerID, id transform.CustomerID) transform.CustomerID {
	for range len(next) + 1 { // a circle, which only hands could have made, leads nowhere
		to, retired := next[id]
		switch {
		case !retired:
			return id
		case to == "":
			return ""
		}
		id = to
	}
	return ""
}
