package home

import (
	"cmp"
	"slices"
)

// manyNamesInTown is from how many last names in one town misspelt ones are not
// looked for.
const manyNamesInTown = 64

// A resident is a customer with a last name in a town.
type resident struct {
	town, last value
	of         int32
}

// A village gathers who may meet in one town by their last name.
type village struct {
	*people
	list []meeting

	residents []resident
	families  [][]resident
	heads     []int32 // room for counting
	others    float64 // how many more live there than one; 0 as long as nobody asked
}

// inTown finds people of one last name in one town who are not known to live in
// different houses of it: a street is missing, or the number or street misspelt.
func (p *people) inTown() []meeting {
	at := make([]resident, 0, len(p.clusters))
	for c := range p.clusters {
		for _, town := range p.towns.of(int32(c)) {
			for _, last := range p.lasts.of(int32(c)) {
				at = append(at, resident{town, last, int32(c)})
			}
		}
	}
	at = byValue(at, func(r *resident) value { return r.town }, func(a, b resident) int {
		return cmp.Or(cmp.Compare(a.town, b.town), cmp.Compare(a.last, b.last), cmp.Compare(a.of, b.of))
	})
	v := village{people: p}
	for residents := range stretches(at, func(a, b resident) bool { return a.town == b.town }) {
		v.meet(residents)
	}
	return v.list
}

// meet compares those who live in one town.
func (v *village) meet(residents []resident) {
	v.residents, v.families, v.others = residents, v.families[:0], 0
	for family := range stretches(residents, func(a, b resident) bool { return a.last == b.last }) {
		v.families = append(v.families, family)
		if len(family) > few {
			continue
		}
		for n, a := range family {
			v.neighbours(family[n+1:], a)
		}
	}
	if len(v.families) <= manyNamesInTown {
		v.misspelt()
	}
}

// crowd returns how many live there but one.
func (v *village) crowd() float64 {
	if v.others == 0 {
		v.heads = v.heads[:0]
		for _, r := range v.residents {
			v.heads = append(v.heads, r.of)
		}
		slices.Sort(v.heads)
		v.others = float64(len(slices.Compact(v.heads)) - 1)
	}
	return v.others
}

// misspelt compares those whose last names are a typing mistake apart.
func (v *village) misspelt() {
	var written [manyNamesInTown]string
	for n, family := range v.families {
		written[n] = v.written(family[0].last)
		for m, other := range v.families[:n] {
			if len(family)+len(other) <= few && likeLast(written[n], written[m]) {
				for _, a := range family {
					v.neighbours(other, a)
				}
			}
		}
	}
}

// neighbours notes a with each of the others who may live in one house with them.
func (v *village) neighbours(others []resident, a resident) {
	for _, b := range others {
		if a.of == b.of || meet(v.houses.of(a.of), v.houses.of(b.of)) || v.apartIn(a.town, a.of, b.of) {
			continue
		}
		bits := v.rarity(v.share(a.of, b.of)*v.crowd(), byTown)
		v.list = append(v.list, meeting{a: min(a.of, b.of), b: max(a.of, b.of), way: byTown, alike: true, bits: bits})
	}
}

// apartIn reports whether two customers are known to live in different houses of a
// town, and not by a slip of the pen.
func (p *people) apartIn(town value, a, b int32) bool {
	return p.lives(a, town) && p.lives(b, town) && !p.misspelt(a, b)
}

// lives reports whether a house of a customer in a town is known.
func (p *people) lives(c int32, town value) bool {
	return slices.ContainsFunc(p.clusters[c], func(i int32) bool { return p.facts[i].zip == town && p.facts[i].house != 0 })
}
