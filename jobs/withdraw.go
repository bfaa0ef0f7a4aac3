package jobs

import (
	"context"
	"fmt"
	"slices"

	"clientele/transform"
	"clientele/transform/state"
)

// Withdraw ends a decision by its number, so that the rules decide again at the next
// refresh. A number nobody gave, or one that holds no more, is ErrRefused.
func (d *Director) Withdraw(ctx context.Context, w state.Withdrawal) (out state.Decision, err error) {
	err = d.takeBack(ctx, w, d.mayWithdraw, func(ctx context.Context, w state.Withdrawal) (any, error) {
		out, err = d.State.WithdrawDecision(ctx, w)
		return out, err
	})
	return out, err
}

// WithdrawField ends a word on a field by its number. It reports whether the number is
// one of a word on a field; one that holds no more is ErrRefused.
func (d *Director) WithdrawField(ctx context.Context, w state.Withdrawal) (out state.FieldDecision, is bool, err error) {
	all, err := d.State.AllFieldDecisions(ctx)
	if err != nil {
		return out, false, err
	}
	at := slices.IndexFunc(all, func(x state.FieldDecision) bool { return x.Number == w.Number })
	if at < 0 {
		return out, false, nil
	}
	err = d.takeBack(ctx, w, func(context.Context, int64) error { return holds(w.Number, all[at].Until) }, func(ctx context.Context, w state.Withdrawal) (any, error) {
		out, err = d.State.WithdrawFieldDecision(ctx, w)
		return out, err
	})
	return out, true, err
}

// takeBack writes a withdrawal down in a run of its own, if it may be.
func (d *Director) takeBack(ctx context.Context, w state.Withdrawal, may func(context.Context, int64) error, write func(context.Context, state.Withdrawal) (any, error)) error {
	return d.underLease(ctx, func(ctx context.Context, d *Director) error {
		if err := may(ctx, w.Number); err != nil {
			return err
		}
		r := state.Run{Job: DecideJob, Period: d.today().String(), AsOf: d.today(), Args: fmt.Sprintf("withdraw %d", w.Number)}
		return d.record(ctx, r, func(ctx context.Context, run transform.Run) (any, error) {
			w.Run, w.At = run, d.instant()
			return write(ctx, w)
		})
	})
}

func (d *Director) mayWithdraw(ctx context.Context, n int64) error {
	all, err := d.State.AllDecisions(ctx)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(x state.Decision) bool { return x.Number == n })
	if at < 0 || n < 1 {
		return fmt.Errorf("%w: there is no decision %d (see `clientele decide list`)", ErrRefused, n)
	}
	return holds(n, all[at].To)
}

// holds is ErrRefused for a decision that ended in a run.
func holds(n int64, until transform.Run) error {
	if until == 0 {
		return nil
	}
	return fmt.Errorf("%w: decision %d holds no more since run %d (`clientele decide list --all` says why)", ErrRefused, n, until)
}
