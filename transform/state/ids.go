package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// A Crosswalk is who is who as of the last run that changed it.
type Crosswalk struct {
	Current map[extract.Ref]transform.CustomerID          // the customer of each record, the last one of those that vanished
	Born    map[transform.CustomerID]Birth                // every id ever given, retired ones too
	Retired map[transform.CustomerID]transform.CustomerID // where to look now; empty: nowhere
}

// A Birth says where an id came from.
type Birth struct {
	Founder extract.Ref
	N       int           // which of the founder's ids it is
	Since   transform.Run // the run that gave it
}

// Used reports whether an id was ever given, in which case it never is again.
func (c *Crosswalk) Used(id transform.CustomerID) bool {
	_, used := c.Born[id]
	return used
}

type idRow struct {
	ID            transform.CustomerID
	FounderSource string `db:"founder_source"`
	FounderID     string `db:"founder_id"`
	N             int
	Born          transform.Run
	Retired       transform.Run
	Forward       transform.CustomerID
}

// IDs returns the whole crosswalk.
func (db *DB) IDs(ctx context.Context) (Crosswalk, error) {
	c := Crosswalk{
		Current: map[extract.Ref]transform.CustomerID{},
		Born:    map[transform.CustomerID]Birth{},
		Retired: map[transform.CustomerID]transform.CustomerID{},
	}
	var links []struct {
		Source, ID string
		Customer   transform.CustomerID
	}
	var ids []idRow
	err := db.look(ctx, func(s session) error { // both lists are of one moment
		return errors.Join(s.list(ctx, &links, "xref-list"), s.list(ctx, &ids, "id-list"))
	})
	if err != nil {
		return Crosswalk{}, fmt.Errorf("read customer ids: %w", err)
	}
	for _, l := range links {
		c.Current[extract.Ref{Source: l.Source, ID: l.ID}] = l.Customer
	}
	for _, r := range ids {
		c.Born[r.ID] = Birth{Founder: extract.Ref{Source: r.FounderSource, ID: r.FounderID}, N: r.N, Since: r.Born}
		if r.Retired > 0 {
			c.Retired[r.ID] = r.Forward
		}
	}
	return c, nil
}
