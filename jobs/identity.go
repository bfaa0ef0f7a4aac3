package jobs

import (
	"context"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/warehouse"
)

// Matched is what the method page says about who is who.
type Matched struct {
	Records      int
	Customers    int
	Merged       int // records that joined another one's customer
	Compared     int64
	Review       int
	SharedValues int
	Shared       []match.SharedValue // the most held ones
	Skipped      []match.Skip
	Excluded     []match.Exclusions
	Conflicts    []string
	Model        UsedModel
	Events       int
}

// most is how many shared values an account keeps.
const most = 50

// match decides who is who among the parties as staged, saves the ids before the
// links that use them, and rewrites the customer table.
func (d *Director) match(ctx context.Context, run transform.Run, staging *warehouse.Staging, read []transform.Coverage, accept []string) (Matched, error) {
	parties, err := d.parties(ctx, staging, read)
	if err != nil {
		return Matched{}, err
	}
	d.Progress.At("match records", int64(len(parties)))
	options, err := d.matching(ctx)
	if err != nil {
		return Matched{}, err
	}
	told, err := d.tellApart(ctx, run, staging, parties, options, accept)
	if err != nil {
		return Matched{}, err
	}
	result, ids := told.result, told.ids
	rules, err := d.survivorship(ctx, options)
	if err != nil {
		return Matched{}, err
	}
	customers, links := golden.Merge(parties, result, ids.IDs, rules)
	told.result.Conflicts = append(result.Conflicts, golden.Unheeded(parties, result, rules)...)
	if err := d.households(ctx, parties, customers, options, told); err != nil {
		return Matched{}, err
	}
	if _, err := staging.SaveLinks(ctx, links); err != nil {
		return Matched{}, err
	}
	if err := staging.SaveDoubts(ctx, doubts(parties, result.Review)); err != nil {
		return Matched{}, err
	}
	d.Log.Info("matched", "records", len(parties), "customers", len(customers), "compared", result.Compared)
	_, err = staging.SaveCustomers(ctx, customers)
	return summary(parties, told), err
}

func summary(parties []extract.Party, w who) Matched {
	r, ids := w.result, w.ids
	return Matched{
		Records: len(parties), Customers: len(r.Clusters), Merged: len(parties) - len(r.Clusters), Compared: r.Compared, Review: len(r.Review),
		SharedValues: len(r.Shared), Shared: r.Shared[:min(len(r.Shared), most)], Skipped: r.Skipped, Excluded: r.Excluded, Conflicts: r.Conflicts, Events: len(ids.Events),
		Model: w.used,
	}
}

// parties loads all parties as staged; room is made for as many as were read.
func (d *Director) parties(ctx context.Context, staging *warehouse.Staging, read []transform.Coverage) ([]extract.Party, error) {
	n := int64(0)
	for _, c := range read {
		if c.Kind == extract.Parties {
			n += c.Kept
		}
	}
	list := make([]extract.Party, 0, n)
	for p, err := range staging.Parties(ctx) {
		if err != nil {
			return nil, err
		}
		list = append(list, *p)
	}
	return list, nil
}

// matching returns the options with the decisions people have taken since.
func (d *Director) matching(ctx context.Context) (match.Options, error) {
	words, err := d.State.Decisions(ctx, 0)
	options := d.Matching
	for _, w := range words {
		options.Decisions = append(options.Decisions, w.Decision)
	}
	return options, err
}
