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
	x.least = max(int64(minSample), (perThousand*x.of+999)/1000)
	counts := model.Counts(baskets, things)
	var often int64
	for _, n := range counts {
		often += one(n >= x.least)
	}
	x.tests = often * (often - 1) / 2
	pairs := model.Pairs(baskets, things, x.least)
	rules, p := make([]model.Rule, len(pairs)), make([]float64, len(pairs))
	for i, v := range pairs {
		rules[i] = model.Rule{Left: []int32{v.A}, Right: v.B, Both: v.Both, Lefts: counts[v.A], Rights: counts[v.B], Of: x.of}
		p[i] = significant(rules[i].P(), 6)
	}
	x.links = make([][]link, things)
	for i, found := range model.DiscoveriesAmong(p, int(x.tests), falseRules) {
		if r := rules[i]; found && r.LiftLow() > 1 {
			x.add(link{r.Left[0], r.Right, r.Both, r.Lefts, r.Rights})
			x.add(link{r.Right, r.Left[0], r.Both, r.Rights, r.Lefts})
		}
	}
}

func (x *crossed) add(v link) {
	x.links[v.from] = append(x.links[v.from], v)
	x.all = append(x.all, v)
}

// baskets are the households that bought, without those that bought too much.
func (x *crossed) baskets() [][]int32 {
	out := make([][]int32, 0, len(x.homes))
	for i := range x.homes {
		switch n := len(x.homes[i].things); {
		case n > hugeHousehold:
			x.huge++
		case n > 0:
			out = append(out, x.homes[i].things)
		}
	}
	return out
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
