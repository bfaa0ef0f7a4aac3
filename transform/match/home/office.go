package home

import "slices"

// office reports whether a value is a workplace's: two people with different last
// names and one employer use it.
func (p *people) office(run []presence) bool {
	var work []sighting
	for _, s := range run {
		if employer := p.facts[s.record].employer; employer != 0 {
			work = append(work, sighting{employer, s.of})
		}
	}
	if len(work) < 2 {
		return false
	}
	sortSightings(work)
	for colleagues := range runs(slices.Compact(work)) {
		for _, s := range colleagues[1:] {
			if a, b := colleagues[0].of, s.of; !p.shareLast(a, b) && !meet(p.given.of(a), p.given.of(b)) {
				return true
			}
		}
	}
	return false
}
