package match

import (
	"cmp"
	"slices"
)

// largest is how many records that hang together are weighed pair by pair; a
// larger tangle is cut at ever stronger evidence first.
const largest = 250

// cluster joins records into customers.
func (t *table) cluster(edges []edge, s *ties) Result {
	g := &grouping{t: t, ties: s}
	for _, part := range t.components(edges, s) {
		g.refine(part.places, part.edges, Accept)
	}
	slices.SortFunc(g.groups, func(a, b []int32) int { return cmp.Compare(a[0], b[0]) })
	res := Result{Merges: g.merges, Review: g.review}
	for _, places := range g.groups {
		out := make([]int32, len(places))
		for n, p := range places {
			out[n] = t.order[p]
		}
		slices.Sort(out)
		res.Clusters = append(res.Clusters, out)
	}
	slices.SortFunc(res.Merges, func(a, b Pair) int { return cmp.Or(cmp.Compare(t.rank[a.B], t.rank[b.B])) })
	return res
}

// component is records that hang together by some chain of evidence.
type component struct {
	places []int32
	edges  []edge
}

func (t *table) components(edges []edge, s *ties) []component {
	all := make([]int32, len(t.order))
	for i := range all {
		all[i] = int32(i)
	}
	for _, p := range sortedPairs(s.why) {
		edges = append(edges, edge{int32(p >> 32), int32(uint32(p)), tied})
	}
	return connect(all, edges)
}

func sortedPairs(m map[uint64]string) []uint64 {
	out := make([]uint64, 0, len(m))
	for p := range m {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// connect parts places into those that edges connect.
func connect(places []int32, edges []edge) []component {
	at := make(map[int32]int32, len(places))
	root := make([]int32, len(places))
	for n, p := range places {
		at[p], root[n] = int32(n), int32(n)
	}
	find := func(n int32) int32 {
		for root[n] != n {
			root[n] = root[root[n]]
			n = root[n]
		}
		return n
	}
	for _, e := range edges {
		a, b := find(at[e.a]), find(at[e.b])
		root[max(a, b)] = min(a, b)
	}
	number := make([]int32, len(places))
	var out []component
	for n, p := range places {
		r := find(int32(n))
		if r == int32(n) {
			number[n] = int32(len(out))
			out = append(out, component{})
		}
		c := &out[number[r]]
		c.places = append(c.places, p)
	}
	for _, e := range edges {
		c := &out[number[find(at[e.a])]]
		c.edges = append(c.edges, e)
	}
	return out
}

// grouping collects what clustering finds.
type grouping struct {
	t      *table
	ties   *ties
	groups [][]int32 // places, ascending
	merges []Pair
	review []Pair
}

// refine groups one component, cutting it first where it is too large to weigh.
func (g *grouping) refine(places []int32, edges []edge, floor float64) {
	switch {
	case len(places) == 1:
		g.groups = append(g.groups, places)
		return
	case len(places) <= largest || floor >= tied:
		g.agglomerate(places)
		return
	}
	strong := slices.DeleteFunc(slices.Clone(edges), func(e edge) bool { return e.score < floor+2 && e.score < tied })
	for _, part := range connect(places, strong) {
		g.refine(part.places, part.edges, floor+2)
	}
}
