package home

import (
	"cmp"
	"slices"
	"strings"
)

// TooMany is from how many customers on a source's own household key is taken for a
// filler, such as 0, and not for a household.
const TooMany = 50

// TooLarge is a household of a source's own that is none.
type TooLarge struct {
	Source, Key string
	Customers   int
}

// declared lists the customers of each household the sources themselves know, and
// what was taken for none.
func (p *people) declared() (keys [][]int32, ignored []TooLarge) {
	var at []sighting
	record := map[value]int32{}
	for c, cluster := range p.clusters {
		if !p.may(c) {
			continue
		}
		for _, i := range cluster {
			if key := p.facts[i].declared; key != 0 {
				at = append(at, sighting{key, int32(c)})
				record[key] = i
			}
		}
	}
	sortSightings(at)
	for run := range runs(slices.Compact(at)) {
		if len(run) > TooMany {
			first := &p.parties[record[run[0].value]]
			ignored = append(ignored, TooLarge{first.Source, strings.TrimSpace(first.Household), len(run)})
			continue
		}
		group := make([]int32, len(run))
		for n, s := range run {
			group[n] = s.of
		}
		keys = append(keys, group)
	}
	slices.SortFunc(keys, slices.Compare)
	slices.SortFunc(ignored, func(a, b TooLarge) int {
		return cmp.Or(cmp.Compare(b.Customers, a.Customers), strings.Compare(a.Source, b.Source), strings.Compare(a.Key, b.Key))
	})
	return keys, ignored
}
