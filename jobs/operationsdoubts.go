package jobs

import (
	"cmp"
	"context"
	"slices"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/state"
)

// doubtsOf lists the pairs that were in doubt after the refresh and that no word of people
// settles that held for it.
func (d *Director) doubtsOf(ctx context.Context, m Measured, refreshed Refreshed, words []state.Decision, out *pages.Operations) error {
	run := m.Snapshot.Run
	list, err := d.Warehouse.DoubtsAt(ctx, run)
	if err != nil {
		return err
	}
	out.Untold = len(list) == 0 && refreshed.Matched.Review > 0
	waits := d.waited(m.Snapshot.At)
	for _, x := range undecided(list, words) {
		one, err := d.doubtful(ctx, run, x)
		if err == nil {
			one.Waits, err = waits.of(ctx, x.Since)
		}
		if err != nil {
			return err
		}
		p := pages.DoubtfulPair{First: one.First, Second: one.Second, Owners: one.Owners, Reason: one.Reason, Bits: one.Bits, Waits: one.Waits}
		for _, id := range one.Owners {
			if r := m.Results[0].Row(id); r != nil {
				p.Revenue = extract.Some(p.Revenue.Value + r.Revenue)
			}
		}
		out.Doubts = append(out.Doubts, p)
	}
	slices.SortFunc(out.Doubts, func(a, b pages.DoubtfulPair) int {
		return cmp.Or(cmp.Compare(b.Revenue.Value, a.Revenue.Value), cmp.Compare(b.Bits, a.Bits), a.First.Ref.Compare(b.First.Ref), a.Second.Ref.Compare(b.Second.Ref))
	})
	return nil
}

// A waited counts days since refreshes, each looked up once.
type waited struct {
	d     *Director
	until transform.Day
	days  map[transform.Run]extract.Opt[int64]
}

func (d *Director) waited(until extract.Instant) waited {
	return waited{d, until.Day(d.Company.Zone), map[transform.Run]extract.Opt[int64]{}}
}

// of is how many days have passed since a refresh, unknown where it is not known any more.
func (w waited) of(ctx context.Context, since transform.Run) (extract.Opt[int64], error) {
	if days, asked := w.days[since]; asked {
		return days, nil
	}
	s, found, err := w.d.Warehouse.Snapshot(ctx, since)
	if err == nil && found {
		w.days[since] = extract.Some(max(0, int64(w.until-s.At.Day(w.d.Company.Zone))))
	}
	return w.days[since], err
}
