package jobs

import (
	"context"

	"clientele/transform"
	"clientele/transform/match/golden"
)

// explainGolden tells where each field of the golden record is from: as it was stored for
// a customer of several records, else drawn from the one.
func (d *Director) explainGolden(ctx context.Context, out *Explained) error {
	c, found, err := d.Warehouse.CustomerAt(ctx, out.Run, out.Trail.Now)
	if err != nil || !found {
		return err
	}
	out.Customer = c
	if len(out.Records) == 1 && c.Lineage == "" {
		o, err := d.mergingAt(ctx, out.Run)
		out.Golden = golden.Derive(out.Records[0].Party, o)
		return err
	}
	out.Golden, err = golden.ParseLineage(c.Lineage)
	return err
}

// mergingAt returns what the refresh of a run merged by, as far as it is kept.
func (d *Director) mergingAt(ctx context.Context, run transform.Run) (golden.Options, error) {
	o, err := d.matchingAt(ctx, run)
	if err != nil {
		return golden.Options{}, err
	}
	out := golden.Options{Options: o, Rules: d.Survivorship}
	words, err := d.State.FieldDecisions(ctx, run)
	for _, w := range words {
		out.Decisions = append(out.Decisions, w.FieldDecision)
	}
	return out, err
}
