package ident

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// vanished lists, for the old ids that nobody kept, the records that are no longer
// in their source, in order of source and id.
func (a *assigning) vanished() map[int32][]extract.Ref {
	out := map[int32][]extract.Ref{}
	for n := range a.olds {
		if o := &a.olds[n]; o.cluster == none && o.held > o.here && (o.here > 0 || !o.retired) {
			out[int32(n)] = nil
		}
	}
	if len(out) == 0 {
		return out
	}
	here := map[extract.Ref]bool{}
	for i := range a.parties {
		if _, want := out[a.was[i]]; want {
			here[a.parties[i].Ref] = true
		}
	}
	for ref, id := range a.prior.Current { // each list is sorted below
		n := a.number[id]
		if _, want := out[n]; want && !here[ref] {
			out[n] = append(out[n], ref)
		}
	}
	for _, refs := range out {
		slices.SortFunc(refs, extract.Ref.Compare)
	}
	return out
}

// tail remembers a vanished record that follows its customer to another cluster.
func (a *assigning) tail(cluster int32, r extract.Ref) {
	if a.tails == nil {
		a.tails = map[int32][]extract.Ref{}
	}
	a.tails[cluster] = append(a.tails[cluster], r)
}

// follow adds the vanished records to the events of those they follow.
func (a *assigning) follow() {
	if len(a.tails) == 0 {
		return
	}
	byID := map[transform.CustomerID][]extract.Ref{}
	for cluster, refs := range a.tails {
		byID[a.out.IDs[cluster]] = refs
	}
	for i := range a.out.Events {
		e := &a.out.Events[i]
		switch e.Kind {
		case transform.IDMinted, transform.IDSurvived, transform.IDRevived:
			e.Records = append(e.Records, byID[e.ID]...)
		default:
			continue
		}
		slices.SortFunc(e.Records, extract.Ref.Compare)
	}
}
