package metrics

import (
	"clientele/transform"
)

// What rules ask for: in how many households and in how many of a thousand both were
// bought at least, and at which rate of false discoveries.
const (
	leastBoth   = 10
	perThousand = 1
	falseRules  = .05
	mostRules   = 500
)

// HugeHousehold is how many categories a household may have bought to be learned from.
// Pairs cost the square of that, and who buys everything says nothing about what goes
// together.
const HugeHousehold = 500

// A home is the members of one household and the categories they bought together
// within twelve months.
type home struct {
	members []*life
	kind    int32   // number of its business type: that of the member who spends most
	band    int8    // third of its type by mean spend on a category, 0 the least
	things  []int32 // ascending, without what no product list names
}

// A link is a rule as offers use it.
type link struct {
	from, to            int32
	both, lefts, rights int64
}

// crossed is what was learned of the whole company about what goes together.
type crossed struct {
	homes    []home
	kinds    []string
	links    [][]link // by from
	all      []link   // strongest first
	of       int64    // households learned from
	huge     int64
	least    int64
	tests    int64
	worth    worths
	response responses
}

// associate learns which categories go together in one household, what they are
// worth, and how campaigns were answered.
func (s *Set) associate() {
	x := &s.cross
	x.homes, x.kinds = s.homes()
	x.divide()
	x.learn(len(s.goods.names), s.rules.MinSample)
	s.appraise()
	s.answer()
	s.offer()
}

// homes puts customers together who share a household, in order of the first
// member's id, and numbers business types.
func (s *Set) homes() ([]home, []string) {
	var list []home
	var kinds []string
	at, number := map[transform.CustomerID]int{}, map[string]int32{}
	for _, l := range s.lives {
		i, seen := at[l.row.Household]
		if !seen {
			i = len(list)
			at[l.row.Household] = i
			list = append(list, home{})
		}
		list[i].members = append(list[i].members, l)
	}
	for i := range list {
		kind := list[i].largest().row.Segment
		if _, known := number[kind]; !known {
			number[kind] = int32(len(kinds))
			kinds = append(kinds, kind)
		}
		list[i].kind = number[kind]
		list[i].things = s.things(list[i].members)
	}
	return list, kinds
}

// largest returns the member with most revenue, the first of equals.
func (h home) largest() *life {
	best := h.members[0]
	for _, l := range h.members[1:] {
		if l.row.Revenue > best.row.Revenue {
			best = l
		}
	}
	return best
}

// things lists the categories members bought within twelve months.
func (s *Set) things(members []*life) []int32 {
	var out []int32
	for _, l := range members {
		for _, b := range l.buys {
			if b.thisYear && s.goods.named(b.category) {
				out = append(out, b.category)
			}
		}
	}
	return ascending(out)
}
