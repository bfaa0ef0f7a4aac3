package home

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform/match/normal"
	"clientele/transform/match/similar"
)

// manyStreets is from how many streets with one house number in one town a slip of
// the pen is not looked for.
const manyStreets = 64

// A spelling is one way a street is written, of those with one house number in one
// town.
type spelling struct {
	house  value
	street string
	holds  int
}

// spellings takes streets that are a typing mistake apart, with the same house
// number in the same town, for one: the one most records have.
func (p *people) spellings() map[value]value {
	var doors []sighting
	for i := range p.facts {
		if f := &p.facts[i]; f.door != 0 {
			doors = append(doors, sighting{f.door, int32(i)})
		}
	}
	sortSightings(doors)
	meant := map[value]value{}
	for run := range runs(doors) {
		p.same(run, meant)
	}
	return meant
}

func (p *people) same(run []sighting, meant map[value]value) {
	if !slices.ContainsFunc(run[1:], func(s sighting) bool { return p.facts[s.of].house != p.facts[run[0].of].house }) {
		return // as at most doors
	}
	list := p.ways(run)
	if len(list) < 2 || len(list) > manyStreets {
		return
	}
	slices.SortFunc(list, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(b.holds, a.holds), strings.Compare(a.street, b.street))
	})
	for n, s := range list {
		for _, other := range list[:n] {
			if _, itself := meant[other.house]; !itself && sameStreet(s.street, other.street) {
				meant[s.house] = other.house
				break
			}
		}
	}
}

// ways lists the spellings among records of one house number and town, and stops
// when they are too many.
func (p *people) ways(run []sighting) (list []spelling) {
	for _, s := range run {
		house := p.facts[s.of].house
		at := slices.IndexFunc(list, func(x spelling) bool { return x.house == house })
		if at < 0 {
			if len(list) > manyStreets {
				return list
			}
			at = len(list)
			list = append(list, spelling{house: house, street: streetOf(&p.parties[s.of])})
		}
		list[at].holds++
	}
	return list
}

func streetOf(p *extract.Party) string {
	street, _, _ := new(normal.Streets).Parse(p.Street, p.Street2, "")
	return street
}

// sameStreet reports whether two streets are one but for typing mistakes: every word
// the same or, if long enough, one letter wrong, missing, added or swapped; or a
// blank misplaced. Digits are never mistaken.
func sameStreet(a, b string) bool {
	if normal.Digits(a) != normal.Digits(b) {
		return false
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return strings.Join(x, "") == strings.Join(y, "")
	}
	slips := 0
	for n := range x {
		switch {
		case x[n] == y[n]:
		case min(len(x[n]), len(y[n])) >= 4 && similar.OneSlip(x[n], y[n]):
			slips++
		default:
			return false
		}
	}
	return slips <= 2
}

// slipped reports whether two addresses of one town are one but for a typing mistake
// in the number of the house or in the street, not in both. Numbers that end otherwise
// are neighbours'.
func slipped(a, b *extract.Party) bool {
	var streets normal.Streets
	x, m, _ := streets.Parse(a.Street, a.Street2, "")
	y, n, _ := streets.Parse(b.Street, b.Street2, "")
	if m == n {
		return sameStreet(x, y)
	}
	return x == y && len(m) > 1 && len(n) > 1 && m[len(m)-1] == n[len(n)-1] && similar.OneSlip(m, n)
}
