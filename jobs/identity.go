package jobs

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/golden"
	"clientele/transform/match/home"
	"clientele/transform/match/ident"
	"clientele/transform/state"
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
	told, err := d.tellApart(ctx, run, parties, options, accept)
	if err != nil {
		return Matched{}, err
	}
	result, ids := told.result, told.ids
	customers, links := golden.Merge(parties, result, ids.IDs, golden.Options{Options: options, Rules: d.Survivorship})
	home.Draw(parties, result, customers, options)
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

// assign gives the clusters ids that last and saves what changed, if that is not too
// much.
func (d *Director) assign(ctx context.Context, run transform.Run, parties []extract.Party, result match.Result, accept []string, also ...gates.Verdict) (ident.Assigned, error) {
	walk, err := d.State.IDs(ctx)
	if err != nil {
		return ident.Assigned{}, err
	}
	age := make(map[transform.CustomerID]int64, len(walk.Born))
	for id, b := range walk.Born {
		age[id] = int64(b.Since)
	}
	ids := ident.Assign(parties, result, ident.Prior{Current: walk.Current, Age: age, Retired: walk.Retired, Used: walk.Used})
	if err := d.judgeIDs(ctx, run, parties, result, ids, walk, accept, also...); err != nil {
		return ids, err
	}
	return ids, d.State.SaveIDs(ctx, run, changes(parties, result, ids, walk))
}

// changes compares who is who now with the crosswalk.
func changes(parties []extract.Party, result match.Result, ids ident.Assigned, walk state.Crosswalk) state.Changes {
	out := state.Changes{Events: ids.Events}
	seen := make(map[extract.Ref]bool, len(parties))
	for n, cluster := range result.Clusters {
		if id := ids.IDs[n]; !walk.Used(id) {
			out.Minted = append(out.Minted, born(parties, cluster, id))
		}
		for _, i := range cluster {
			ref := parties[i].Ref
			seen[ref] = true
			if walk.Current[ref] != ids.IDs[n] {
				out.Links = append(out.Links, state.Assigned{Ref: ref, Customer: ids.IDs[n]})
			}
		}
	}
	out.Links = append(out.Links, forgotten(walk, seen, ids.Events)...)
	return out
}

// forgotten lists records that left their source and whose customer ended in this
// run. Other records that left are still remembered: they may come back.
func forgotten(walk state.Crosswalk, seen map[extract.Ref]bool, events []transform.IDEvent) []state.Assigned {
	ended := make(map[transform.CustomerID]bool)
	for _, e := range events {
		if e.Kind == transform.IDMerged || e.Kind == transform.IDRetired {
			ended[e.ID] = true
		}
	}
	var out []state.Assigned
	for ref, id := range walk.Current { // sorted below
		if !seen[ref] && ended[id] {
			out = append(out, state.Assigned{Ref: ref})
		}
	}
	slices.SortFunc(out, func(a, b state.Assigned) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// born finds which of its founder's ids a new one is.
func born(parties []extract.Party, cluster []int32, id transform.CustomerID) state.Minted {
	founder := ident.Founder(parties, cluster)
	n := 0
	for transform.NewID(founder, n) != id {
		if n++; n > 1000 {
			panic(fmt.Sprintf("customer %s does not come from %s of %s", id, founder.ID, founder.Source))
		}
	}
	return state.Minted{ID: id, Founder: founder, N: n}
}
