package ident

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// Prior is what earlier runs decided: which id each record had.
type Prior struct {
	Current map[extract.Ref]transform.CustomerID          // of every record, vanished ones too if still remembered
	Age     map[transform.CustomerID]int64                // the run an id was born in
	Retired map[transform.CustomerID]transform.CustomerID // where to look now; empty: no record was left
	Used    func(transform.CustomerID) bool               // whether an id was ever given; nil: ask the maps only
}

// Assigned is the ids of a run.
type Assigned struct {
	IDs     []transform.CustomerID // by cluster
	Events  []transform.IDEvent    // what changed, ordered by id and kind
	Changed int                    // records known before whose id is now another
}

// Assign gives every cluster an id that lasts. An id stays with the cluster that
// holds most of its records; among equals the older and then the smaller id wins,
// and one id goes to one cluster at most. A cluster without an id gets the first
// one its founding record never gave. Ids left over retire, with a forwarding
// address where their records went.
func Assign(parties []extract.Party, res match.Result, prior Prior) Assigned {
	a := &assigning{parties: parties, clusters: res.Clusters, prior: prior, taken: map[transform.CustomerID]int{}}
	a.ids = make([]transform.CustomerID, len(res.Clusters))
	a.keep()
	a.mint()
	a.depart(res.Merges)
	slices.SortStableFunc(a.events, func(x, y transform.IDEvent) int {
		return cmp.Or(strings.Compare(string(x.ID), string(y.ID)), strings.Compare(x.Kind, y.Kind), strings.Compare(x.Reason, y.Reason))
	})
	return Assigned{IDs: a.ids, Events: a.events, Changed: a.changed()}
}

type assigning struct {
	parties  []extract.Party
	clusters [][]int32
	prior    Prior
	ids      []transform.CustomerID
	taken    map[transform.CustomerID]int // the cluster that has an id now
	events   []transform.IDEvent
	held     map[transform.CustomerID][]extract.Ref
}

// claim is one old id's hold on one cluster.
type claim struct {
	cluster int
	id      transform.CustomerID
	records int
	erased  bool
	founder extract.Ref
}

// keep gives the old ids to those who have the best claim.
func (a *assigning) keep() {
	for _, c := range a.claims() {
		if _, gone := a.taken[c.id]; gone || a.ids[c.cluster] != "" {
			continue
		}
		into, retired := a.prior.Retired[c.id]
		if into != "" {
			continue
		}
		if retired {
			a.event(transform.IDRevived, c.id, "", refText(c.founder)+" came back")
		}
		a.ids[c.cluster] = c.id
		a.taken[c.id] = c.cluster
	}
}

func (a *assigning) claims() []claim {
	var out []claim
	for n, cluster := range a.clusters {
		from := len(out)
		for _, i := range cluster {
			id := a.prior.Current[a.parties[i].Ref]
			if id == "" {
				continue
			}
			at := slices.IndexFunc(out[from:], func(c claim) bool { return c.id == id })
			if at < 0 {
				out = append(out, claim{cluster: n, id: id, erased: a.parties[i].Status == extract.PartyErased, founder: a.founder(n)})
				at = len(out) - from - 1
			}
			out[from+at].records++
		}
	}
	slices.SortFunc(out, a.compareClaims)
	return out
}

// compareClaims puts the better claim first. A living record goes before an
// erased one: the erased person leaves the customer, not the customer the id.
func (a *assigning) compareClaims(x, y claim) int {
	return cmp.Or(
		cmp.Compare(y.records, x.records),
		cmp.Compare(a.prior.Age[x.id], a.prior.Age[y.id]),
		strings.Compare(string(x.id), string(y.id)),
		compareBools(x.erased, y.erased),
		compareRefs(x.founder, y.founder),
	)
}

func (a *assigning) founder(cluster int) extract.Ref {
	return Founder(a.parties, a.clusters[cluster])
}

// mint gives ids to clusters that have none, in order of their founders.
func (a *assigning) mint() {
	for n := range a.clusters {
		if a.ids[n] == "" {
			a.ids[n] = a.fresh(n)
			a.taken[a.ids[n]] = n
		}
	}
}

func (a *assigning) fresh(cluster int) transform.CustomerID {
	founder := a.founder(cluster)
	for n := 0; ; n++ {
		id := transform.NewID(founder, n)
		into, retired := a.prior.Retired[id]
		_, given := a.taken[id]
		switch {
		case given:
		case retired && into == "":
			a.event(transform.IDRevived, id, "", refText(founder)+" came back")
			return id
		case !retired && !a.live(id) && (a.prior.Used == nil || !a.prior.Used(id)):
			a.event(transform.IDMinted, id, "", a.mintReason(cluster, founder))
			return id
		}
	}
}

// live reports whether a record had the id until now.
func (a *assigning) live(id transform.CustomerID) bool {
	_, known := a.prior.Age[id]
	return known || a.before()[id] != nil
}

func (a *assigning) mintReason(cluster int, founder extract.Ref) string {
	for _, i := range a.clusters[cluster] {
		if old := a.prior.Current[a.parties[i].Ref]; old != "" {
			return refText(a.parties[i].Ref) + " left " + string(old)
		}
	}
	return "founded by " + refText(founder)
}

func (a *assigning) event(kind string, id, into transform.CustomerID, reason string) {
	a.events = append(a.events, transform.IDEvent{Kind: kind, ID: id, Into: into, Reason: reason})
}
