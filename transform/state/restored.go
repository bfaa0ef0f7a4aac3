package state

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clientele/extract"
)

// A Restored is a restoring of a backup: what was sent between the last moment the
// backup knows and the restoring is in no ledger.
type Restored struct {
	At    extract.Instant // when it was restored
	Known extract.Instant // the last moment the backup knows of
	File  string
}

// RestoreLate is Restore of a backup that others worked on after: it writes down, with
// the rows, that a time is missing. Periods that had ended by now wait for a person.
func (db *DB) RestoreLate(ctx context.Context, from string, replace bool, now extract.Instant) (rows int64, err error) {
	return db.restoreFrom(ctx, from, replace, func(s session) error {
		r := Restored{At: now, File: readable(from)}
		if _, err := s.get(ctx, &r.Known, "restore-known"); err != nil {
			return err
		}
		return s.put(ctx, "restore-put", r)
	})
}

// Restores returns when the state was restored, the earliest first.
func (db *DB) Restores(ctx context.Context) ([]Restored, error) {
	var all []Restored
	if err := db.read().list(ctx, &all, "restore-list"); err != nil {
		return nil, fmt.Errorf("read when the state was restored: %w", err)
	}
	return all, nil
}

// MayHaveGone says whether letters of a period may have gone out without this ledger
// knowing: it had ended before a backup was restored, and no person has released it,
// by the names of report and period, since. The empty recipient is the report as a
// whole.
func MayHaveGone(list []Restored, words []Hold, report, period string, ended extract.Instant, recipient string) (Restored, bool) {
	for _, r := range list {
		let := func(h Hold) bool {
			return h.Released && h.At >= r.At && h.Report == report && h.Period == period && (h.Recipient == "" || SameAddress(h.Recipient, recipient))
		}
		if ended <= r.At && !slices.ContainsFunc(words, let) {
			return r, true
		}
	}
	return Restored{}, false
}

// String says what is missing.
func (r Restored) String() string {
	return fmt.Sprintf("may have gone out between %s and %s: the state was restored then from a backup that knows nothing later", r.Known.Minute(), r.At.Minute())
}

// LostEdition is the edition of a letter of which it is known that it arrived, but not
// what it said, because the state was restored.
const LostEdition = "restored"

// Learn writes down a person's word that a letter arrived of which a restored ledger
// knows nothing, or nothing but that it was to be sent. What is known of the letter
// itself goes with it. ErrState for one whose fate is known.
func (db *DB) Learn(ctx context.Context, d Delivery, who string, now extract.Instant) error {
	d.State, d.Edition, d.Planned, d.Changed, d.Answer = Accepted, LostEdition, now, now, readable(who)+" says it arrived before the state was restored"
	d.Accepted = or(d.Accepted, now)
	err := db.write(ctx, func(s session) error {
		before, err := s.delivery(ctx, d.Key)
		switch {
		case errors.Is(err, ErrNoDelivery):
			if err := errors.Join(d.valid(), s.inTurn(ctx, d.Key)); err != nil {
				return err
			}
			err = s.put(ctx, "delivery-insert", d)
		case err == nil && !slices.Contains(retakeable, before.State):
			err = fmt.Errorf("it is %s: %w", before.State, ErrState)
		}
		if err != nil {
			return err
		}
		return s.keep(ctx, d)
	})
	if err != nil {
		return fmt.Errorf("settle %s: %w", d.Key, err)
	}
	return nil
}
