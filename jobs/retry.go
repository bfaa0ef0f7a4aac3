package jobs

import (
	"context"
	"errors"
	"fmt"

	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// ErrNoRetry says that a run is of a kind that is not retried.
var ErrNoRetry = errors.New("only refreshes and reports are retried")

// Retried is what became of retrying a run.
type Retried struct {
	Of        state.Run
	Needless  string     // why there is nothing to retry
	Refreshed *Refreshed // of a refresh
	Published *Published // of a report
}

// Retry does again what a run was asked for, going on where it stopped: what it, or
// another run since, has finished is not done again. Gates named are let go.
func (d *Director) Retry(ctx context.Context, n transform.Run, accept ...string) (Retried, error) {
	var out Retried
	var err error
	if out.Of, err = d.State.Run(ctx, n); err != nil {
		return out, err
	}
	if out.Of.Status == state.OK {
		out.Needless = fmt.Sprintf("run %d did what it was asked for", n)
		return out, nil
	}
	err = d.underLease(ctx, func(ctx context.Context, d *Director) error {
		again := *d
		again.retries = n
		return again.retryOf(ctx, &out, accept)
	})
	return out, err
}

func (d *Director) retryOf(ctx context.Context, out *Retried, accept []string) error {
	asked, err := requestOf(out.Of.Asked)
	if err != nil {
		return err
	}
	if out.Of.Job == RefreshJob {
		return d.retryRefresh(ctx, out, asked.Refresh, accept)
	}
	if _, isReport := pages.Find(out.Of.Job); isReport {
		return d.retryReport(ctx, out, asked.Publish)
	}
	return fmt.Errorf("run %d is a %s: %w", out.Of.ID, out.Of.Job, ErrNoRetry)
}

// retryRefresh goes on with what the run had read. If another has read the sources
// since it began, and published that, nothing is left to do.
func (d *Director) retryRefresh(ctx context.Context, out *Retried, asked *RefreshOptions, accept []string) error {
	o := RefreshOptions{Resume: true, Since: out.Of.Started}
	if asked != nil && asked.Resume {
		o.Since = asked.Since
	}
	if asked != nil {
		o.Accept = asked.Accept
	}
	o.Accept = append(o.Accept, accept...)
	done, found, err := d.published(ctx, o)
	switch {
	case err != nil:
		return err
	case found:
		out.Needless = fmt.Sprintf("the sources were read since, and run %d is seen by everybody", done.Run)
		return nil
	}
	r, err := d.RefreshWith(ctx, o)
	out.Refreshed = &r
	return err
}

func (d *Director) retryReport(ctx context.Context, out *Retried, asked *PublishOptions) error {
	period, err := transform.PeriodOf(out.Of.Period)
	if err != nil {
		return err
	}
	var o PublishOptions
	if asked != nil {
		o = *asked
	}
	p, err := d.Publish(ctx, out.Of.Job, period, o)
	out.Published = &p
	return err
}
