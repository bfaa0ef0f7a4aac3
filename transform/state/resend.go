package state

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A Resend is one more copy of a letter that was handed over before, the same bytes,
// because a person asked for it. What became of the first stays what it is.
type Resend struct {
	Key
	N        int // 1 for the first that was asked for
	State    State
	Who, Why string
	Attempts int // times it came to Sending
	Code     int // the carrier's last answer
	Answer   string
	Asked    extract.Instant
	Changed  extract.Instant
	NextAt   extract.Instant `db:"next_at"` // Deferred: not before
	Run      transform.Run   // that has it
}

// String returns the copy in a reader's words.
func (r Resend) String() string { return fmt.Sprintf("%s, copy %d", r.Key, r.N) }

// AskResend writes down a person's word that a letter is to be sent once more, for
// the run that does it. ErrState unless the letter was Accepted or may have been;
// ErrClaimed if a copy that was asked for is still on its way.
func (db *DB) AskResend(ctx context.Context, r Resend, now extract.Instant) (Resend, error) {
	r.State, r.Asked, r.Changed, r.Who, r.Why = Planned, now, now, readable(r.Who), readable(r.Why)
	err := db.writeFor(ctx, r.Run, func(s session) error {
		d, err := s.delivery(ctx, r.Key)
		if err != nil {
			return err
		}
		before, err := s.copies(ctx, r.Key)
		switch {
		case err != nil:
			return err
		case d.State != Accepted && d.State != Unknown:
			return fmt.Errorf("it is %s, no copy of it was handed over: %w", d.State, ErrState)
		case r.Who == "":
			return errors.New("it has to be said who asks")
		}
		r.N = 1
		for _, x := range before {
			if r.N = x.N + 1; x.open() || x.State == Committing {
				return fmt.Errorf("copy %d is %s: %w", x.N, x.State, ErrClaimed)
			}
		}
		return s.keepCopy(ctx, r)
	})
	if err != nil {
		return Resend{}, fmt.Errorf("send again %s: %w", r.Key, err)
	}
	return r, nil
}

// dropCopies ends what is still to be sent again of a letter that is sent anew.
func (s session) dropCopies(ctx context.Context, k Key, now extract.Instant) error {
	all, err := s.copies(ctx, k)
	if err != nil {
		return err
	}
	for _, r := range all {
		if !r.open() {
			continue
		}
		r.State, r.Answer, r.Changed, r.NextAt = Rejected, "the letter itself is sent anew", now, 0
		if err := s.keepCopy(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// RetakeResend takes up a copy that an earlier run did not hand over. If the letter
// came back meanwhile the copy is Rejected, and nothing is to be sent.
func (db *DB) RetakeResend(ctx context.Context, run transform.Run, r Resend, now extract.Instant) (Resend, error) {
	return db.changeCopy(ctx, run, r, "take up again", func(s session, r *Resend) error {
		if !r.open() {
			return fmt.Errorf("it is %s: %w", r.State, ErrState)
		}
		if err := s.free(ctx, r.Run, run); err != nil {
			return err
		}
		r.State, r.Run, r.Changed, r.NextAt = Planned, run, now, 0
		d, err := s.delivery(ctx, r.Key)
		if err == nil && d.State != Accepted && d.State != Unknown {
			r.State, r.Answer = Rejected, "the letter is "+string(d.State)+" by now: "+d.Answer
		}
		return err
	})
}

// RecordResend writes down how far a copy has come. Only the run that has it may, and
// only in the order of the states. A copy that is taken settles a letter nobody knew
// of: its reader has it.
func (db *DB) RecordResend(ctx context.Context, run transform.Run, r Resend, to State, with Details, now extract.Instant) (Resend, error) {
	return db.changeCopy(ctx, run, r, "record as "+string(to), func(s session, r *Resend) error {
		if r.Run != run {
			return fmt.Errorf("run %d: %w", r.Run, ErrClaimed)
		}
		if err := r.become(to, with, now); err != nil || to != Accepted {
			return err
		}
		d, err := s.delivery(ctx, r.Key)
		if err != nil || d.State != Unknown {
			return err
		}
		d.State, d.Accepted, d.Changed, d.Answer = Accepted, now, now, fmt.Sprintf("sent again on %s's word, which was accepted: %s", r.Who, r.Answer)
		return s.keepArrived(ctx, d)
	})
}

// Resends returns the copies a filter selects, in order of their keys.
func (db *DB) Resends(ctx context.Context, f Filter) ([]Resend, error) {
	var all []Resend
	if err := db.read().named(ctx, &all, "resend-list", f); err != nil {
		return nil, fmt.Errorf("list what was sent again: %w", err)
	}
	return all, nil
}

// OpenResends returns the copies that were asked for and certainly not handed over.
func (db *DB) OpenResends(ctx context.Context) ([]Resend, error) {
	all, err := db.Resends(ctx, Filter{})
	return slices.DeleteFunc(all, func(r Resend) bool { return !r.open() }), err
}

// open reports whether a copy is still to be handed over.
func (r Resend) open() bool {
	return slices.Contains([]State{Planned, Spooled, Sending, Deferred}, r.State)
}

// become moves a copy on. It has no workbook of its own to be rendered.
func (r *Resend) become(to State, with Details, now extract.Instant) error {
	if !slices.Contains(steps[r.State], to) && (r.State != Planned || to != Spooled) {
		return fmt.Errorf("%s cannot become %s: %w", r.State, to, ErrState)
	}
	r.State, r.Changed, r.NextAt = to, now, 0
	if with.Code != 0 || with.Answer != "" {
		r.Code, r.Answer = with.Code, readable(with.Answer)
	}
	switch to {
	case Sending:
		r.Attempts++
	case Deferred:
		r.NextAt = with.NextAt
	}
	return nil
}

func (db *DB) changeCopy(ctx context.Context, run transform.Run, r Resend, deed string, work func(session, *Resend) error) (out Resend, err error) {
	err = db.writeFor(ctx, run, func(s session) error {
		var found []Resend
		if err := s.named(ctx, &found, "resend-get", r); err != nil {
			return err
		}
		if len(found) == 0 {
			return ErrNoDelivery
		}
		out = found[0]
		if err := work(s, &out); err != nil {
			return err
		}
		return s.keepCopy(ctx, out)
	})
	if err != nil {
		return r, fmt.Errorf("%s %s: %w", deed, r, err)
	}
	return out, nil
}

// keepCopy writes a copy and its line in the life of the letter.
func (s session) keepCopy(ctx context.Context, r Resend) error {
	if err := s.put(ctx, "resend-put", r); err != nil {
		return err
	}
	logged := struct {
		Resend
		Logged string
	}{r, fmt.Sprintf("copy %d %s", r.N, r.State)}
	if r.State == Planned {
		logged.Answer = "asked for by " + r.Who
		if r.Why != "" {
			logged.Answer += ": " + r.Why
		}
	}
	return s.put(ctx, "resend-log", logged)
}

// copies returns the copies of one letter that were asked for, the first one first.
func (s session) copies(ctx context.Context, k Key) ([]Resend, error) {
	var all []Resend
	err := s.named(ctx, &all, "resend-list", Filter{Report: k.Report, Period: k.Period, Recipient: k.Recipient})
	return slices.DeleteFunc(all, func(r Resend) bool { return r.Key != k }), err
}
