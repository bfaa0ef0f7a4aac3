package jobs

import (
	"context"
	"fmt"

	"clientele/transform"
	"clientele/transform/state"
)

// A Settled is the last thing of a job that was done, or skipped.
type Settled struct {
	state.Owed
	Of transform.Period // zero for a job that is about none
}

// Last returns of every job the last thing that was done, and the last that was
// skipped if that came later, in the order of the jobs.
func (d *Director) Last(ctx context.Context) ([]Settled, error) {
	list, err := d.State.Owed(ctx) // by job and slot
	if err != nil {
		return nil, err
	}
	var out []Settled
	for _, o := range list {
		if o.Fate != state.OwedDone && o.Fate != state.OwedSkipped {
			continue
		}
		x := Settled{Owed: o}
		if o.AsOf > 0 {
			if x.Of, err = transform.PeriodOf(o.Period); err != nil {
				return nil, fmt.Errorf("read what was owed of %s: %w", o.Job, err)
			}
		}
		out = append(replaced(out, o), x)
	}
	return out, nil
}

// replaced drops what something settled later stands for: whatever is skipped, and
// what was done where it was done too.
func replaced(list []Settled, by state.Owed) []Settled {
	for n := len(list); n > 0 && list[n-1].Job == by.Job; n = len(list) {
		if last := list[n-1]; last.Fate == state.OwedDone && by.Fate != state.OwedDone {
			break
		}
		list = list[:n-1]
	}
	return list
}
