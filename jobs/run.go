package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// leaseTime is how long a claim outlives the process that made it.
const leaseTime = time.Minute

// record does a piece of work under the lease and writes down that it began, how
// it ended and what it has to tell. Whatever the work returns as its account is
// kept as JSON with the run.
func (d *Director) record(ctx context.Context, r state.Run, work func(context.Context, transform.Run) (any, error)) (err error) {
	lease, err := d.State.Lock(ctx, d.Owner, d.instant(), leaseTime)
	if err != nil {
		return err
	}
	ctx, keep := d.keepLease(ctx, lease)
	defer func() { err = errors.Join(err, keep()) }()

	r.Code, r.Owner, r.Fence, r.Started = d.Code, lease.Owner, lease.Fence, d.instant()
	if r.After, err = d.Warehouse.Highest(ctx); err != nil {
		return err
	}
	run, err := d.State.StartRun(ctx, r)
	if err != nil {
		return fmt.Errorf("write down that %s begins: %w", r.Job, err)
	}
	d.Log.Info("run begins", "run", run, "job", r.Job, "period", r.Period)
	account, err := work(ctx, run)
	return d.finish(ctx, run, account, err)
}

// finish writes down how a run ended, also when its context has ended.
func (d *Director) finish(ctx context.Context, run transform.Run, account any, err error) error {
	why, details := "", []byte("{}")
	if err != nil {
		why = err.Error()
	}
	if account != nil {
		text, broken := json.Marshal(account)
		if broken != nil {
			return errors.Join(err, fmt.Errorf("write down run %d: %w", run, broken))
		}
		details = text
	}
	status := statusOf(ctx, err)
	d.Log.Info("run ends", "run", run, "status", status)
	return errors.Join(err, d.State.FinishRun(context.WithoutCancel(ctx), run, status, why, d.instant(), string(details)))
}

func statusOf(ctx context.Context, err error) string {
	switch {
	case err == nil:
		return state.OK
	case ctx.Err() != nil:
		return state.Interrupted
	case errors.Is(err, ErrPartial):
		return state.Partial
	case errors.Is(err, ErrStopped):
		return state.HeldBack
	}
	return state.Failed
}

// keepLease prolongs the lease until the returned function gives it back. If it
// is lost the context ends: somebody else may be at work already.
func (d *Director) keepLease(ctx context.Context, lease state.Lease) (context.Context, func() error) {
	ctx, cancel := context.WithCancelCause(ctx)
	var wait sync.WaitGroup
	wait.Go(func() {
		tick := time.NewTicker(leaseTime / 4)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				if _, err := d.State.Renew(ctx, lease, d.instant(), leaseTime); err != nil {
					cancel(fmt.Errorf("keep the claim: %w", err))
				}
			}
		}
	})
	return ctx, func() error {
		cancel(nil)
		wait.Wait()
		return d.State.Unlock(context.WithoutCancel(ctx), lease)
	}
}

func (d *Director) instant() extract.Instant { return extract.InstantOf(d.Now()) }

// today is the day it is for the company.
func (d *Director) today() transform.Day { return extract.DayOf(d.Now().In(d.Company.Zone)) }
