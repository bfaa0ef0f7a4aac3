package metrics

import (
	"cmp"
	"iter"
	"slices"
)

// bands is how many parts the households of a business type are divided into by
// size; behind them stands the whole type.
const bands = 3

// spent is what one household spent on one category.
type spent struct {
	kind int32
	band int8
	net  Money
}

// divide puts the households of each business type into thirds by what they spend
// on a category on average, which does not depend on how many categories they buy.
// Equal spends are in the same third.
func (x *crossed) divide() {
	sizes := make([][]Money, len(x.kinds))
	for i := range x.homes {
		if h := &x.homes[i]; len(h.things) > 0 {
			sizes[h.kind] = append(sizes[h.kind], h.size())
		}
	}
	for _, list := range sizes {
		slices.Sort(list)
	}
	for i := range x.homes {
		h := &x.homes[i]
		if len(h.things) == 0 {
			continue
		}
		list, size := sizes[h.kind], h.size()
		for k := 1; k < bands; k++ {
			h.band += int8(one(size > list[(k*len(list)-1)/bands]))
		}
	}
}

// size is what a household spends on a category on average.
func (h *home) size() (sum Money) {
	for _, c := range h.things {
		sum += h.spent(c)
	}
	return sum / Money(len(h.things))
}

// spent adds up what a household spent on a category within twelve months.
func (h *home) spent(category int32) (sum Money) {
	for _, l := range h.members {
		if b, has := l.bought(category); has {
			sum += b.net
		}
	}
	return sum
}

// bought returns what a customer bought of a category.
func (l *life) bought(category int32) (buy, bool) {
	i, found := slices.BinarySearchFunc(l.buys, category, func(b buy, c int32) int { return cmp.Compare(b.category, c) })
	if !found {
		return buy{}, false
	}
	return l.buys[i], true
}

// typical finds the medians of a category: of all, of each business type, and of
// each third of one, where enough households buy it.
func (s *Set) typical(category int, list []spent) {
	w := &s.cross.worth
	w.spend[category], w.buyers[category] = make([][bands + 1]Money, len(s.cross.kinds)), make([]int64, len(s.cross.kinds))
	slices.SortFunc(list, func(a, b spent) int { return cmp.Compare(a.net, b.net) })
	w.usual[category] = s.cents(middle(list))
	slices.SortStableFunc(list, func(a, b spent) int { return cmp.Compare(a.kind, b.kind) })
	for kind, part := range runs(list, func(x spent) int32 { return x.kind }) {
		w.buyers[category][kind] = int64(len(part))
		w.spend[category][kind][bands] = s.enough(part)
		slices.SortStableFunc(part, func(a, b spent) int { return cmp.Compare(a.band, b.band) })
		for band, third := range runs(part, func(x spent) int8 { return x.band }) {
			w.spend[category][kind][band] = s.enough(third)
		}
	}
}

// enough returns the median of spends in order, 0 where they are too few to say.
func (s *Set) enough(list []spent) Money {
	if len(list) < s.rules.MinSample {
		return 0
	}
	return s.cents(middle(list))
}

// runs yields the parts of a list that share a key, which it is sorted by.
func runs[T any, K comparable](list []T, key func(T) K) iter.Seq2[K, []T] {
	return func(yield func(K, []T) bool) {
		for from := 0; from < len(list); {
			to := from + 1
			for to < len(list) && key(list[to]) == key(list[from]) {
				to++
			}
			if !yield(key(list[from]), list[from:to]) {
				return
			}
			from = to
		}
	}
}

// middle returns the median of spends in order.
func middle(list []spent) Money {
	if len(list) == 0 {
		return 0
	}
	return (list[(len(list)-1)/2].net + list[len(list)/2].net) / 2
}

// typicalOf is what a household of a business type and a third of it, or of the
// type where band is bands, would spend on a category.
func (w *worths) typicalOf(category, kind int32, band int8) Money {
	of := w.spend[category][kind]
	return cmp.Or(max(of[band], 0), max(of[bands], 0), w.usual[category])
}
