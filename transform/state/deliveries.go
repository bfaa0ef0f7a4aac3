package state

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/store"
)

// Plan claims a delivery for the run it names, before anything is rendered or
// sent. Of those who plan the same key one wins; the others get ErrClaimed. A
// revision after the first needs the one before to be accepted.
func (db *DB) Plan(ctx context.Context, d Delivery, now extract.Instant) error {
	d.State, d.Planned, d.Changed = Planned, now, now
	err := db.writeFor(ctx, d.Run, func(s session) error {
		if err := d.valid(); err != nil {
			return err
		}
		if err := s.inTurn(ctx, d.Key); err != nil {
			return err
		}
		if err := s.put(ctx, "delivery-insert", d); store.IsDuplicate(err) {
			return ErrClaimed
		} else if err != nil {
			return err
		}
		return s.put(ctx, "delivery-log", d)
	})
	if err != nil {
		return fmt.Errorf("claim %s: %w", d.Key, err)
	}
	return nil
}

func (d *Delivery) valid() error {
	if d.Report == "" || d.Period == "" || d.Recipient == "" || d.Edition == "" || d.Revision < 1 {
		return errors.New("a delivery needs report, period, recipient, edition and a revision from 1")
	}
	return nil
}

func (s session) inTurn(ctx context.Context, k Key) error {
	if k.Revision == 1 {
		return nil
	}
	k.Revision--
	before, err := s.delivery(ctx, k)
	if err == nil && before.State != Accepted {
		err = fmt.Errorf("revision %d is %s, not accepted: %w", k.Revision, before.State, ErrState)
	}
	return err
}

// Retake starts a delivery over that an earlier run claimed and certainly did not
// complete, with the edition of now. Its key and so its message id stay, and of the
// same edition the checksums: what was written of it may still lie there. ErrState
// if it was accepted or may have been; ErrClaimed if the earlier run still runs.
func (db *DB) Retake(ctx context.Context, run transform.Run, k Key, edition string, now extract.Instant) error {
	return db.change(ctx, run, k, "take up again", func(s session, d *Delivery) error {
		if !slices.Contains(retakeable, d.State) {
			return fmt.Errorf("it is %s: %w", d.State, ErrState)
		}
		if err := s.free(ctx, d.Run, run); err != nil {
			return err
		}
		if d.Edition != edition {
			d.FileSHA256, d.LetterSHA256, d.Size = "", "", 0
		}
		if err := s.dropCopies(ctx, k, now); err != nil {
			return err
		}
		d.State, d.Edition, d.Run, d.Changed, d.NextAt = Planned, edition, run, now, 0
		return d.valid()
	})
}

// free refuses what another run has in hand. A run whose lease has passed on does
// not count: it can write no more.
func (s session) free(ctx context.Context, has, wants transform.Run) error {
	if has == wants {
		return nil
	}
	err := s.mayWrite(ctx, has)
	switch {
	case err == nil:
		return fmt.Errorf("run %d: %w", has, ErrClaimed)
	case errors.Is(err, ErrLost), errors.Is(err, ErrNoRun), errors.Is(err, errOver):
		return nil
	}
	return err
}

// Record writes down how far a delivery has come. Only the run that claimed it
// may, and only in the order of the states: ErrClaimed, ErrState.
func (db *DB) Record(ctx context.Context, run transform.Run, k Key, to State, with Details, now extract.Instant) error {
	return db.change(ctx, run, k, "record as "+string(to), func(s session, d *Delivery) error {
		if d.Run != run {
			return fmt.Errorf("run %d: %w", d.Run, ErrClaimed)
		}
		if err := d.become(to, with, now); err != nil {
			return err
		}
		return s.holdAgainst(ctx, *d, with.Counts, now)
	})
}

// change reads a delivery, lets work alter it, and writes and logs it, in one
// transaction on behalf of a run.
func (db *DB) change(ctx context.Context, run transform.Run, k Key, deed string, work func(session, *Delivery) error) error {
	err := db.writeFor(ctx, run, func(s session) error {
		d, err := s.delivery(ctx, k)
		if err != nil {
			return err
		}
		if err := work(s, &d); err != nil {
			return err
		}
		return s.keep(ctx, d)
	})
	if err != nil {
		return fmt.Errorf("%s %s: %w", deed, k, err)
	}
	return nil
}

func (s session) keep(ctx context.Context, d Delivery) error {
	if err := s.put(ctx, "delivery-update", d); err != nil {
		return err
	}
	return s.put(ctx, "delivery-log", d)
}

func (s session) delivery(ctx context.Context, k Key) (d Delivery, err error) {
	found, err := s.get(ctx, &d, "delivery-get", k.Report, k.Period, k.Territory, k.Rep, k.Recipient, k.Revision)
	if err == nil && !found {
		err = fmt.Errorf("revision %d: %w", k.Revision, ErrNoDelivery)
	}
	return d, err
}
