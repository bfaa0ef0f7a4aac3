package ident

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// A group is records of one old id that are in one cluster now, in order of source
// and id.
type group struct {
	old, cluster int32
	records      []int32
}

// depart notes what became of the old ids: those that lost records to others, and
// those that nobody kept.
func (a *assigning) depart() {
	groups := a.leaving()
	left := a.vanished()
	for from := 0; from < len(groups); {
		to := from
		for to < len(groups) && groups[to].old == groups[from].old {
			to++
		}
		a.leave(groups[from:to], left[groups[from].old])
		from = to
	}
	for n := range a.olds { // events are sorted at the end
		if o := &a.olds[n]; o.cluster == none && o.here == 0 && !o.retired {
			a.event(transform.IDEvent{Kind: transform.IDRetired, ID: o.id, Reason: "no record is left", Records: left[int32(n)]})
		}
	}
	a.follow()
	a.survey()
}

// leaving lists the records whose id is now another, by old id; of one old id the
// largest group first, then that of the smaller id.
func (a *assigning) leaving() []group {
	var gone []int32
	for i := range a.parties {
		if n := a.was[i]; n != none && a.olds[n].cluster != a.at[i] {
			gone = append(gone, int32(i))
		}
	}
	slices.SortFunc(gone, func(i, j int32) int {
		return cmp.Or(cmp.Compare(a.was[i], a.was[j]), cmp.Compare(a.at[i], a.at[j]), a.compare(i, j))
	})
	var out []group
	for _, i := range gone {
		if k := len(out) - 1; k < 0 || out[k].old != a.was[i] || out[k].cluster != a.at[i] {
			out = append(out, group{old: a.was[i], cluster: a.at[i]})
		}
		g := &out[len(out)-1]
		g.records = append(g.records, i)
	}
	slices.SortFunc(out, func(x, y group) int {
		return cmp.Or(cmp.Compare(x.old, y.old), cmp.Compare(len(y.records), len(x.records)),
			strings.Compare(string(a.out.IDs[x.cluster]), string(a.out.IDs[y.cluster])))
	})
	return out
}

// leave notes where the records of one old id went. If nobody kept the id, it
// forwards to where most of them are, and its vanished records follow; the others
// split from it.
func (a *assigning) leave(groups []group, vanished []extract.Ref) {
	o := &a.olds[groups[0].old]
	if o.cluster == none {
		g := groups[0]
		into, records := a.out.IDs[g.cluster], a.refs(g.records)
		records = append(records, vanished...)
		slices.SortFunc(records, extract.Ref.Compare)
		a.event(transform.IDEvent{Kind: transform.IDMerged, ID: o.id, Into: into, Reason: a.mergeReason(g), Records: records})
		for _, r := range vanished {
			a.out.Moves = append(a.out.Moves, Move{Ref: r, From: o.id, To: into, Vanished: true})
			a.tail(g.cluster, r)
		}
		groups = groups[1:]
	}
	for _, g := range groups {
		a.split(o, g)
	}
}

func (a *assigning) split(o *old, g group) {
	to, records := a.out.IDs[g.cluster], a.refs(g.records)
	a.event(transform.IDEvent{Kind: transform.IDSplit, ID: o.id, Into: to, Reason: a.splitReason(g), Records: records})
	a.part(o, g, records)
}
