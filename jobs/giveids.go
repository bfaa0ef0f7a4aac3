package jobs

import (
	"context"
	"reflect"

	"clientele/extract"
	"clientele/jobs/gates"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/ident"
	"clientele/transform/state"
	"clientele/transform/warehouse"
)

// assign gives the clusters ids that last and saves what changed, if that is not too
// much.
func (d *Director) assign(ctx context.Context, run transform.Run, staging *warehouse.Staging, parties []extract.Party, result match.Result, options match.Options, accept []string, also ...gates.Verdict) (ident.Assigned, error) {
	walk, err := d.State.IDs(ctx)
	if err != nil {
		return ident.Assigned{}, err
	}
	ids := ident.Assign(parties, result, prior(walk))
	changed, err := d.corrected(ctx, parties, ids.Torn(mostTorn))
	if err != nil {
		return ids, err
	}
	withdrawn, err := d.withdrawn(ctx)
	if err != nil {
		return ids, err
	}
	ids.Explain(ident.Facts{Decisions: options.Decisions, Withdrawn: withdrawn, Changed: changed})
	if err := d.judgeIDs(ctx, run, staging, ids, walk, accept, also...); err != nil {
		return ids, err
	}
	return ids, d.State.SaveIDs(ctx, run, changes(ids))
}

// mostTorn is of how many records of customers that were split it is looked up what
// was corrected: each is a question to the warehouse.
const mostTorn = 1000

func prior(walk state.Crosswalk) ident.Prior {
	return ident.Prior{Current: walk.Current, Retired: walk.Retired, Born: func(id transform.CustomerID) (ident.Birth, bool) {
		b, ever := walk.Born[id]
		return ident.Birth{ID: id, Founder: b.Founder, N: b.N, Run: int64(b.Since)}, ever
	}}
}

// changes is what the state must save.
func changes(ids ident.Assigned) state.Changes {
	out := state.Changes{Events: ids.Events, Links: make([]state.Assigned, len(ids.Moves)), Minted: make([]state.Minted, len(ids.Minted))}
	for i, m := range ids.Moves {
		out.Links[i] = state.Assigned{Ref: m.Ref, Customer: m.To}
	}
	for i, b := range ids.Minted {
		out.Minted[i] = state.Minted{ID: b.ID, Founder: b.Founder, N: b.N}
	}
	return out
}

// corrected lists, for some records, which fields are not what they were in the last
// snapshot.
func (d *Director) corrected(ctx context.Context, parties []extract.Party, refs []extract.Ref) (map[extract.Ref][]string, error) {
	shown, found, err := d.Warehouse.Latest(ctx)
	if err != nil || !found || len(refs) == 0 {
		return nil, err
	}
	asked := make(map[extract.Ref]bool, len(refs))
	for _, r := range refs {
		asked[r] = true
	}
	out := map[extract.Ref][]string{}
	for i := range parties {
		if !asked[parties[i].Ref] {
			continue
		}
		was, found, err := d.Warehouse.PartyAt(ctx, shown, parties[i].Ref)
		if err != nil {
			return nil, err
		}
		if found {
			out[was.Ref] = differing(&was, &parties[i])
		}
	}
	return out, nil
}

// differing lists the fields of two records that are not equal, but for when they
// were written.
func differing(a, b *extract.Party) []string {
	var out []string
	now := b.Fields()
	for i, f := range a.Fields() {
		if f.Name != "changed" && f.Name != "created" && !reflect.DeepEqual(f.Ptr, now[i].Ptr) {
			out = append(out, f.Name)
		}
	}
	return out
}
