package home

import "slices"

// otherFlat reports whether two customers are known to live in different flats of a
// house.
func (p *people) otherFlat(house value, a, b int32) bool {
	one, other := p.flats(house, a), p.flats(house, b)
	return len(one) > 0 && len(other) > 0 && !meet(one, other)
}

// flats lists the flats of a house that a customer's records name, ascending.
func (p *people) flats(house value, c int32) (out []value) {
	for _, i := range p.clusters[c] {
		if f := &p.facts[i]; f.house == house && f.unit != 0 {
			out = append(out, f.unit)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
