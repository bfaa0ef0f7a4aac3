package state

import (
	"context"
	"errors"
	"fmt"

	"clientele/extract"
	"clientele/transform"
)

// Doubt finds the deliveries that a run died over between handing over and writing
// it down, calls them Unknown and returns them. Call it before deciding anything:
// nobody will ever send them again unasked.
func (db *DB) Doubt(ctx context.Context, run transform.Run, now extract.Instant) ([]Delivery, error) {
	var doubtful []Delivery
	err := db.writeFor(ctx, run, func(s session) (err error) {
		doubtful, err = s.doubt(ctx, run, now)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for deliveries whose fate is unknown: %w", err)
	}
	return doubtful, nil
}

// DoubtAs is Doubt for whoever holds the lease and has no run to make.
func (db *DB) DoubtAs(ctx context.Context, l Lease, now extract.Instant) error {
	err := db.write(ctx, func(s session) error {
		if err := s.holds(ctx, l); err != nil {
			return err
		}
		_, err := s.doubt(ctx, 0, now)
		return err
	})
	if err != nil {
		return fmt.Errorf("look for deliveries whose fate is unknown: %w", err)
	}
	return nil
}

// Doubtful reports whether letters or copies stand where a run that died over them
// leaves them. One that is at work passes through there too.
func (db *DB) Doubtful(ctx context.Context) (bool, error) {
	letters, err := db.Deliveries(ctx, Filter{State: Committing})
	if err != nil || len(letters) > 0 {
		return len(letters) > 0, err
	}
	copies, err := db.Resends(ctx, Filter{State: Committing})
	return len(copies) > 0, err
}

func (s session) doubt(ctx context.Context, run transform.Run, now extract.Instant) (doubtful []Delivery, err error) {
	var open []Delivery
	if err := s.named(ctx, &open, "delivery-list", Filter{State: Committing}); err != nil {
		return nil, err
	}
	for _, d := range open {
		switch err := s.free(ctx, d.Run, run); {
		case d.Run == run, errors.Is(err, ErrClaimed):
			continue
		case err != nil:
			return nil, err
		}
		answer := fmt.Sprintf("run %d died while handing it over", d.Run)
		if err := d.become(Unknown, Details{Answer: answer}, now); err != nil {
			return nil, err
		}
		if err := s.keep(ctx, d); err != nil {
			return nil, err
		}
		doubtful = append(doubtful, d)
	}
	return doubtful, s.doubtCopies(ctx, run, now)
}

// doubtCopies does the same for copies that a run died over.
func (s session) doubtCopies(ctx context.Context, run transform.Run, now extract.Instant) error {
	var open []Resend
	if err := s.named(ctx, &open, "resend-list", Filter{State: Committing}); err != nil {
		return err
	}
	for _, r := range open {
		switch err := s.free(ctx, r.Run, run); {
		case r.Run == run, errors.Is(err, ErrClaimed):
			continue
		case err != nil:
			return err
		}
		if err := r.become(Unknown, Details{Answer: fmt.Sprintf("run %d died while handing it over", r.Run)}, now); err != nil {
			return err
		}
		if err := s.keepCopy(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// keepArrived keeps a letter that was Unknown and is found to have arrived, and of it
// what a run would have kept that saw it accepted: where its workbook lies, and what it
// said, which the next period compares with. Of editions of releases that kept none it
// is not known.
func (s session) keepArrived(ctx context.Context, d Delivery) error {
	if err := s.keep(ctx, d); err != nil {
		return err
	}
	var e Edition
	if found, err := s.get(ctx, &e, "edition-get", d.Edition); err != nil || !found {
		return err
	}
	if err := s.said(ctx, d.Report, d.Scope, d.Period, e.Figures); err != nil {
		return err
	}
	return s.archive(ctx, Archived{
		Report: d.Report, Period: d.Period, Scope: d.Scope, Edition: d.Edition, Kind: ArchivedWorkbook,
		Path: e.Path, SHA256: e.SHA256, Size: e.Size, Run: d.Run, At: d.Changed,
	})
}

// Settle writes down what a person found out about an Unknown delivery: it
// arrived, and is Accepted, or it did not, and is Rejected until a run takes it up
// again. The word is about copies that nobody knows of as well, also of a letter that
// was Accepted itself. ErrState if nothing about it is Unknown.
func (db *DB) Settle(ctx context.Context, k Key, arrived bool, who string, now extract.Instant) error {
	err := db.write(ctx, func(s session) error {
		d, err := s.delivery(ctx, k)
		if err != nil {
			return err
		}
		n, err := s.settleCopies(ctx, d, arrived, who, now)
		switch {
		case err != nil:
			return err
		case d.State != Unknown && n > 0:
			return nil
		case d.State != Unknown:
			return fmt.Errorf("it is %s: %w", d.State, ErrState)
		}
		d.Changed = now
		if arrived {
			d.State, d.Accepted, d.Answer = Accepted, now, who+" says it arrived"
		} else {
			d.State, d.Answer = Rejected, who+" says it did not arrive"
		}
		if !arrived {
			return s.keep(ctx, d)
		}
		return s.keepArrived(ctx, d)
	})
	if err != nil {
		return fmt.Errorf("settle %s: %w", k, err)
	}
	return nil
}

// settleCopies writes down the same about copies of a letter, and returns about how
// many. Of a letter that is lost no copy is on its way any more: it is sent anew.
func (s session) settleCopies(ctx context.Context, d Delivery, arrived bool, who string, now extract.Instant) (n int, err error) {
	all, err := s.copies(ctx, d.Key)
	if err != nil {
		return 0, err
	}
	for _, r := range all {
		switch {
		case r.State == Unknown && arrived:
			r.State, r.Answer = Accepted, who+" says it arrived"
		case r.State == Unknown:
			r.State, r.Answer = Rejected, who+" says it did not arrive"
		case r.open() && d.State == Unknown && !arrived:
			r.State, r.Answer = Rejected, who+" says the letter was lost: it is sent anew"
		default:
			continue
		}
		r.Changed, r.NextAt = now, 0
		if err := s.keepCopy(ctx, r); err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}
