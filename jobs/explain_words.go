package jobs

import (
	"context"

	"clientele/extract"
)

// explainDecisions tells people's words on the customer's records, those that no refresh
// has obeyed yet too.
func (d *Director) explainDecisions(ctx context.Context, out *Explained) error {
	all, err := d.State.Decisions(ctx, 0)
	if err != nil {
		return err
	}
	mine := map[extract.Ref]bool{}
	for _, r := range out.Records {
		mine[r.Ref] = true
	}
	for _, r := range out.Left {
		mine[r] = true
	}
	for _, x := range all {
		if mine[x.A] || mine[x.B] {
			out.Decisions = append(out.Decisions, x)
		}
	}
	fields, err := d.State.FieldDecisions(ctx, 0)
	for _, x := range fields {
		if mine[x.Record] {
			out.Fields = append(out.Fields, x)
		}
	}
	return err
}

// explainWords tells people's words on the two records, and keeps those that counted.
func (d *Director) explainWords(ctx context.Context, out *Compared) error {
	obeyed, err := d.State.Decisions(ctx, out.Run)
	if err != nil {
		return err
	}
	out.held = newVows(obeyed)
	now, err := d.State.Decisions(ctx, 0)
	for _, x := range now {
		mine := func(r extract.Ref) bool { return r == out.First.Ref || r == out.Second.Ref }
		if mine(x.A) || mine(x.B) {
			out.Decisions = append(out.Decisions, x)
		}
	}
	return err
}
