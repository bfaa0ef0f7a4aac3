package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform/model"
)

// learn keeps the pairs of categories that go together more often than chance
// explains: in enough households, with a lift surely above 1, and found at a rate
// of false discoveries of 5 % among all pairs that could have been. The test of a
// pair is the same both ways, so both ways are kept.
func (x *crossed) learn(things, minSample int) {
	baskets := x.baskets()
	x.of = int64(len(baskets))
	x.least = max(leastBoth, int64(minSample), (perThousand*x.of+999)/1000)
	x.links = make([][]link, things)
	found, tests := model.Together(baskets, things, x.least, falseRules)
	x.tests = tests
	for _, r := range found {
		x.add(link{r.Left[0], r.Right, r.Both, r.Lefts, r.Rights})
		x.add(link{r.Right, r.Left[0], r.Both, r.Rights, r.Lefts})
	}
}

func (x *crossed) add(v link) {
	x.links[v.from] = append(x.links[v.from], v)
	x.all = append(x.all, v)
}

// baskets are the households that bought, without those that bought too much.
func (x *crossed) baskets() (usable [][]int32) {
	all := make([][]int32, len(x.homes))
	for i := range x.homes {
		all[i] = x.homes[i].things
	}
	usable, x.huge = model.Usable(all, HugeHousehold)
	return usable
}

// association returns a link in the words of results.
func (s *Set) association(v link) Association {
	r := model.Rule{Both: v.both, Lefts: v.lefts, Rights: v.rights, Of: s.cross.of}
	return Association{
		From: s.goods.names[v.from], To: s.goods.names[v.to], Rate: rate(v.both, v.lefts), Usual: rate(v.rights, s.cross.of),
		Lift: always(r.Lift()), Low: always(r.LiftLow()), P: significant(r.P(), 6),
	}
}

// always is decimal of a number known to be one.
func always(v float64) extract.Decimal { return decimal(v).Value }

// stronger orders links by how often they hold.
func stronger(a, b link) int {
	return cmp.Or(-cmp.Compare(a.both*b.lefts, b.both*a.lefts), -cmp.Compare(a.both, b.both), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
}

func ascending(list []int32) []int32 {
	slices.Sort(list)
	return slices.Compact(list)
}
