package ident

import (
	"cmp"
	"slices"

	"clientele/transform/match"
)

// A web is how the records of one cluster hang together: for each record the first
// step of the shortest way to a record that had the cluster's id before.
type web struct {
	step  map[int32]match.Pair // A is the record, B the next one
	depth map[int32]int        // how many steps it is
}

// path returns the way from one of some records to a record that had the id of the
// cluster before: the first steps, as many as a reason tells, and how many steps it
// is in all. It is that of the record that is nearest, then of the first one. There is
// none if the pairs that made the cluster do not tie them.
func (a *assigning) path(cluster int32, from []int32) ([]match.Pair, int) {
	w := a.web(cluster)
	best := int32(none)
	for _, i := range from {
		d, tied := w.depth[i]
		if tied && (best == none || d < w.depth[best] || d == w.depth[best] && a.compare(i, best) < 0) {
			best = i
		}
	}
	if best == none {
		return nil, 0
	}
	var steps []match.Pair
	for i := best; w.depth[i] > 0 && len(steps) < most; i = w.step[i].B {
		steps = append(steps, w.step[i])
	}
	return steps, w.depth[best]
}

// web draws how a cluster hangs together, once: a customer of thousands of records
// may have as many reasons to tell.
func (a *assigning) web(cluster int32) *web {
	if w := a.webs[cluster]; w != nil {
		return w
	}
	w := &web{step: map[int32]match.Pair{}, depth: map[int32]int{}}
	if a.webs == nil {
		a.webs = map[int32]*web{}
	}
	a.webs[cluster] = w
	own, held := a.number[a.out.IDs[cluster]]
	if !held {
		return w
	}
	var queue []int32
	for _, i := range a.clusters[cluster] {
		if a.was[i] == own {
			w.depth[i] = 0
			queue = append(queue, i)
		}
	}
	slices.SortFunc(queue, a.compare)
	a.spread(w, queue, a.near(cluster))
	return w
}

// spread walks from the records in the queue to all that hang together with them.
func (a *assigning) spread(w *web, queue []int32, near map[int32][]match.Pair) {
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, p := range near[i] {
			if _, seen := w.depth[p.A]; !seen {
				w.step[p.A], w.depth[p.A] = p, w.depth[i]+1
				queue = append(queue, p.A)
			}
		}
	}
}

// near lists, for the records of a cluster, the pairs they are in, the strongest first
// and turned so that they are B.
func (a *assigning) near(cluster int32) map[int32][]match.Pair {
	near := map[int32][]match.Pair{}
	for _, p := range a.pairs(cluster) {
		near[p.B] = append(near[p.B], p)
		near[p.A] = append(near[p.A], match.Pair{A: p.B, B: p.A, Score: p.Score, Told: p.Told, Reason: p.Reason})
	}
	return near
}

// pairs lists what brought the records of a cluster together, the strongest first.
// They are sorted out by cluster when the first reason asks.
func (a *assigning) pairs(cluster int32) []match.Pair {
	if a.steps == nil {
		a.steps = map[int32][]match.Pair{}
		for _, p := range a.merges {
			a.steps[a.at[p.A]] = append(a.steps[a.at[p.A]], p)
		}
	}
	list := a.steps[cluster]
	slices.SortFunc(list, func(x, y match.Pair) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), a.compare(x.A, y.A), a.compare(x.B, y.B))
	})
	return list
}
