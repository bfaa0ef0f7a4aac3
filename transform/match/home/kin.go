package home

import (
	"cmp"
	"slices"

	"clientele/transform/match"
)

// kin turns the record pairs that the matching took for one household or company into
// meetings of customers. It cannot tell the two, so what it says counts for people of
// one last name, and further supports those who meet privately.
func (p *people) kin(pairs []match.Pair) (list []meeting) {
	of := make([]int32, len(p.parties))
	for c, cluster := range p.clusters {
		for _, i := range cluster {
			of[i] = int32(c)
		}
	}
	for _, k := range pairs {
		a, b := min(of[k.A], of[k.B]), max(of[k.A], of[k.B])
		if a == b || !p.may(int(a)) || !p.may(int(b)) || meet(p.work.of(a), p.work.of(b)) || !p.alike(a, b) {
			continue
		}
		list = append(list, meeting{a: a, b: b, way: byKin, alike: true, bits: float32(min(k.Score, sure))})
	}
	slices.SortFunc(list, func(x, y meeting) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(y.bits, x.bits))
	})
	return slices.CompactFunc(list, samePair)
}
