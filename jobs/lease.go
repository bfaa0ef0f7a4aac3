package jobs

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"clientele/extract"
	"clientele/transform/state"
)

// keepLease prolongs the lease until the returned function gives it back, also
// while what is asked to stop still finishes. If the lease is lost the context ends.
func (d *Director) keepLease(ctx context.Context, lease state.Lease) (context.Context, func() error) {
	ctx, cancel := context.WithCancelCause(ctx)
	lasting, over := context.WithCancel(context.WithoutCancel(ctx))
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(leaseTime / 4)
		defer tick.Stop()
		for until := lease.Expires; ; {
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

// prolong prolongs the lease, which holds until a moment. A store that does not
// answer may answer at the next tick: there is an error only when the lease is
// another's, or runs out before that.
func (d *Director) prolong(ctx context.Context, lease state.Lease, until *extract.Instant) error {
	ctx, stop := context.WithTimeout(ctx, leaseTime/4)
	defer stop()
	renewed, err := d.State.Renew(ctx, lease, d.instant(), leaseTime)
	nextTick := extract.InstantOf(d.Now().Add(leaseTime / 4))
	switch {
	case err == nil:
		*until = renewed.Expires
		return nil
	case errors.Is(err, state.ErrLost), nextTick >= *until:
		return err
	}
	d.Log.Warn("the claim could not be prolonged, trying again", "holds until", until.String(), "error", err)
	return nil
}
