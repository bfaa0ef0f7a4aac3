package jobs

import (
	"context"

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
		o, err := d.matchingAt(ctx, out.Run)
		out.Golden = golden.Derive(out.Records[0].Party, golden.Options{Options: o, Rules: d.Survivorship})
		return err
	}
	out.Golden, err = golden.ParseLineage(c.Lineage)
	return err
}
