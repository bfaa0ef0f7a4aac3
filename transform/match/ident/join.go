package ident

import (
	"fmt"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// join notes which records came to the ids, and the moves of the crosswalk. Whatever
// follows later is added by depart.
func (a *assigning) join() {
	for c := range a.clusters {
		if came := a.came(int32(c)); len(came) > 0 {
			a.welcome(int32(c), came)
		}
	}
}

// came lists the records of a cluster that the crosswalk does not have under its id,
// in order of source and id.
func (a *assigning) came(cluster int32) []int32 {
	n, held := a.number[a.out.IDs[cluster]]
	if !held {
		n = none - 1
	}
	var came []int32
	for _, i := range a.clusters[cluster] {
		if a.was[i] != n || a.state[cluster] == revived {
			came = append(came, i)
		}
	}
	slices.SortFunc(came, a.compare)
	return came
}

func (a *assigning) welcome(cluster int32, came []int32) {
	id := a.out.IDs[cluster]
	e := transform.IDEvent{ID: id, Records: a.refs(came)}
	for _, i := range came {
		if from := a.oldID(i); from != id {
			a.out.Moves = append(a.out.Moves, Move{Ref: a.parties[i].Ref, From: from, To: id})
		}
	}
	switch a.state[cluster] {
	case minted:
		e.Kind, e.Reason = transform.IDMinted, a.mintReason(cluster, came)
	case revived:
		e.Kind, e.Reason = transform.IDRevived, some(e.Records)+" came back"
	default:
		e.Kind, e.Reason = transform.IDSurvived, a.joinReason(cluster, came)
	}
	a.event(e)
}

// oldID returns the id a record had, or none.
func (a *assigning) oldID(i int32) transform.CustomerID {
	if a.was[i] == none {
		return ""
	}
	return a.olds[a.was[i]].id
}

func (a *assigning) mintReason(cluster int32, came []int32) string {
	for _, i := range came {
		if from := a.oldID(i); from != "" {
			return fmt.Sprintf("%s left %s", a.parties[i].Ref.Named(), from)
		}
	}
	return "founded by " + a.founder(cluster).Named()
}

func (a *assigning) compare(i, j int32) int { return a.parties[i].Ref.Compare(a.parties[j].Ref) }

func (a *assigning) refs(list []int32) []extract.Ref {
	out := make([]extract.Ref, len(list))
	for n, i := range list {
		out[n] = a.parties[i].Ref
	}
	return out
}
