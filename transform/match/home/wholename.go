package home

import (
	"cmp"
	"slices"
)

// What counts against one household where two have one whole name: that each is
// known in another house, or in another town.
const (
	otherHouse  = 4.0
	anotherTown = 2.0
	otherWork   = 3.0
	sameWork    = 4.0 // speaks for it: one employer
)

// A bearer is a customer with a whole name, by one of the records that say it.
type bearer struct {
	name       value // given and last name in either order
	of, record int32
}

// byWholeName finds customers who have one whole name that is so rare that chance
// explains it badly: one person the records do not suffice to merge, or of one
// family.
func (p *people) byWholeName() (list []meeting) {
	for run := range stretches(p.bearers(), func(a, b bearer) bool { return a.name == b.name }) {
		if run[0].of == run[len(run)-1].of {
			continue
		}
		if run = p.eachOnce(run); len(run) > few {
			continue
		}
		for n, a := range run {
			for _, b := range run[n+1:] {
				if a.of != b.of {
					list = p.namesake(list, a.of, b.of, p.expected(a.record))
				}
			}
		}
	}
	return list
}

func (p *people) bearers() []bearer {
	at := make([]bearer, 0, len(p.clusters))
	for c, cluster := range p.clusters {
		if len(p.lasts.of(int32(c))) == 0 {
			continue
		}
		for _, i := range cluster {
			if f := &p.facts[i]; f.first != 0 && f.last != 0 {
				at = append(at, bearer{both(min(f.first, f.last), max(f.first, f.last)), int32(c), i})
			}
		}
	}
	return byValue(at, func(b *bearer) value { return b.name }, func(a, b bearer) int {
		if a.name != b.name {
			return cmp.Compare(a.name, b.name)
		}
		return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(p.facts[a.record].first, p.facts[b.record].first))
	})
}

// eachOnce keeps one record of each customer and order of the names.
func (p *people) eachOnce(run []bearer) []bearer {
	return slices.CompactFunc(run, func(a, b bearer) bool { return a.of == b.of && p.facts[a.record].first == p.facts[b.record].first })
}

// expected is how many customers one expects to have the whole name of a record if
// given names and last names were dealt independently.
func (p *people) expected(record int32) float64 {
	f := &p.facts[record]
	of := float64(max(p.firsts[f.first], 2)) * float64(max(p.holders(f.last), 2))
	return of / float64(max(p.counted, 1))
}

func (p *people) namesake(list []meeting, a, b int32, expected float64) []meeting {
	if x, y := p.customers[a].Born, p.customers[b].Born; x != 0 && y != 0 && x != y {
		return list
	}
	bits := p.rarity(expected, byName)
	switch {
	case meet(p.work.of(a), p.work.of(b)):
		bits += sameWork
	case len(p.work.of(a)) > 0 && len(p.work.of(b)) > 0:
		bits -= otherWork
	}
	switch {
	case p.elsewhere(a, b):
		bits -= otherHouse
	case len(p.towns.of(a)) > 0 && len(p.towns.of(b)) > 0 && !meet(p.towns.of(a), p.towns.of(b)):
		bits -= anotherTown
	}
	if bits < 0 {
		return list
	}
	return append(list, meeting{a: a, b: b, way: byName, alike: true, bits: bits})
}
