package ident

import (
	"cmp"
	"slices"

	"clientele/transform/match"
)

// path returns the shortest chain of pairs that ties one of the records from to one
// that to accepts, among equals the strongest first step; none if the pairs that
// made the cluster do not tie them. Each pair is turned so that A comes before B.
func (a *assigning) path(cluster int32, from []int32, to func(int32) bool) []match.Pair {
	near := map[int32][]match.Pair{}
	for _, p := range a.pairs(cluster) {
		near[p.A] = append(near[p.A], p)
		near[p.B] = append(near[p.B], match.Pair{A: p.B, B: p.A, Score: p.Score, Reason: p.Reason})
	}
	by := map[int32]match.Pair{} // how each record was reached
	queue := slices.Clone(from)
	for _, i := range from {
		by[i] = match.Pair{A: none, B: i}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		if to(i) {
			return back(by, i)
		}
		for _, p := range near[i] {
			if _, seen := by[p.B]; !seen {
				by[p.B] = p
				queue = append(queue, p.B)
			}
		}
	}
	return nil
}

// back walks from the end of a chain to its start.
func back(by map[int32]match.Pair, end int32) []match.Pair {
	var path []match.Pair
	for p := by[end]; p.A != none; p = by[p.A] {
		path = append(path, p)
	}
	slices.Reverse(path)
	return path
}

// pairs lists what brought the records of a cluster together, the strongest first.
// They are sorted out by cluster when the first reason asks.
func (a *assigning) pairs(cluster int32) []match.Pair {
	if a.steps == nil {
		a.steps = map[int32][]match.Pair{}
		for _, p := range a.merges {
			a.steps[a.at[p.A]] = append(a.steps[a.at[p.A]], p)
		}
		for _, list := range a.steps {
			slices.SortFunc(list, func(x, y match.Pair) int {
				return cmp.Or(cmp.Compare(y.Score, x.Score), a.compare(x.A, y.A), a.compare(x.B, y.B))
			})
		}
	}
	return a.steps[cluster]
}
