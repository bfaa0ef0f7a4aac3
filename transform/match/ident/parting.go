package ident

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// A Parting is what one id lost to another. Lists are in order of source and id.
type Parting struct {
	From, To transform.CustomerID
	Left     []extract.Ref // the records that went
	Were     []extract.Ref // all records of this run that were of the id, wherever they are now
	Came     []extract.Ref // records that are new to the id that lost them
	Erased   bool          // what left is a person who was erased
}

// part notes what an id lost.
func (a *assigning) part(o *old, g group, left []extract.Ref) {
	a.out.Parted = append(a.out.Parted, Parting{
		From: o.id, To: a.out.IDs[g.cluster], Left: left, Erased: a.parties[g.records[0]].Status == extract.PartyErased,
	})
}

// survey fills in whose company the records left; ids that lost to several others
// share their lists.
func (a *assigning) survey() {
	if len(a.out.Parted) == 0 {
		return
	}
	were := map[int32][]extract.Ref{}
	for _, p := range a.out.Parted {
		were[a.number[p.From]] = nil
	}
	for i := range a.parties {
		if _, want := were[a.was[i]]; want {
			were[a.was[i]] = append(were[a.was[i]], a.parties[i].Ref)
		}
	}
	for _, refs := range were {
		slices.SortFunc(refs, extract.Ref.Compare)
	}
	came := map[transform.CustomerID][]extract.Ref{}
	for _, e := range a.out.Events {
		if e.Kind == transform.IDSurvived {
			came[e.ID] = e.Records
		}
	}
	for i := range a.out.Parted {
		p := &a.out.Parted[i]
		p.Were, p.Came = were[a.number[p.From]], came[p.From]
	}
}
