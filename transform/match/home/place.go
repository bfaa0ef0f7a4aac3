package home

import "slices"

// A place gathers who meets at one kind of value.
type place struct {
	*people
	way  uint8
	list []meeting

	at    []int32 // room for those who are at one value
	found []value // room for their last names
}

// meetAt finds who meets at one kind of value.
func (p *people) meetAt(way uint8, of func(*fact) [2]value) []meeting {
	at := make([]presence, 0, len(p.facts))
	for c, cluster := range p.clusters {
		if !p.may(c) {
			continue
		}
		for _, i := range cluster {
			for _, v := range of(&p.facts[i]) {
				if v != 0 {
					at = append(at, presence{v, int32(c), i})
				}
			}
		}
	}
	at = byValue(at, func(s *presence) value { return s.value }, comparePresence)
	here := place{people: p, way: way}
	for run := range stretches(at, func(a, b presence) bool { return a.value == b.value }) {
		if run[0].of != run[len(run)-1].of {
			here.meet(run)
		}
	}
	return here.list
}

// meet compares those who are at one value.
func (p *place) meet(run []presence) {
	at := p.at[:0]
	for _, s := range run {
		if len(at) == 0 || at[len(at)-1] != s.of {
			at = append(at, s.of)
		}
	}
	p.at = at
	m := meeting{way: p.way, office: p.office(run), names: uint8(min(p.names(at), 255))}
	if len(at) <= few {
		p.everybody(m, run[0].value, at, len(at))
		return
	}
	for name := range p.namesakes(at) {
		p.family(m, run[0].value, name, len(at))
	}
}

// everybody notes all pairs.
func (p *place) everybody(m meeting, v value, at []int32, crowd int) {
	for n, a := range at {
		for _, b := range at[n+1:] {
			if m.way == byHouse && p.otherFlat(v, a, b) {
				continue
			}
			m.a, m.b, m.bits = min(a, b), max(a, b), 0
			if m.alike = p.alike(a, b); m.alike {
				m.bits = p.rarity(p.share(a, b)*float64(crowd-1), m.way)
			}
			p.list = append(p.list, m)
		}
	}
}

// family notes people of one last name among many others: all pairs of a few, of
// more each with the first, if so many can be a family.
func (p *place) family(m meeting, v value, at []int32, crowd int) {
	if len(at) <= few {
		p.everybody(m, v, at, crowd)
		return
	}
	m.alike, m.a = true, at[0]
	m.bits = p.rarity(p.share(at[0], at[1])*float64(crowd-1), m.way)
	if m.bits < Accept {
		return
	}
	for _, b := range at[1:] {
		m.b = b
		p.list = append(p.list, m)
	}
}

// namesakes hands out the customers of a list that have one last name, by their
// first one; whoever is alone with it is left out.
func (p *place) namesakes(at []int32) func(yield func([]int32) bool) {
	return func(yield func([]int32) bool) {
		var by []sighting
		for _, c := range at {
			for _, last := range p.lasts.of(c) {
				by = append(by, sighting{last, c})
			}
		}
		sortSightings(by)
		for run := range runs(by) {
			if len(run) < 2 {
				continue
			}
			group := make([]int32, len(run))
			for n, s := range run {
				group[n] = s.of
			}
			if !yield(group) {
				return
			}
		}
	}
}

// names counts the different last names at a value.
func (p *place) names(at []int32) int {
	all := p.found[:0]
	for _, c := range at {
		if len(p.lasts.of(c)) > 0 {
			all = append(all, p.lasts.of(c)[0])
		}
	}
	p.found = all
	slices.Sort(all)
	return len(slices.Compact(all))
}
