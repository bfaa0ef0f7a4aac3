package jobs

import (
	"context"

	"clientele/extract"
	"clientele/transform/match/linkage"
)

// explainRecords tells the records and why each is the customer's.
func (d *Director) explainRecords(ctx context.Context, out *Explained) error {
	links, err := d.Warehouse.LinksTo(ctx, out.Run, out.Trail.Now)
	if err != nil {
		return err
	}
	var pairs [][2]extract.Ref
	for _, l := range links {
		p, _, err := d.Warehouse.PartyAt(ctx, out.Run, l.Ref)
		if err != nil {
			return err
		}
		r := ExplainedRecord{Party: p, Reason: l.Reason, To: l.With}
		r.Ref = l.Ref
		out.Records = append(out.Records, r)
		if r.To != (extract.Ref{}) && !l.Told {
			pairs = append(pairs, [2]extract.Ref{r.Ref, r.To})
		}
	}
	if err := d.explainLeft(ctx, out); err != nil {
		return err
	}
	used, known, err := d.usedBy(ctx, out.Run)
	out.Strange = known && used.Engine != linkage.Version
	if err != nil || out.Strange || len(pairs) == 0 {
		return err
	}
	return d.explainBits(ctx, out, pairs)
}

// explainBits tells how much evidence brought each record in.
func (d *Director) explainBits(ctx context.Context, out *Explained, pairs [][2]extract.Ref) error {
	scales, err := d.scales(ctx, out.Run)
	if err != nil {
		return err
	}
	weighed, err := scales.weigh(ctx, pairs)
	for i := range out.Records {
		for _, w := range weighed {
			if r := &out.Records[i]; w.A == r.Ref && w.B == r.To && w.Clash == "" {
				r.Bits, r.Known = w.Score, true
			}
		}
	}
	return err
}

// explainLeft tells which records of the customer left their source.
func (d *Director) explainLeft(ctx context.Context, out *Explained) error {
	members, err := d.State.Members(ctx, out.Trail.Now, 0)
	if err != nil {
		return err
	}
	here := map[extract.Ref]bool{}
	for _, r := range out.Records {
		here[r.Ref] = true
	}
	for _, m := range members {
		if !here[m] {
			out.Left = append(out.Left, m)
		}
	}
	return nil
}
