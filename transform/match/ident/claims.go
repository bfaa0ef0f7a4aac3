package ident

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
)

// claim is one old id's hold on one cluster.
type claim struct {
	cluster, old int32
	records      int32
	founding     bool // the record the id was made of is in the cluster
	erased       bool // all these records are an erased person's
}

// keep gives the old ids to those who have the best claim. What nobody contests is
// settled first: that is nearly all.
func (a *assigning) keep() {
	claims := a.claims()
	byOld := make([]int32, len(a.olds))
	for _, c := range claims {
		byOld[c.old]++
	}
	var contested []claim
	for i, c := range claims {
		alone := (i == 0 || claims[i-1].cluster != c.cluster) && (i+1 == len(claims) || claims[i+1].cluster != c.cluster)
		if alone && byOld[c.old] == 1 {
			a.take(c.cluster, c.old)
		} else {
			contested = append(contested, c)
		}
	}
	slices.SortFunc(contested, a.compareClaims)
	for _, c := range contested {
		if a.olds[c.old].cluster == none && a.state[c.cluster] == unnamed {
			a.take(c.cluster, c.old)
		}
	}
}

// claims lists which old ids hold records of which clusters, in order of the
// clusters. An id that forwards is nobody's any more.
func (a *assigning) claims() []claim {
	out := make([]claim, 0, len(a.olds))
	var in []int32
	for c, cluster := range a.clusters {
		in = in[:0]
		for _, i := range cluster {
			if n := a.was[i]; n != none && a.olds[n].into == "" {
				in = append(in, i)
			}
		}
		slices.SortFunc(in, func(x, y int32) int { return cmp.Compare(a.was[x], a.was[y]) })
		for k, i := range in {
			if k == 0 || a.was[in[k-1]] != a.was[i] {
				out = append(out, claim{cluster: int32(c), old: a.was[i], erased: true})
			}
			last := &out[len(out)-1]
			last.records++
			last.erased = last.erased && a.parties[i].Status == extract.PartyErased
			last.founding = last.founding || a.parties[i].Ref == a.olds[a.was[i]].birth.Founder
		}
	}
	return out
}

// compareClaims puts the better claim first. Of the parts of one customer that have
// as many records, a living one goes before an erased one, because the erased person
// leaves the customer, not the customer the id; then the one with the record the id
// was made of, which would get it again if the state were lost.
func (a *assigning) compareClaims(x, y claim) int {
	p, q := &a.olds[x.old], &a.olds[y.old]
	return cmp.Or(
		cmp.Compare(y.records, x.records),
		compareBools(p.retired, q.retired),
		cmp.Compare(p.birth.Run, q.birth.Run),
		strings.Compare(string(p.id), string(q.id)),
		compareBools(x.erased, y.erased),
		compareBools(y.founding, x.founding),
		a.founder(x.cluster).Compare(a.founder(y.cluster)),
	)
}

// founder returns the record a cluster is named after.
func (a *assigning) founder(cluster int32) extract.Ref { return a.parties[a.first[cluster]].Ref }

// compareBools puts what is not before what is.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
