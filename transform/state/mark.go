package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/transform/store"
)

// ErrRan means that a state is somebody's, and no longer to be played with.
var ErrRan = errors.New("something ran on this state already")

// testMark is the name of the value that marks a state as one for tests.
const testMark = "test"

// MarkTest marks the state as one for tests, whose clock may be moved. Only a state
// on which nothing ever ran accepts it: ErrRan. The mark cannot be taken off, and
// backups carry it.
func (db *DB) MarkTest(ctx context.Context) error {
	err := db.write(ctx, func(s session) error {
		for _, t := range tables {
			if t.Name == "meta" || t.Name == "leases" { // rows that a new store has
				continue
			}
			n, err := s.count(ctx, t.Name)
			if err != nil {
				return err
			}
			if n > 0 {
				return fmt.Errorf("%w: its table %s has %d rows", ErrRan, t.Name, n)
			}
		}
		_, err := s.exec(ctx, "meta-set", testMark, "1")
		return err
	})
	if err != nil {
		return fmt.Errorf("mark the state as a test: %w", err)
	}
	return nil
}

// IsTest reports whether the state is marked as one for tests.
func (db *DB) IsTest(ctx context.Context) (bool, error) {
	_, found, err := db.Meta(ctx, testMark)
	return found, err
}

// IsTest reports whether the state that is at a place, if one is, is marked as one
// for tests. Nothing is made or changed there.
func IsTest(ctx context.Context, o store.Options) (marked bool, err error) {
	queries, err := store.Queries(files)
	if err != nil {
		return false, err
	}
	err = store.Peek(ctx, o, schema(), "meta", func(on *store.DB) error {
		db := &DB{on: on, queries: queries}
		marked, err = db.IsTest(ctx)
		return err
	})
	return marked, err
}
