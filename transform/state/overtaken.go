package state

import (
	"context"
	"fmt"
	"slices"

	"clientele/extract"
)

// Overtake writes down that what is left of a period's letters is not sent by itself
// any more, and why: they are Rejected, so that whoever did not get one is known. What
// arrived, or may have, stays as it is. Doing it again changes nothing.
func (db *DB) Overtake(ctx context.Context, report, period, why string, now extract.Instant) error {
	err := db.write(ctx, func(s session) error {
		var list []Delivery
		if err := s.named(ctx, &list, "delivery-list", Filter{Report: report, Period: period}); err != nil {
			return err
		}
		for _, d := range list {
			if !slices.Contains([]State{Planned, Rendered, Spooled, Sending, Deferred}, d.State) {
				continue
			}
			if err := s.free(ctx, d.Run, 0); err != nil {
				return err
			}
			said := why
			if d.Answer != "" {
				said += ", last: " + d.Answer
			}
			d.State, d.Changed, d.NextAt, d.Answer = Rejected, now, 0, said
			if err := s.keep(ctx, d); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("close the letters of %s %s: %w", report, period, err)
	}
	return nil
}
