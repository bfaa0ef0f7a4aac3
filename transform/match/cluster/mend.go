package cluster

import (
	"cmp"
	"slices"
)

// rounds is how often a tangle is mended at most. Each round makes one of up to a
// quarter of Cap groups.
const rounds = 8

// mend joins groups of a tangle that were cut from each other and yet fit: one
// customer may have more records than can be weighed pair by pair.
func (g *grouping) mend(p *parting, found *finds) {
	tangled := g.tangled(p)
	for range rounds {
		c := g.contract(tangled)
		c.edges = c.bridges(tangled)
		p := &parting{edges: c.edges, unit: c.of, opts: g.opts}
		p.components()
		p.small()
		more := c.all(p)
		if more.merges.Len() == 0 {
			return
		}
		g.label = c.label
		found.merges.Join(&more.merges)
		found.doubts.add(more.doubts)
	}
}

// small cuts every component into small pieces.
func (p *parting) small() {
	whole := p.parts
	p.parts = nil
	for _, c := range whole {
		for _, c := range p.pieces(c) {
			if len(c.units) > 1 {
				p.parts = append(p.parts, c)
			}
		}
	}
}

// tangled returns the edges between records that were cut from each other and can
// have to do with each other.
func (g *grouping) tangled(p *parting) []Edge {
	var out []Edge
	for _, e := range g.edges {
		a, b := g.of[e.A], g.of[e.B]
		if float64(e.Bits) >= g.opts.Best && p.home[a] > 0 && p.home[a] != p.home[b] {
			out = append(out, e)
		}
	}
	return out
}

// contract takes the groups so far for units, as far as edges speak of them.
func (g *grouping) contract(tangled []Edge) *grouping {
	u := &units{
		of: g.label, same: g.same, most: menders, mending: true, copies: g.copies, defied: g.defied,
		members: map[uint32][]uint32{}, weight: map[uint32]int{}, never: map[uint32][]uint32{},
	}
	for _, e := range tangled {
		u.members[g.label[e.A]], u.members[g.label[e.B]] = nil, nil
	}
	for r, label := range g.label {
		if all, spoken := u.members[label]; spoken {
			u.weight[label]++
			if u.scored(uint32(r)) {
				u.members[label] = append(all, uint32(r))
			}
		}
	}
	for a, bs := range g.never {
		for _, b := range bs {
			u.never[g.label[a]] = append(u.never[g.label[a]], g.label[b])
		}
	}
	return &grouping{units: u, score: g.score, opts: g.opts, label: slices.Clone(g.label)}
}

// bridges returns the best edge between any two groups that fit.
func (g *grouping) bridges(tangled []Edge) (out []Edge) {
	edges := make([]Edge, 0, len(tangled))
	for _, e := range tangled {
		if g.of[e.A] != g.of[e.B] {
			edges = append(edges, e)
		}
	}
	ends := func(e Edge) Pair {
		a, b := g.of[e.A], g.of[e.B]
		return Pair{min(a, b), max(a, b)}
	}
	slices.SortFunc(edges, func(x, y Edge) int { return cmp.Or(comparePairs(ends(x), ends(y)), compareEdges(x, y)) })
	var last Pair
	for _, e := range edges {
		p := ends(e)
		if len(out) > 0 && p == last {
			continue
		}
		last = p
		if best, mean := g.between(p.A, p.B, e.Bits); float64(best) >= g.opts.Best && mean >= g.opts.Mean {
			out = append(out, e)
		}
	}
	return out
}
