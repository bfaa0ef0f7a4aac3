package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/state"
)

// errUnkept says that the lease could not be prolonged: somebody else may be at
// work already.
var errUnkept = errors.New("the claim could not be kept")

// underLease does work as the holder of the lease, which it takes first unless the
// director has it.
func (d *Director) underLease(ctx context.Context, work func(context.Context, *Director) error) (err error) {
	if d.lease != nil {
		return work(ctx, d)
	}
	asked := d.Now()
	lease, err := d.State.Lock(ctx, d.wish())
	if err != nil {
		return err
	}
	ctx, keep := d.keepLease(ctx, lease, asked)
	defer func() { err = errors.Join(err, keep()) }()
	holder := *d
	holder.lease = &lease
	return work(ctx, &holder)
}

// record does a piece of work under the lease and writes down that it began, how
// it ended and what it has to tell. Whatever the work returns as its account is
// kept as JSON with the run.
func (d *Director) record(ctx context.Context, r state.Run, work func(context.Context, transform.Run) (any, error)) error {
	return d.underLease(ctx, func(ctx context.Context, d *Director) (err error) {
		r.Code, r.Owner, r.Fence, r.Started = d.Code, d.lease.Owner, d.lease.Fence, d.instant()
		r.Args = d.askedFor(r.Args)
		if d.retries != 0 {
			r.Args = strings.TrimSpace(fmt.Sprintf("%s (retry of run %d)", r.Args, d.retries))
		}
		if r.After, err = d.Warehouse.Highest(ctx); err != nil {
			return err
		}
		run, err := d.State.StartRun(ctx, r)
		if err != nil {
			return fmt.Errorf("write down that %s begins: %w", r.Job, err)
		}
		defer d.labelled(slog.Any("run", run), slog.String("job", r.Job), slog.String("period", r.Period))()
		d.Log.Info("run begins", "run", run, "job", r.Job, "period", r.Period)
		ended := d.beating(ctx, r, run)
		account, err := d.caught(func() (any, error) { return work(ctx, run) }, "run", run, "job", r.Job)
		err = d.finish(ctx, run, account, err)
		ended(statusOf(ctx, err), err)
		return err
	})
}

// caught does work whose panic is an error like any other: the run has to be
// written down as failed, and the program may have more to do.
func (d *Director) caught(work func() (any, error), who ...any) (account any, err error) {
	defer func() {
		if p := recover(); p != nil {
			d.Log.Error("panic", append(who, "panic", p, "stack", string(debug.Stack()))...)
			err = fmt.Errorf("%w: %v (report this with the log)", ErrBroke, p)
		}
	}()
	return work()
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
	if err != nil && status != state.Interrupted {
		level := slog.LevelError
		if !d.byClock {
			level = slog.LevelInfo // whoever started it is told by the exit code and the words that go with it
		}
		d.Log.Log(ctx, level, "run failed", "run", run, "status", status, "error", err)
	}
	d.Log.Info("run ends", "run", run, "status", status)
	noted, over := noting(ctx)
	defer over()
	return errors.Join(err, d.State.FinishRun(noted, run, status, why, d.instant(), string(details)))
}

func statusOf(ctx context.Context, err error) string {
	switch {
	case err == nil:
		return state.OK
	case ctx.Err() != nil:
		return state.Interrupted
	case errors.Is(err, ErrPartial):
		return state.Partial
	case errors.Is(err, ErrStopped), errors.Is(err, ErrOnHold), errors.Is(err, ErrGate):
		return state.HeldBack
	}
	return state.Failed
}

func (d *Director) instant() extract.Instant { return extract.InstantOf(d.Now()) }

// today is the day it is for the company.
func (d *Director) today() transform.Day { return extract.DayOf(d.Now().In(d.Company.Zone)) }
