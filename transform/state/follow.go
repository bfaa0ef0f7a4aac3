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

// A Trail is where an id leads.
type Trail struct {
	Now  transform.CustomerID // the id to look for now: the last one of the chain
	Live bool                 // whether a customer has it; if not, no record was left
	Path []Waypoint           // from the id that was asked about to Now, both included
}

// A Waypoint is one id of a trail.
type Waypoint struct {
	ID      transform.CustomerID
	Retired transform.Run   // the run that ended it; zero while it lives
	At      extract.Instant // when that run began
}

// Follow returns where an id leads: itself while it lives, else along its forwarding
// addresses. An id nobody ever had is ErrUnknownID.
func (db *DB) Follow(ctx context.Context, id transform.CustomerID) (Trail, error) {
	var t Trail
	err := db.look(ctx, func(s session) error {
		t = Trail{}
		for now := id; now != ""; {
			var r idRow
			if err := s.waypoint(ctx, &t, now, &r); err != nil {
				return err
			}
			now = r.Forward
		}
		return nil
	})
	if err != nil {
		return Trail{}, fmt.Errorf("look up customer %s: %w", id, err)
	}
	return t, nil
}

// waypoint adds one id to a trail. SaveIDs lets an id forward only to a living one,
// and brings none back that forwards, so no circle arises; one made by hand is an error all the same.
func (s session) waypoint(ctx context.Context, t *Trail, id transform.CustomerID, r *idRow) error {
	for _, p := range t.Path {
		if p.ID == id {
			return fmt.Errorf("its forwarding turns in a circle at %s", id)
		}
	}
	found, err := s.get(ctx, r, "id-get", id)
	if err == nil && !found {
		err = ErrUnknownID
	}
	if err != nil {
		return err
	}
	is := Waypoint{ID: id, Retired: r.Retired}
	if r.Retired > 0 {
		_, err = s.get(ctx, &is.At, "run-started", r.Retired)
	}
	t.Now, t.Live, t.Path = id, r.Retired == 0, append(t.Path, is)
	return err
}
