package cluster

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"clientele/transform/match/pile"
)

// Group says which of the records 0 to n-1 are one. Edges name the pairs worth
// weighing, each once; within a component score is asked for the others. A
// component of c units costs in the order of c*c, never more than Options.Cap*c.
// It takes the edges over and may turn them.
func Group(n int, edges []Edge, score Score, t Ties, o Options) Result {
	u := unite(n, t, score)
	g := &grouping{units: u, edges: ordered(append(edges, u.edges...)), score: score, opts: o}
	g.label = slices.Clone(u.of)
	p := &parting{edges: g.edges, unit: u.of, opts: o}
	p.components()
	p.cut()
	found := g.all(p)
	if p.home != nil {
		g.mend(p, found)
	}
	return g.result(found, p.tangles)
}

// ordered returns the edges with the smaller record first.
func ordered(edges []Edge) []Edge {
	for i, e := range edges {
		edges[i].A, edges[i].B = min(e.A, e.B), max(e.A, e.B)
	}
	return edges
}

// grouping is what all workers share.
type grouping struct {
	*units
	edges []Edge
	score Score
	opts  Options
	at    []uint32 // by unit: its place in the part it is in
	label []uint32 // by unit, in the end by record: the first unit of its group
}

// finds are what a worker has found.
type finds struct {
	merges pile.Pile[Merge] // between units
	doubts doubts
}

// batch is how many parts a worker takes at once.
const batch = 16

// all goes through the parts, the large ones first: a worker that is given one last
// would keep the others waiting.
func (g *grouping) all(p *parting) *finds {
	parts := largeFirst(p.parts)
	g.at = p.at
	found := make([]finds, g.opts.workers())
	var taken atomic.Int64
	var wait sync.WaitGroup
	for w := range found {
		found[w].doubts.most = g.opts.Doubts
		wait.Go(func() {
			m := &matrix{grouping: g, finds: &found[w]}
			for {
				from := int(taken.Add(batch)) - batch
				if from >= len(parts) {
					return
				}
				for _, c := range parts[from:min(from+batch, len(parts))] {
					m.part(c)
				}
			}
		})
	}
	wait.Wait()
	for r, unit := range g.of {
		g.label[r] = g.label[unit]
	}
	return together(found)
}

// large is from how many units a part is worth beginning with.
const large = 24

// largeFirst puts the large parts in front, in order of size.
func largeFirst(parts []part) []part {
	var first []part
	for _, c := range parts {
		if len(c.units) >= large {
			first = append(first, c)
		}
	}
	slices.SortStableFunc(first, func(a, b part) int { return cmp.Compare(len(b.units), len(a.units)) })
	rest := len(parts)
	for _, c := range slices.Backward(parts) {
		if len(c.units) < large {
			rest--
			parts[rest] = c
		}
	}
	copy(parts, first)
	return parts
}

// together puts what the workers found in one place.
func together(found []finds) *finds {
	all := &found[0]
	for i := range found[1:] {
		f := &found[i+1]
		all.merges.Join(&f.merges)
		all.doubts.add(f.doubts)
	}
	return all
}

// part groups the units of one part.
func (m *matrix) part(c part) {
	if len(c.units) == 2 && m.single(c.units[0]) && m.single(c.units[1]) && len(m.never) == 0 {
		m.couple(c)
		return
	}
	m.fill(c)
	if !m.mending {
		m.parry() // before words are entered: who keeps two records apart has looked at them
	}
	m.keepApart()
	m.agglomerate()
	m.close()
}

// couple is the part of most: two records.
func (m *matrix) couple(c part) {
	bits := m.grouping.edges[c.edges[0]].Bits
	for _, e := range c.edges[1:] {
		bits = max(bits, m.grouping.edges[e].Bits)
	}
	joined := float64(bits) >= m.opts.Best && float64(bits) >= m.opts.Mean
	a, b := c.units[0], c.units[1]
	if joined {
		m.label[b] = a
		m.finds.merges.Add(Merge{A: a, B: b, Bits: bits, Mean: bits})
	}
	m.doubt(Doubt{A: a, B: b, Bits: bits, Mean: bits, Joined: joined})
}

// single is whether a unit is one record for scoring.
func (u *units) single(unit uint32) bool { return len(u.members) == 0 || len(u.members[unit]) == 0 }

// records is how many records a unit stands for.
func (u *units) records(unit uint32) float64 {
	if len(u.weight) == 0 {
		return 1
	}
	return float64(max(u.weight[unit], 1))
}

// ask returns a score; what is no number is no evidence for anything.
func (g *grouping) ask(a, b uint32) float32 {
	s := g.score(min(a, b), max(a, b))
	if math.IsNaN(s) {
		return never
	}
	return float32(s)
}
