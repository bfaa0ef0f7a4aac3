package state

import (
	"context"
	"fmt"
	"iter"

	"clientele/extract"
	"clientele/transform"
)

// An Event is one change in the life of an id, and the run that made it.
type Event struct {
	Run transform.Run
	At  extract.Instant // when that run began; zero if its account is gone
	transform.IDEvent
}

type eventRow struct {
	Run          transform.Run
	At           extract.Instant
	Kind, Reason string
	ID, Forward  transform.CustomerID
	Records      string
}

func (r eventRow) event() (Event, error) {
	records, err := unpacked(r.Records)
	return Event{r.Run, r.At, transform.IDEvent{Kind: r.Kind, ID: r.ID, Into: r.Forward, Reason: r.Reason, Records: records}}, err
}

// History returns the life of an id, oldest first: its own changes, and those of
// other ids that led to it. An id nobody ever had is ErrUnknownID.
func (db *DB) History(ctx context.Context, id transform.CustomerID) ([]Event, error) {
	var rows []eventRow
	err := db.look(ctx, func(s session) error {
		rows = nil
		if err := s.known(ctx, id); err != nil {
			return err
		}
		return s.list(ctx, &rows, "event-history", id, id)
	})
	events := make([]Event, len(rows))
	for i := 0; i < len(rows) && err == nil; i++ {
		events[i], err = rows[i].event()
	}
	if err != nil {
		return nil, fmt.Errorf("read the life of customer %s: %w", id, err)
	}
	return events, nil
}

// known answers ErrUnknownID for an id that was never given.
func (s session) known(ctx context.Context, id transform.CustomerID) error {
	var n int
	if _, err := s.get(ctx, &n, "id-count", id); err != nil {
		return err
	}
	if n == 0 {
		return ErrUnknownID
	}
	return nil
}

// IDLog streams every event up to a run, oldest first.
func (db *DB) IDLog(ctx context.Context, upTo transform.Run) iter.Seq2[Event, error] {
	return db.IDLogBetween(ctx, 0, upTo)
}

// IDLogBetween streams the events after a run and up to another, oldest first.
func (db *DB) IDLogBetween(ctx context.Context, after, upTo transform.Run) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		err := db.eachEvent(ctx, after, upTo, func(e Event) bool { return yield(e, nil) })
		if err != nil {
			yield(Event{}, fmt.Errorf("read the log of customer ids: %w", err))
		}
	}
}

func (db *DB) eachEvent(ctx context.Context, after, upTo transform.Run, use func(Event) bool) error {
	s := db.read()
	rows, err := s.on.QueryxContext(ctx, s.queries["event-all"], after, upTo)
	if err != nil {
		return wrong("event-all", err)
	}
	defer rows.Close()
	for rows.Next() {
		var r eventRow
		err := rows.StructScan(&r)
		var e Event
		if err == nil {
			e, err = r.event()
		}
		if err != nil {
			return wrong("event-all", err)
		}
		if !use(e) {
			return nil
		}
	}
	return wrong("event-all", rows.Err())
}
