package cluster

import (
	"cmp"
	"slices"
)

// A part is units whose pairs are all weighed, with the edges between them.
type part struct {
	units []uint32 // ascending
	edges []uint32 // by their place
}

// parting finds the components and cuts those that are too large.
type parting struct {
	edges   []Edge
	unit    []uint32 // by record
	at      []uint32 // scratch by record: the place in a part
	home    []uint32 // by unit: the part it came to if it was cut out of a tangle, from 1; nil if none was
	opts    Options
	parts   []part
	tangles []Tangle
}

// components sorts units and edges by the component they are in.
func (p *parting) components() {
	n := len(p.unit)
	comp := sets(slices.Clone(p.unit))
	for _, e := range p.edges {
		if float64(e.Bits) >= p.opts.Loose {
			comp.join(e.A, e.B)
		}
	}
	comp.flatten()
	count := make([]uint32, n)
	for r, unit := range p.unit {
		if unit == uint32(r) {
			count[comp[r]]++
		}
	}
	number, total := make([]uint32, 0), uint32(0) // where the units of a component begin
	p.at = count
	for r, c := range count {
		p.at[r] = none
		if c > 1 {
			p.at[r] = uint32(len(number))
			number = append(number, total)
			total += c
		}
	}
	p.list(comp, number, total)
}

const none = ^uint32(0)

// list deals units and edges out to their components.
func (p *parting) list(comp sets, begin []uint32, total uint32) {
	units, ends := make([]uint32, total), slices.Clone(begin)
	for r, unit := range p.unit {
		if c := p.at[comp[r]]; unit == uint32(r) && c != none {
			units[ends[c]] = uint32(r)
			ends[c]++
		}
	}
	first := make([]uint32, len(begin)+1)
	for _, e := range p.edges {
		if c := p.component(comp, e); c != none {
			first[c+1]++
		}
	}
	for i := range begin {
		first[i+1] += first[i]
	}
	edges, next := make([]uint32, first[len(begin)]), slices.Clone(first)
	for i, e := range p.edges {
		if c := p.component(comp, e); c != none {
			edges[next[c]] = uint32(i)
			next[c]++
		}
	}
	p.parts = make([]part, len(begin))
	for i := range begin {
		p.parts[i] = part{units[begin[i]:ends[i]], edges[first[i]:next[i]]}
	}
}

// component returns which component an edge is in, or none if it lies within a
// unit or between two components.
func (p *parting) component(comp sets, e Edge) uint32 {
	if comp[e.A] != comp[e.B] || p.unit[e.A] == p.unit[e.B] {
		return none
	}
	return p.at[comp[e.A]]
}

// cut replaces components of more units than can be weighed by parts of them.
func (p *parting) cut() {
	whole := p.parts
	if !slices.ContainsFunc(whole, func(c part) bool { return len(c.units) > p.opts.Cap }) {
		return
	}
	p.parts = make([]part, 0, len(whole))
	for _, c := range whole {
		if len(c.units) <= p.opts.Cap {
			p.parts = append(p.parts, c)
			continue
		}
		if p.home == nil {
			p.home = make([]uint32, len(p.unit))
		}
		t := Tangle{First: c.units[0], Records: len(c.units)}
		p.split(c, p.opts.Loose+step, &t)
		p.tangles = append(p.tangles, t)
	}
	slices.SortFunc(p.tangles, func(a, b Tangle) int {
		return cmp.Or(cmp.Compare(b.Records, a.Records), cmp.Compare(a.First, b.First))
	})
}

// step is by how many bits the evidence rises at which a component is cut again.
const step = 2

// split cuts a part into those that hang together by this many bits. If most of it
// would fall to single records, its evidence is all of one strength, and there is
// no weakest place to cut.
func (p *parting) split(c part, bits float64, t *Tangle) {
	for i, u := range c.units {
		p.at[u] = uint32(i)
	}
	s := newSets(len(c.units))
	for _, e := range c.edges {
		if float64(p.edges[e].Bits) >= bits {
			s.join(p.ends(e))
		}
	}
	pieces := p.divide(c, s)
	if alone := count(pieces, func(c part) bool { return len(c.units) == 1 }); 2*alone > len(c.units) {
		p.force(c, t)
		return
	}
	for _, c := range pieces {
		if len(c.units) > p.opts.Cap {
			p.split(c, bits+step, t)
		} else {
			p.keep(c, t)
		}
	}
}

func count[T any](s []T, is func(T) bool) (n int) {
	for _, x := range s {
		if is(x) {
			n++
		}
	}
	return n
}

// ends are the places in its part that an edge connects.
func (p *parting) ends(edge uint32) (a, b uint32) {
	e := p.edges[edge]
	return p.at[p.unit[e.A]], p.at[p.unit[e.B]]
}

func (p *parting) keep(c part, t *Tangle) {
	t.Parts++
	for _, u := range c.units {
		p.home[u] = uint32(t.Parts)
	}
	if len(c.units) > 1 {
		p.parts = append(p.parts, c)
	}
}

// force cuts a part that no stronger evidence separates.
func (p *parting) force(c part, t *Tangle) {
	for _, c := range p.pieces(c) {
		t.Forced++
		p.keep(c, t)
	}
}

// pieces joins units by the strongest edges as long as a piece remains small
// (Kruskal's order, 1956, with a limit). A quarter of what could be weighed bounds
// the work, and mending puts together what belongs together.
func (p *parting) pieces(c part) []part {
	for i, u := range c.units {
		p.at[u] = uint32(i)
	}
	order := slices.Clone(c.edges)
	slices.SortFunc(order, func(x, y uint32) int { return compareEdges(p.edges[x], p.edges[y]) })
	s, size := newSets(len(c.units)), make([]int, len(c.units))
	for i := range size {
		size[i] = 1
	}
	for _, e := range order {
		a, b := p.ends(e)
		a, b = s.find(a), s.find(b)
		if a != b && size[a]+size[b] <= max(p.opts.Cap/4, 2) {
			size[min(a, b)] = size[a] + size[b]
			s.join(a, b)
		}
	}
	return p.divide(c, s)
}

// compareEdges puts the strongest first.
func compareEdges(x, y Edge) int {
	return cmp.Or(cmp.Compare(y.Bits, x.Bits), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
}

// divide deals the units and edges of a part out to the sets of its units.
func (p *parting) divide(c part, s sets) []part {
	s.flatten()
	number, out := make([]uint32, len(s)), []part(nil)
	for i, root := range s {
		if uint32(i) == root {
			number[i] = uint32(len(out))
			out = append(out, part{})
		}
		d := &out[number[root]]
		d.units = append(d.units, c.units[i])
	}
	for _, e := range c.edges {
		if a, b := p.ends(e); s[a] == s[b] {
			d := &out[number[s[a]]]
			d.edges = append(d.edges, e)
		}
	}
	return out
}
