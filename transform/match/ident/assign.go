package ident

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
)

// Assign gives every cluster an id that lasts. An id goes to the cluster that holds
// most of its records, one id to one cluster at most; where two ids hold as many
// records of a cluster, the one in use goes before the retired one, then the older,
// then the smaller. A cluster without an id gets the first one its founding record
// never gave. Ids left over forward to where their records went, or retire. It takes
// time and memory about linear in the number of records.
func Assign(parties []extract.Party, res match.Result, prior Prior) Assigned {
	a := &assigning{parties: parties, clusters: res.Clusters, merges: res.Merges, prior: prior}
	a.count()
	a.keep()
	a.mint()
	a.join()
	a.depart()
	slices.SortFunc(a.out.Events, func(x, y transform.IDEvent) int {
		return cmp.Or(strings.Compare(string(x.ID), string(y.ID)), strings.Compare(x.Kind, y.Kind), strings.Compare(string(x.Into), string(y.Into)))
	})
	slices.SortFunc(a.out.Moves, func(x, y Move) int { return x.Ref.Compare(y.Ref) })
	slices.SortFunc(a.out.Parted, func(x, y Parting) int {
		return cmp.Or(strings.Compare(string(x.From), string(y.From)), strings.Compare(string(x.To), string(y.To)))
	})
	return a.out
}

// assigning is the work of one run. Old ids are counted through, so that a million
// records are told apart by numbers.
type assigning struct {
	parties  []extract.Party
	clusters [][]int32
	merges   []match.Pair
	prior    Prior
	number   map[transform.CustomerID]int32 // of each old id
	olds     []old                          // by that number, which never orders what is handed on
	was      []int32                        // by record: the number of its old id, or none
	at       []int32                        // by record: its cluster
	first    []int32                        // by cluster: its first record by source and id
	state    []standing                     // by cluster
	tails    map[int32][]extract.Ref        // by cluster: vanished records that follow their customer
	steps    map[int32][]match.Pair         // by cluster: what brought its records together, once a reason asks
	webs     map[int32]*web                 // by cluster: the ways through it, likewise
	out      Assigned
}

const none = -1

// standing is how a cluster came to its id.
type standing uint8

const (
	unnamed standing = iota
	kept
	revived
	minted
)

// old is an id that some record had.
type old struct {
	id      transform.CustomerID
	birth   Birth
	into    transform.CustomerID
	retired bool
	held    int32 // records that had it, vanished ones too
	here    int32 // of these, the records of this run
	cluster int32 // that has it now, or none
}

// count finds out which old ids there are and whose each record was.
func (a *assigning) count() {
	a.out.IDs = make([]transform.CustomerID, len(a.clusters))
	a.state = make([]standing, len(a.clusters))
	a.number = make(map[transform.CustomerID]int32, len(a.clusters))
	a.was, a.at = make([]int32, len(a.parties)), make([]int32, len(a.parties))
	a.first = make([]int32, len(a.clusters))
	for c, cluster := range a.clusters {
		a.first[c] = slices.MinFunc(cluster, a.compare)
		for _, i := range cluster {
			a.at[i] = int32(c)
		}
	}
	for i := range a.parties {
		a.was[i] = none
		if id := a.prior.Current[a.parties[i].Ref]; id != "" {
			a.was[i] = a.numbered(id)
			a.olds[a.was[i]].here++
		}
	}
	for _, id := range a.prior.Current {
		a.olds[a.numbered(id)].held++
	}
}

func (a *assigning) numbered(id transform.CustomerID) int32 {
	n, known := a.number[id]
	if !known {
		n = int32(len(a.olds))
		o := old{id: id, cluster: none}
		o.into, o.retired = a.prior.Retired[id]
		if a.prior.Born != nil {
			o.birth, _ = a.prior.Born(id)
		}
		a.olds, a.number[id] = append(a.olds, o), n
	}
	return n
}

// take gives an old id to a cluster.
func (a *assigning) take(cluster, number int32) {
	o := &a.olds[number]
	o.cluster, a.out.IDs[cluster], a.state[cluster] = cluster, o.id, kept
	if o.retired {
		a.state[cluster] = revived
	}
}

func (a *assigning) event(e transform.IDEvent) { a.out.Events = append(a.out.Events, e) }
