package ident

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// destination is where records of an old id are now.
type destination struct {
	id      transform.CustomerID
	records int
	sample  extract.Ref
}

// before returns, by old id, the records it had, in order of source and id. It is
// drawn once.
func (a *assigning) before() map[transform.CustomerID][]extract.Ref {
	if a.held == nil {
		a.held = map[transform.CustomerID][]extract.Ref{}
		for ref, id := range a.prior.Current { // each list is sorted below
			a.held[id] = append(a.held[id], ref)
		}
		for _, refs := range a.held {
			slices.SortFunc(refs, compareRefs)
		}
	}
	return a.held
}

// now returns the id of every record of this run.
func (a *assigning) now() map[extract.Ref]transform.CustomerID {
	out := make(map[extract.Ref]transform.CustomerID, len(a.parties))
	for n, cluster := range a.clusters {
		for _, i := range cluster {
			out[a.parties[i].Ref] = a.ids[n]
		}
	}
	return out
}

// depart notes what became of the old ids: those that lost records to others, and
// those that nobody kept.
func (a *assigning) depart(merges []match.Pair) {
	why := a.reasons(merges)
	now := a.now()
	for id, refs := range a.before() { // events are sorted at the end
		went := destinations(refs, now)
		if _, kept := a.taken[id]; kept {
			a.lost(id, went)
			continue
		}
		if _, long := a.prior.Retired[id]; long {
			continue
		}
		if len(went) == 0 {
			a.event(transform.IDRetired, id, "", "no record is left")
			continue
		}
		into := went[0].id
		reason := why[[2]transform.CustomerID{min(id, into), max(id, into)}]
		if reason == "" {
			reason = refText(went[0].sample) + " is now one customer with it"
		}
		a.event(transform.IDMerged, id, into, reason)
	}
}

// lost notes the records that left an id that goes on.
func (a *assigning) lost(id transform.CustomerID, went []destination) {
	for _, d := range went {
		if d.id != id {
			a.event(transform.IDSplit, id, "", refText(d.sample)+" is now "+string(d.id))
		}
	}
}

// destinations lists where records are now, the most first; vanished ones are
// nowhere.
func destinations(refs []extract.Ref, now map[extract.Ref]transform.CustomerID) []destination {
	var out []destination
	for _, r := range refs {
		id, here := now[r]
		if !here {
			continue
		}
		at := slices.IndexFunc(out, func(d destination) bool { return d.id == id })
		if at < 0 {
			out = append(out, destination{id: id, sample: r})
			at = len(out) - 1
		}
		out[at].records++
	}
	slices.SortFunc(out, func(x, y destination) int {
		if x.records != y.records {
			return y.records - x.records
		}
		return strings.Compare(string(x.id), string(y.id))
	})
	return out
}

// reasons returns, for two old ids, the pair of records that made them one.
func (a *assigning) reasons(merges []match.Pair) map[[2]transform.CustomerID]string {
	out := map[[2]transform.CustomerID]string{}
	for _, m := range merges {
		x, y := a.prior.Current[a.parties[m.A].Ref], a.prior.Current[a.parties[m.B].Ref]
		pair := [2]transform.CustomerID{min(x, y), max(x, y)}
		if x != "" && y != "" && x != y && out[pair] == "" {
			out[pair] = refText(a.parties[m.B].Ref) + ": " + m.Reason + " as " + refText(a.parties[m.A].Ref)
		}
	}
	return out
}

// changed counts the records known before whose id is now another.
func (a *assigning) changed() int {
	n := 0
	for c, cluster := range a.clusters {
		for _, i := range cluster {
			if old := a.prior.Current[a.parties[i].Ref]; old != "" && old != a.ids[c] {
				n++
			}
		}
	}
	return n
}
