package jobs

import (
	"context"
	"strings"

	"clientele/extract"
)

// A GoldenField is one field of a golden record: what it says, whose word that is, and
// why.
type GoldenField struct {
	Field, Value string
	From         extract.Ref
	Why          string
}

// explainGolden tells where each field of the golden record is from.
func (d *Director) explainGolden(ctx context.Context, out *Explained) error {
	c, _, err := d.Warehouse.CustomerAt(ctx, out.Run, out.Trail.Now)
	if err != nil {
		return err
	}
	for line := range strings.Lines(c.Lineage) {
		field, from, _ := strings.Cut(strings.TrimSpace(line), "=")
		source, id, _ := strings.Cut(from, "/")
		out.Golden = append(out.Golden, GoldenField{Field: field, From: extract.Ref{Source: source, ID: id}})
	}
	return nil
}
