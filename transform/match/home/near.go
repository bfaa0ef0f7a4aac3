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

// A dweller is a record at a door: a house number in a town, whatever the street.
type dweller struct {
	door, house value
	record      int32
}

// spellings takes streets that are a typing mistake apart, with the same house
// number in the same town, for one: the one most records have.
func (p *people) spellings() map[value]value {
	doors := p.doors()
	found := inRuns(doors, func(a, b dweller) bool { return a.door == b.door }, func() func([]dweller, [][2]value) [][2]value {
		var streets normal.Streets
		return func(run []dweller, list [][2]value) [][2]value {
			if run[0].house == run[len(run)-1].house {
				return list // as at most doors
			}
			return p.same(list, p.ways(run, &streets))
		}
	})
	meant := make(map[value]value, len(found))
	for _, one := range found {
		meant[one[0]] = one[1]
	}
	return meant
}

// doors lists who is at which door, those of one house together.
func (p *people) doors() []dweller {
	doors := make([]dweller, 0, len(p.facts))
	for i := range p.facts {
		if f := &p.facts[i]; f.door != 0 {
			doors = append(doors, dweller{f.door, f.house, int32(i)})
		}
	}
	return byValue(doors, func(d *dweller) value { return d.door }, func(a, b dweller) int {
		if a.door != b.door {
			return cmp.Compare(a.door, b.door)
		}
		return cmp.Or(cmp.Compare(a.house, b.house), cmp.Compare(a.record, b.record))
	})
}

// same adds to a list which of the spellings is another one misspelt.
func (p *people) same(list [][2]value, ways []spelling) [][2]value {
	if len(ways) > manyStreets {
		return list
	}
	slices.SortFunc(ways, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(b.holds, a.holds), strings.Compare(a.street, b.street))
	})
	var misspelt [manyStreets]bool
	for n, s := range ways {
		for m, other := range ways[:n] {
			if !misspelt[m] && sameStreet(s.street, other.street) {
				list = append(list, [2]value{s.house, other.house})
				misspelt[n] = true
				break
			}
		}
	}
	return list
}

// ways lists the spellings among records of one house number and town, and stops
// when they are too many.
func (p *people) ways(run []dweller, streets *normal.Streets) (list []spelling) {
	for house := range stretches(run, func(a, b dweller) bool { return a.house == b.house }) {
		if list = append(list, spelling{house[0].house, streetOf(&p.parties[house[0].record], streets), len(house)}); len(list) > manyStreets {
			break
		}
	}
	return list
}

func streetOf(p *extract.Party, streets *normal.Streets) string {
	street, _, _ := streets.Parse(p.Street, p.Street2, normal.Country(p.Country))
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
	x, m, _ := streets.Parse(a.Street, a.Street2, normal.Country(a.Country))
	y, n, _ := streets.Parse(b.Street, b.Street2, normal.Country(b.Country))
	if m == n {
		return sameStreet(x, y)
	}
	return x == y && len(m) > 1 && len(n) > 1 && m[len(m)-1] == n[len(n)-1] && similar.OneSlip(m, n)
}
