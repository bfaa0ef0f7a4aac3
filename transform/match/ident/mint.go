package ident

import (
	"clientele/transform"
)

// mint gives ids to clusters that have none, in order of the clusters.
func (a *assigning) mint() {
	given := map[transform.CustomerID]bool{}
	for c := range a.clusters {
		if a.state[c] == unnamed {
			id := a.fresh(int32(c), given)
			given[id], a.out.IDs[c] = true, id
		}
	}
}

// fresh returns the first id of a cluster's founder that is free: never given, or
// retired with no record left, which is how programs remembered it that forgot the
// records of retired ids.
func (a *assigning) fresh(cluster int32, given map[transform.CustomerID]bool) transform.CustomerID {
	founder := a.founder(cluster)
	for n := 0; ; n++ {
		id := transform.NewID(founder, n)
		if given[id] {
			continue
		}
		if _, held := a.number[id]; held {
			continue
		}
		into, retired := a.prior.Retired[id]
		switch {
		case retired && into == "":
			a.state[cluster] = revived
			return id
		case !retired && !a.used(id):
			a.state[cluster] = minted
			a.out.Minted = append(a.out.Minted, Birth{ID: id, Founder: founder, N: n})
			return id
		}
	}
}

func (a *assigning) used(id transform.CustomerID) bool {
	if a.prior.Born == nil {
		return false
	}
	_, ever := a.prior.Born(id)
	return ever
}
