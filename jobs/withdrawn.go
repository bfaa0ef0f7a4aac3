package jobs

import (
	"context"

	"clientele/transform"
	"clientele/transform/state"
)

// withdrawn lists the decisions on two records that the last refresh obeyed and that
// were taken back since, with who did so and why.
func (d *Director) withdrawn(ctx context.Context) ([]transform.Decision, error) {
	shown, _, err := d.Warehouse.Latest(ctx)
	if err != nil {
		return nil, err
	}
	gone, err := d.State.Withdrawals(ctx)
	if err != nil {
		return nil, err
	}
	since := map[int64]state.Withdrawal{}
	for _, w := range gone {
		if w.Run > shown {
			since[w.Number] = w
		}
	}
	all, err := d.State.AllDecisions(ctx)
	var out []transform.Decision
	for _, x := range all {
		if w, is := since[x.Number]; is && x.From <= shown {
			out = append(out, transform.Decision{Kind: x.Kind, A: x.A, B: x.B, Who: w.Who, Why: w.Why})
		}
	}
	return out, err
}
