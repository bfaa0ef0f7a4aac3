package home

import (
	"cmp"
	"slices"
	"strings"

	"clientele/transform"
)

// eldest returns after whom a household is named: the member after whom most of its
// members' household was named before, otherwise the one known longest. So a
// household keeps its name as long as that member stays.
func eldest(customers []transform.Customer, in []int32, before map[transform.CustomerID]transform.CustomerID) int32 {
	votes := make(map[transform.CustomerID]int, len(in))
	for _, c := range in {
		votes[before[customers[c].ID]]++
	}
	return slices.MinFunc(in, func(a, b int32) int {
		x, y := &customers[a], &customers[b]
		return cmp.Or(cmp.Compare(votes[y.ID], votes[x.ID]), compareSince(x, y))
	})
}

// compareSince puts the customer known longest first; not knowing since when is
// last.
func compareSince(a, b *transform.Customer) int {
	unknown := func(c *transform.Customer) int {
		if c.Since == 0 {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(unknown(a), unknown(b)), cmp.Compare(a.Since, b.Since), strings.Compare(string(a.ID), string(b.ID)))
}
