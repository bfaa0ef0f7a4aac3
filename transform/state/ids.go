package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// ErrUnknownID means that no customer ever had the id.
var ErrUnknownID = errors.New("no customer ever had this id")

// A Crosswalk is who is who as of the last run that changed it.
type Crosswalk struct {
	Current map[extract.Ref]transform.CustomerID          // the customer of each record
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

// Resolve follows the forwarding of an id and returns the id to look for now. It
// is live unless every record of the customer is gone.
func (db *DB) Resolve(ctx context.Context, id transform.CustomerID) (now transform.CustomerID, live bool, err error) {
	err = db.look(ctx, func(s session) error {
		seen := map[transform.CustomerID]bool{}
		for now = id; !seen[now]; {
			seen[now] = true
			var r idRow
			found, err := s.get(ctx, &r, "id-get", now)
			switch {
			case err != nil:
				return err
			case !found:
				return ErrUnknownID
			case r.Retired == 0 || r.Forward == "":
				live = r.Retired == 0
				return nil
			}
			now = r.Forward
		}
		return fmt.Errorf("its forwarding turns in a circle at %s", now)
	})
	if err != nil {
		return "", false, fmt.Errorf("look up customer %s: %w", id, err)
	}
	return now, live, nil
}

// An Event is one change in the life of an id and the run that made it.
type Event struct {
	Run transform.Run
	transform.IDEvent
}

// Events returns the life of an id, oldest first: its own changes and those that
// led to it.
func (db *DB) Events(ctx context.Context, id transform.CustomerID) ([]Event, error) {
	var rows []struct {
		Run          transform.Run
		Kind, Reason string
		ID, Forward  transform.CustomerID
	}
	if err := db.read().list(ctx, &rows, "event-list", id, id); err != nil {
		return nil, fmt.Errorf("read the life of customer %s: %w", id, err)
	}
	events := make([]Event, len(rows))
	for i, r := range rows {
		events[i] = Event{r.Run, transform.IDEvent{Kind: r.Kind, ID: r.ID, Into: r.Forward, Reason: r.Reason}}
	}
	return events, nil
}
