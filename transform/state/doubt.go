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
	err := db.writeFor(ctx, run, func(s session) error {
		var open []Delivery
		doubtful = nil
		if err := s.named(ctx, &open, "delivery-list", Filter{State: Committing}); err != nil {
			return err
		}
		for _, d := range open {
			switch err := s.free(ctx, d.Run, run); {
			case d.Run == run, errors.Is(err, ErrClaimed):
				continue
			case err != nil:
				return err
			}
			answer := fmt.Sprintf("run %d died while handing it over", d.Run)
			if err := d.become(Unknown, Details{Answer: answer}, now); err != nil {
				return err
			}
			if err := s.keep(ctx, d); err != nil {
				return err
			}
			doubtful = append(doubtful, d)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for deliveries whose fate is unknown: %w", err)
	}
	return doubtful, nil
}

// Settle writes down what a person found out about an Unknown delivery: it
// arrived, and is Accepted, or it did not, and is Rejected until a run takes it up
// again. ErrState for a delivery that is not Unknown.
func (db *DB) Settle(ctx context.Context, k Key, arrived bool, who string, now extract.Instant) error {
	err := db.write(ctx, func(s session) error {
		d, err := s.delivery(ctx, k)
		if err != nil {
			return err
		}
		if d.State != Unknown {
			return fmt.Errorf("it is %s: %w", d.State, ErrState)
		}
		d.Changed = now
		if arrived {
			d.State, d.Accepted, d.Answer = Accepted, now, who+" says it arrived"
		} else {
			d.State, d.Answer = Rejected, who+" says it did not arrive"
		}
		return s.keep(ctx, d)
	})
	if err != nil {
		return fmt.Errorf("settle %s: %w", k, err)
	}
	return nil
}
