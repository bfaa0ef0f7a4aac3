package home

import (
	"cmp"
	"strings"

	"clientele/extract"
)

// meet reports whether two ascending lists have a value in common.
func meet(a, b []value) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			return true
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}

// apart reports whether two customers are known to live in different houses, and not
// by a slip of the pen.
func (p *people) apart(a, b int32) bool {
	return len(p.homes.of(a)) > 0 && len(p.homes.of(b)) > 0 && p.elsewhere(a, b)
}

// elsewhere reports the same of houses that may be where they work.
func (p *people) elsewhere(a, b int32) bool {
	return len(p.houses.of(a)) > 0 && len(p.houses.of(b)) > 0 && !meet(p.houses.of(a), p.houses.of(b)) && !p.misspelt(a, b)
}

// misspelt reports whether a house of each is one but for a slip in its number or
// street.
func (p *people) misspelt(a, b int32) bool {
	if !meet(p.towns.of(a), p.towns.of(b)) {
		return false
	}
	for _, i := range p.addresses(a) {
		for _, j := range p.addresses(b) {
			if p.facts[i].zip == p.facts[j].zip && slipped(&p.parties[i], &p.parties[j]) {
				return true
			}
		}
	}
	return false
}

// addresses lists a record for each house of a customer, of the first few: the one
// whose street comes first, however the records stand.
func (p *people) addresses(c int32) (out []int32) {
	houses := p.houses.of(c)
	for _, house := range houses[:min(len(houses), few)] {
		first := int32(-1)
		for _, i := range p.clusters[c] {
			if p.facts[i].house == house && (first < 0 || compareStreets(&p.parties[i], &p.parties[first]) < 0) {
				first = i
			}
		}
		out = append(out, first)
	}
	return out
}

func compareStreets(a, b *extract.Party) int {
	return cmp.Or(strings.Compare(a.Street, b.Street), strings.Compare(a.Street2, b.Street2), strings.Compare(a.Zip, b.Zip), strings.Compare(a.City, b.City), strings.Compare(a.Country, b.Country))
}
