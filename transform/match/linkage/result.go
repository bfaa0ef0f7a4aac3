package linkage

import (
	"cmp"
	"slices"

	"clientele/transform/match"
	"clientele/transform/match/cluster"
)

// result says in terms of the input what was found in terms of places.
func (g *weighing) result(c cluster.Result) match.Result {
	t := g.t
	res := match.Result{Compared: g.people.report.Pairs + g.companies.report.Pairs, Shared: t.sharedValues(), SharedSince: t.since, Skipped: g.skipped(), Seen: g.seen()}
	res.Clusters = t.clusters(c.Labels)
	res.Merges = slices.Grow(res.Merges, len(c.Merges))
	for _, m := range c.Merges {
		p := t.pair(m.A, m.B, float64(m.Bits), g.why(m))
		p.Told = m.Reason == cluster.Told
		res.Merges = append(res.Merges, p)
	}
	for _, d := range c.Doubtful {
		if !d.Joined {
			res.Review = append(res.Review, t.pair(d.A, d.B, float64(d.Bits), g.doubt(d)))
		}
	}
	res.Review = res.Review[:min(len(res.Review), cmp.Or(t.opts.Review, mostDoubtful))]
	res.Kin = g.kin(c.Labels)
	for _, x := range c.Conflicts {
		res.Conflicts = append(res.Conflicts, t.conflict(x))
	}
	return res
}

// mostDoubtful is how many doubtful pairs are listed where nothing is said.
const mostDoubtful = 2000

// pair names two places by the indices of the input.
func (t *Table) pair(a, b uint32, bits float64, why string) match.Pair {
	return match.Pair{A: t.order[a], B: t.order[b], Score: bits, Reason: why}
}

// clusters lists the members of each, the clusters by their first record.
func (t *Table) clusters(labels []uint32) [][]int32 {
	size := make([]int32, len(labels))
	for _, l := range labels {
		size[l]++
	}
	at, n := make([]int32, len(labels)), int32(0)
	for l, s := range size {
		if s > 0 {
			at[l] = n
			n++
		}
	}
	out, members := make([][]int32, n), make([]int32, len(labels))
	for l, s := range size {
		if s > 0 {
			out[at[l]], members = members[:0:s], members[s:]
		}
	}
	for i := range t.records { // in the order of the input, so that members ascend
		l := at[labels[t.rank[i]]]
		out[l] = append(out[l], int32(i))
	}
	return out
}

// kin lists the pairs of one household or company that are not one customer, the
// strongest of every two customers, in order.
func (g *weighing) kin(labels []uint32) []match.Pair {
	g.people.kin.Join(&g.companies.kin)
	all := g.people.kin.Slice()
	home := func(p kinPair) (a, b uint32) {
		a, b = labels[p.a], labels[p.b]
		return min(a, b), max(a, b)
	}
	all = slices.DeleteFunc(all, func(p kinPair) bool { return labels[p.a] == labels[p.b] })
	slices.SortFunc(all, func(p, q kinPair) int {
		a, b := home(p)
		x, y := home(q)
		return cmp.Or(comparePairs(a, b, x, y), cmp.Compare(q.bits, p.bits), comparePairs(p.a, p.b, q.a, q.b))
	})
	all = slices.CompactFunc(all, func(p, q kinPair) bool {
		a, b := home(p)
		x, y := home(q)
		return a == x && b == y
	})
	out := make([]match.Pair, len(all))
	for i, p := range all {
		out[i] = g.t.pair(p.a, p.b, float64(p.bits), "")
	}
	return out
}

func (g *weighing) skipped() (out []match.Skip) {
	for _, s := range slices.Concat(g.people.report.Skipped, g.companies.report.Skipped) {
		out = append(out, match.Skip{Rule: s.Rule, Records: s.Records, Pairs: s.Pairs})
	}
	return out
}
