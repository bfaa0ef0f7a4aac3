package jobs

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// stopping says that whoever started the work asked it to stop before something.
func stopping(ctx context.Context, before string) error {
	if ctx.Err() == nil {
		return nil
	}
	return fmt.Errorf("stopped before %s: %w", before, context.Cause(ctx))
}

// lasting returns a context for a letter on its way: it outlives a request to stop
// by the director's grace, for half a letter is worse than none, but not the loss
// of the lease. The returned function ends it.
func (d *Director) lasting(ctx context.Context) (context.Context, func()) {
	inner, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		if !errors.Is(context.Cause(ctx), errUnkept) {
			grace := time.NewTimer(d.Grace)
			defer grace.Stop()
			select {
			case <-grace.C:
			case <-inner.Done():
			}
		}
		cancel(context.Cause(ctx))
	})
	return inner, func() {
		stop()
		cancel(nil)
	}
}

// lastWord is how long the ledger may take to note what became of something once
// the program is asked to stop: a server that says nothing must not hold it for ever.
const lastWord = time.Minute

// noting returns a context for what must still be written down when the work is
// asked to stop.
func noting(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), lastWord)
}
