package jobs

import (
	"cmp"
	"context"
	"errors"

	"clientele/extract"
	"clientele/transform/state"
)

// doubt calls unknown the letters and copies that a run died over while handing them
// over, also when nothing is owed: of a run by hand, or a copy, nobody else would. It
// clears away what that run left.
// While somebody is at work it leaves them: they may be theirs.
func (d *Director) doubt(ctx context.Context) error {
	some, err := d.State.Doubtful(ctx)
	if err != nil || !some {
		return err
	}
	err = d.underLease(ctx, func(ctx context.Context, d *Director) error {
		return errors.Join(d.State.DoubtAs(ctx, *d.lease, d.instant()), d.tidy(ctx))
	})
	if errors.Is(err, state.ErrHeld) {
		return nil
	}
	return err
}

// Doubt does the same for who has no director, before a person says what became of a
// letter.
func Doubt(ctx context.Context, ledger *state.DB, c state.Claim, now extract.Instant) error {
	some, err := ledger.Doubtful(ctx)
	if err != nil || !some {
		return err
	}
	c.For = cmp.Or(c.For, usual)
	lease, err := ledger.Lock(ctx, c)
	if errors.Is(err, state.ErrHeld) {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join(ledger.DoubtAs(ctx, lease, now), ledger.Unlock(ctx, lease))
}
