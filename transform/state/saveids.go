package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// ErrUsed means that an id was to be given a second time.
var ErrUsed = errors.New("the id was given before")

// Changes is what one run changed about who is who.
type Changes struct {
	Links  []Assigned          // records that are new or belong to another customer than before
	Minted []Minted            // ids given for the first time
	Events []transform.IDEvent // merge and retire end an id, revive brings it back; the others only tell
}

// Assigned says which customer a record belongs to now; the empty id removes it.
type Assigned struct {
	extract.Ref
	Customer transform.CustomerID
}

// Minted is a new id and the record that founded it.
type Minted struct {
	ID      transform.CustomerID
	Founder extract.Ref
	N       int
}

// SaveIDs writes the changes of a run, all or none. It refuses changes that would
// give an id twice, forward one to an id that is not alive, leave a record with a
// merged or unknown customer, or leave a live customer without a record. Records of
// a customer that retired with nowhere to look stay with it, in case they come back.
func (db *DB) SaveIDs(ctx context.Context, run transform.Run, c Changes) error {
	err := db.writeFor(ctx, run, func(s session) error {
		for _, step := range []func(context.Context, transform.Run, Changes) error{s.mint, s.assign, s.retire, s.log} {
			if err := step(ctx, run, c); err != nil {
				return err
			}
		}
		return s.consistent(ctx, run)
	})
	if err != nil {
		return fmt.Errorf("save customer ids of run %d: %w", run, err)
	}
	return nil
}

func (s session) mint(ctx context.Context, run transform.Run, c Changes) error {
	from, err := s.each(ctx, "id-insert", ", ", len(c.Minted), func(i int) []any {
		m := c.Minted[i]
		return []any{m.ID, m.Founder.Source, m.Founder.ID, m.N, run}
	})
	if store.IsDuplicate(err) {
		return s.used(ctx, c.Minted[from:])
	}
	return err
}

// used names the first of some ids that was given before; without one, an id stands
// among them twice.
func (s session) used(ctx context.Context, minted []Minted) error {
	for _, m := range minted {
		var n int
		if _, err := s.get(ctx, &n, "id-count", m.ID); err != nil {
			return err
		}
		if n > 0 {
			return fmt.Errorf("customer %s: %w", m.ID, ErrUsed)
		}
	}
	return ErrUsed
}

func (s session) assign(ctx context.Context, run transform.Run, c Changes) error {
	var set, gone []Assigned
	for _, l := range c.Links {
		if l.Customer == "" {
			gone = append(gone, l)
		} else {
			set = append(set, l)
		}
	}
	_, err := s.each(ctx, "xref-delete", " OR ", len(gone), func(i int) []any {
		return []any{gone[i].Source, gone[i].ID}
	})
	if err != nil {
		return err
	}
	_, err = s.each(ctx, "xref-set", ", ", len(set), func(i int) []any {
		return []any{set[i].Source, set[i].ID, set[i].Customer, run}
	})
	return err
}

// retire ends and revives ids as the events say, in their order. An id that retired
// with nowhere to look may forward later: its record came back to somebody else.
func (s session) retire(ctx context.Context, run transform.Run, c Changes) error {
	for _, e := range c.Events {
		var n int64
		var err error
		switch e.Kind {
		case transform.IDMerged, transform.IDRetired:
			n, err = s.exec(ctx, "id-retire", run, e.Into, e.ID, e.Into)
		case transform.IDRevived:
			n, err = s.exec(ctx, "id-revive", e.ID)
		case transform.IDMinted, transform.IDSurvived, transform.IDSplit:
			continue
		default:
			return fmt.Errorf("customer %s: nothing called %q can happen to an id", e.ID, e.Kind)
		}
		if err != nil {
			return err
		}
		if n == 0 {
			return fmt.Errorf("customer %s: cannot %s an id in the state it is in", e.ID, e.Kind)
		}
	}
	return nil
}

func (s session) log(ctx context.Context, run transform.Run, c Changes) error {
	var highest int
	if _, err := s.get(ctx, &highest, "event-highest", run); err != nil {
		return err
	}
	records := make([]string, len(c.Events))
	for i, e := range c.Events {
		var err error
		if records[i], err = packed(e.Records); err != nil {
			return err
		}
	}
	_, err := s.each(ctx, "event-insert", ", ", len(c.Events), func(i int) []any {
		e := c.Events[i]
		return []any{run, highest + i + 1, e.Kind, e.ID, e.Into, e.Reason, records[i]}
	})
	return err
}

// consistent finds records without a customer, live customers without a record, and
// ids that this run forwards to one that is not alive.
func (s session) consistent(ctx context.Context, run transform.Run) error {
	var link struct {
		Source, ID, Customer string
	}
	if found, err := s.get(ctx, &link, "id-misplaced"); err != nil || found {
		return errors.Join(err, told(found, "record %s of %s belongs to customer %s, who was merged into another or was never born", link.ID, link.Source, link.Customer))
	}
	var empty string
	found, err := s.get(ctx, &empty, "id-empty")
	if err != nil || found {
		return errors.Join(err, told(found, "customer %s has no record left and is not retired", empty))
	}
	var astray struct{ ID, Forward string }
	found, err = s.get(ctx, &astray, "id-astray", run)
	return errors.Join(err, told(found, "customer %s cannot forward to %s, who is not alive", astray.ID, astray.Forward))
}

func told(found bool, format string, args ...any) error {
	if !found {
		return nil
	}
	return fmt.Errorf(format, args...)
}
