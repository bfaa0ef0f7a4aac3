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

// inTown finds people of one last name in one town who are not known to live in
// different houses of it: a street is missing, or the number or street misspelt.
func (p *people) inTown() (list []meeting) {
	var at []resident
	for c := range p.clusters {
		for _, town := range p.towns.of(int32(c)) {
			for _, last := range p.lasts.of(int32(c)) {
				at = append(at, resident{town, last, int32(c)})
			}
		}
	}
	slices.SortFunc(at, func(a, b resident) int {
		return cmp.Or(cmp.Compare(a.town, b.town), cmp.Compare(a.last, b.last), cmp.Compare(a.of, b.of))
	})
	for town := range stretches(at, func(a, b resident) bool { return a.town == b.town }) {
		list = p.inOneTown(list, town)
	}
	return list
}

func (p *people) inOneTown(list []meeting, town []resident) []meeting {
	crowd := float64(inhabitants(town) - 1)
	var families [][]resident
	for family := range stretches(town, func(a, b resident) bool { return a.last == b.last }) {
		families = append(families, family)
		if len(family) > few {
			continue
		}
		for n, a := range family {
			list = p.neighbours(list, family[n+1:], a, crowd)
		}
	}
	if len(families) <= manyNamesInTown {
		list = p.misspeltFamilies(list, families, crowd)
	}
	return list
}

func inhabitants(town []resident) int {
	all := make([]int32, len(town))
	for n, r := range town {
		all[n] = r.of
	}
	slices.Sort(all)
	return len(slices.Compact(all))
}

// misspeltFamilies compares those whose last names are a typing mistake apart.
func (p *people) misspeltFamilies(list []meeting, families [][]resident, crowd float64) []meeting {
	written := make([]string, len(families))
	for n, family := range families {
		written[n] = p.lastName(family[0].of, family[0].last)
		for m, other := range families[:n] {
			if len(family)+len(other) <= few && likeLast(written[n], written[m]) {
				for _, a := range family {
					list = p.neighbours(list, other, a, crowd)
				}
			}
		}
	}
	return list
}

// neighbours notes a with each of the others who may live in one house with them.
func (p *people) neighbours(list []meeting, others []resident, a resident, crowd float64) []meeting {
	for _, b := range others {
		if a.of == b.of || meet(p.houses.of(a.of), p.houses.of(b.of)) || p.apartIn(a.town, a.of, b.of) {
			continue
		}
		bits := p.rarity(p.share(a.of, b.of)*crowd, byTown)
		list = append(list, meeting{a: min(a.of, b.of), b: max(a.of, b.of), way: byTown, alike: true, bits: bits})
	}
	return list
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
