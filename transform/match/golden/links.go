package golden

import (
	"clientele/transform"
	"clientele/transform/match"
)

// links says of every record to whom it belongs and why, in order of source and id.
func (m *merging) links(res match.Result) []transform.Link {
	why, by := make([]string, len(m.parties)), make([]int32, len(m.parties))
	near := neighbours(len(m.parties), res.Merges)
	inParallel(len(res.Clusters), batch, func() func(int) {
		w := walk{m: m, pairs: res.Merges, near: near, why: why, by: by}
		return func(c int) { w.along(res.Clusters[c]) }
	})
	out := make([]transform.Link, len(m.order))
	inParallel(len(out), batch, func() func(int) {
		return func(place int) {
			i := m.order[place]
			l := transform.Link{Ref: m.parties[i].Ref, Customer: m.ids[i], Reason: why[i]}
			if by[i] > 0 {
				p := &res.Merges[by[i]-1]
				l.With, l.Told = m.parties[p.A+p.B-i].Ref, p.Told
			}
			out[place] = l
		}
	})
	return out
}

// near holds for each record the pairs that brought it in or others to it, in their
// order, in one piece of memory.
type near struct{ from, pairs []int32 }

func (n *near) of(i int32) []int32 { return n.pairs[n.from[i]:n.from[i+1]] }

func neighbours(records int, pairs []match.Pair) *near {
	n := &near{from: make([]int32, records+2), pairs: make([]int32, 2*len(pairs))}
	for k := range pairs {
		n.from[pairs[k].A+2]++
		n.from[pairs[k].B+2]++
	}
	for i := range records {
		n.from[i+2] += n.from[i+1]
	}
	for k := range pairs {
		for _, i := range [2]int32{pairs[k].A, pairs[k].B} {
			n.pairs[n.from[i+1]] = int32(k)
			n.from[i+1]++
		}
	}
	return n
}

// walk gives records their reasons, one cluster after the other.
type walk struct {
	m     *merging
	pairs []match.Pair
	near  *near
	why   []string // by record
	by    []int32  // by record: the pair that brought it in, counted from 1; 0 for a first one
	queue []int32
}

// along gives each record of a cluster its reason and its pair, going from the first record along
// the pairs that brought the others in.
func (w *walk) along(cluster []int32) {
	if len(cluster) == 1 {
		w.why[cluster[0]] = "only record"
		return
	}
	first := cluster[0]
	for _, i := range cluster[1:] {
		if w.m.compare(i, first) < 0 {
			first = i
		}
	}
	w.why[first] = "first record"
	w.queue = append(w.queue[:0], first)
	for at := 0; at < len(w.queue); at++ {
		i := w.queue[at]
		for _, n := range w.near.of(i) {
			p := &w.pairs[n]
			if j := p.A + p.B - i; w.why[j] == "" {
				w.why[j], w.by[j] = reasonAs(p, w.m.parties[i].Ref.Named()), n+1
				w.queue = append(w.queue, j)
			}
		}
	}
}

func reasonAs(p *match.Pair, other string) string {
	if p.Told {
		return p.Reason + ": " + other
	}
	return p.Reason + " as " + other
}
