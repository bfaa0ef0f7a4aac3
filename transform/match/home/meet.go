package home

import (
	"slices"
)

// The ways two customers meet.
const (
	byHouse = iota
	byMail
	byPhone
	byTown // one last name in one town, where a street is missing or misspelt
	byName // one whole name, wherever
	byKin  // the matching found them of one family or company
	ways
)

// few is up to how many customers at one value everybody is compared with everybody;
// among more only those of one last name are.
const few = 8

// A meeting is two customers at one value, the first before the second.
type meeting struct {
	a, b   int32
	bits   float32 // of those with one last name
	way    uint8
	names  uint8 // how many last names are there
	alike  bool  // one last name
	office bool  // people of one employer with different last names are there
}

// meetings finds who meets whom.
func (p *people) meetings() []meeting {
	var found [byKin][]meeting
	together(
		func() { found[byHouse] = p.meetAt(byHouse, func(f *fact) [2]value { return [2]value{f.house} }) },
		func() { found[byMail] = p.meetAt(byMail, func(f *fact) [2]value { return [2]value{f.mail} }) },
		func() { found[byPhone] = p.meetAt(byPhone, func(f *fact) [2]value { return f.phones }) },
		func() { found[byTown] = p.inTown() },
		func() { found[byName] = p.byWholeName() },
	)
	return slices.Concat(found[:]...)
}

// meetAt finds who meets at one kind of value.
func (p *people) meetAt(way uint8, of func(*fact) [2]value) (list []meeting) {
	at := make([]presence, 0, len(p.facts))
	for c, cluster := range p.clusters {
		if !p.may(c) {
			continue
		}
		for _, i := range cluster {
			for _, v := range of(&p.facts[i]) {
				if v != 0 {
					at = append(at, presence{v, p.facts[i].employer, int32(c)})
				}
			}
		}
	}
	slices.SortFunc(at, comparePresence)
	at = slices.Compact(at)
	for run := range stretches(at, func(a, b presence) bool { return a.value == b.value }) {
		if run[0].of != run[len(run)-1].of {
			list = p.meet(list, way, run)
		}
	}
	return list
}

// meet compares those who are at one value.
func (p *people) meet(list []meeting, way uint8, run []presence) []meeting {
	at := make([]int32, 0, len(run))
	for _, s := range run {
		if len(at) == 0 || at[len(at)-1] != s.of {
			at = append(at, s.of)
		}
	}
	m := meeting{way: way, office: p.office(run), names: uint8(min(p.names(at), 255))}
	if len(at) <= few {
		return p.everybody(list, m, run[0].value, at, len(at))
	}
	for name := range p.namesakes(at) {
		list = p.family(list, m, run[0].value, name, len(at))
	}
	return list
}

// everybody notes all pairs.
func (p *people) everybody(list []meeting, m meeting, v value, at []int32, crowd int) []meeting {
	for n, a := range at {
		for _, b := range at[n+1:] {
			if m.way == byHouse && p.otherFlat(v, a, b) {
				continue
			}
			m.a, m.b = min(a, b), max(a, b)
			if m.alike = p.alike(a, b); m.alike {
				m.bits = p.rarity(p.share(a, b)*float64(crowd-1), m.way)
			}
			list = append(list, m)
		}
	}
	return list
}

// family notes people of one last name among many others: all pairs of a few, of
// more each with the first, if so many can be a family.
func (p *people) family(list []meeting, m meeting, v value, at []int32, crowd int) []meeting {
	if len(at) <= few {
		return p.everybody(list, m, v, at, crowd)
	}
	m.alike, m.a = true, at[0]
	m.bits = p.rarity(p.share(at[0], at[1])*float64(crowd-1), m.way)
	if m.bits < Accept {
		return list
	}
	for _, b := range at[1:] {
		m.b = b
		list = append(list, m)
	}
	return list
}

// namesakes hands out the customers of a list that have one last name, by their
// first one; whoever is alone with it is left out.
func (p *people) namesakes(at []int32) func(yield func([]int32) bool) {
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
func (p *people) names(at []int32) int {
	var all []value
	for _, c := range at {
		if len(p.lasts.of(c)) > 0 {
			all = append(all, p.lasts.of(c)[0])
		}
	}
	slices.Sort(all)
	return len(slices.Compact(all))
}
