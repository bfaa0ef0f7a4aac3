package jobs

import (
	"context"
	"errors"
	"fmt"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/warehouse"
)

// Reasons for which nothing can be said of a period, whoever asks.
var (
	// ErrUnfinished says that a period has not ended yet.
	ErrUnfinished = errors.New("the period has not ended")
	// ErrTooEarly says that a period ended before the first record of any source.
	ErrTooEarly = errors.New("the period is before the first record")
)

// Finished returns an error if a period has not ended for the company.
func (d *Director) Finished(report string, p transform.Period) error {
	if p.To <= d.today() {
		return nil
	}
	last, err := d.LastPeriod(report)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: %s ends with %s, and it is %s: the last one finished is %s (%s)", ErrUnfinished, p.Label(), p.Last(), d.today(), last.Label(), last.Key())
}

// known returns an error if a period ended before the first record of any source as a
// snapshot has them. A company without any record has no first one.
func (d *Director) known(ctx context.Context, s warehouse.Snapshot, p transform.Period) error {
	some, err := d.Warehouse.Before(ctx, s.Run, p.To, d.Company.Zone)
	if err != nil || some {
		return err
	}
	first, err := d.Warehouse.FirstDay(ctx, s.Run, d.Company.Zone)
	if err != nil || first == 0 {
		return err
	}
	return fmt.Errorf("%w: %s ended on %s, and the first day there is in any source is %s", ErrTooEarly, p.Label(), p.Last(), first)
}

// knownOf is the same as of the newest snapshot.
func (d *Director) knownOf(ctx context.Context, p transform.Period) error {
	s, err := d.fresh(ctx, p)
	if errors.Is(err, ErrStale) {
		return nil // the run says so
	}
	if err != nil {
		return err
	}
	return d.known(ctx, s, p)
}

// ahead reports whether a moment is to come, by more than clocks of hosts differ: it
// was written by a clock that has gone back since, and says nothing.
func (d *Director) ahead(at extract.Instant) bool {
	return at > d.instant()+extract.Instant(time.Hour.Microseconds())
}
