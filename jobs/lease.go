package jobs

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"clientele/transform/state"
)

// usual is how long a claim outlives the process that made it.
const usual = time.Minute

// wish is what the director asks of the store to be the only one at work.
func (d *Director) wish() state.Claim {
	return state.Claim{Owner: d.Owner, Holder: d.Holder, For: d.leaseTime(), Dead: d.Dead}
}

func (d *Director) leaseTime() time.Duration { return cmp.Or(d.LeaseTime, usual) }

// keepLease prolongs the lease, which was asked for at a moment, until the returned
// function gives it back, also while what is asked to stop still finishes. If the
// lease is lost the context ends.
func (d *Director) keepLease(ctx context.Context, lease state.Lease, asked time.Time) (context.Context, func() error) {
	ctx, cancel := context.WithCancelCause(ctx)
	lasting, over := context.WithCancel(context.WithoutCancel(ctx))
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(d.leaseTime() / 4)
		defer tick.Stop()
		for until := asked.Add(d.leaseTime()); ; {
			select {
			case <-lasting.Done():
				return
			case <-tick.C:
				if err := d.prolong(lasting, lease, &until); err != nil {
					cancel(fmt.Errorf("%w: %w", errUnkept, err))
				}
			}
		}
	})
	return ctx, func() error {
		over()
		wait.Wait()
		cancel(nil)
		ctx, over := noting(ctx)
		defer over()
		return d.State.Unlock(ctx, lease)
	}
}

// prolong prolongs the lease, which holds until a moment of our own clock: the store's
// began to count later than we asked. A store that does not answer may answer at the
// next tick: there is an error only when the lease is another's, or runs out before
// that.
func (d *Director) prolong(ctx context.Context, lease state.Lease, until *time.Time) error {
	ctx, stop := context.WithTimeout(ctx, d.leaseTime()/4)
	defer stop()
	asked := d.Now()
	_, err := d.State.Renew(ctx, lease, d.leaseTime())
	nextTick := d.Now().Add(d.leaseTime() / 4)
	switch {
	case err == nil:
		*until = asked.Add(d.leaseTime())
		return nil
	case errors.Is(err, state.ErrLost), !nextTick.Before(*until):
		return err
	}
	d.Log.Warn("the claim could not be prolonged, trying again", "holds until", until.UTC(), "error", err)
	return nil
}
