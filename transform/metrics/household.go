package metrics

import (
	"slices"

	"clientele/transform"
)

// households gives every customer the size of the household, what it buys
// together, and the name of the account or household it belongs to or is the head of.
func (s *Set) households() {
	members := map[transform.CustomerID][]*life{}
	names, heads := map[transform.CustomerID]string{}, map[transform.CustomerID]bool{}
	for _, l := range s.lives {
		members[l.row.Household] = append(members[l.row.Household], l)
		names[l.row.ID] = l.row.Name
		if l.row.Account != "" && l.row.Account != l.row.ID {
			heads[l.row.Account] = true
		}
	}
	for _, l := range s.lives {
		home := members[l.row.Household]
		l.row.HouseholdSize = int64(len(home))
		if home[0] == l {
			together(home)
		}
		switch {
		case names[l.row.Account] != "" && l.row.Account != l.row.ID:
			l.row.Group = names[l.row.Account]
		case heads[l.row.ID]: // so that an account adds up with its head
			l.row.Group = l.row.Name
		case len(home) > 1:
			l.row.Group = names[l.row.Household]
		}
	}
}

// together counts the categories all members bought in twelve months.
func together(home []*life) {
	var all []int32
	for _, l := range home {
		for _, b := range l.buys {
			if b.thisYear {
				all = append(all, b.category)
			}
		}
	}
	slices.Sort(all)
	n := int64(len(slices.Compact(all)))
	for _, l := range home {
		l.row.HouseholdCategories = n
	}
}
