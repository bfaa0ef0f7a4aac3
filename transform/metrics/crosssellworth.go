package metrics

import (
	"clientele/extract"
)

// worths is what buying a category is worth: what households spend on it within
// twelve months, and what of that is left.
type worths struct {
	spend   [][][bands + 1]Money // by category and business type, the type's median; 0 where too few buy
	usual   []Money              // by category, of all
	buyers  [][]int64            // households by category and type
	homes   []int64              // households that bought, by type
	margin  []extract.Opt[extract.Decimal]
	serving extract.Decimal
	profits bool // the profit of somebody is known
}

// appraise finds typical spends and margins.
func (s *Set) appraise() {
	x := &s.cross
	w, n := &x.worth, len(s.goods.names)
	w.homes = make([]int64, len(x.kinds))
	lists := make([][]spent, n)
	for i := range x.homes {
		h := &x.homes[i]
		w.homes[h.kind] += one(len(h.things) > 0)
		for _, c := range h.things {
			lists[c] = append(lists[c], spent{h.kind, h.band, h.spent(c)})
		}
	}
	w.spend, w.buyers, w.usual = make([][][bands + 1]Money, n), make([][]int64, n), make([]Money, n)
	for c, list := range lists {
		if int64(len(list)) >= x.least { // of what fewer buy there is no rule
			s.typical(c, list)
		}
	}
	s.margins()
}

// margins finds what is left of a category's revenue: gross profit where the cost of
// at least half of it is known, less what serving the company's customers takes of
// their revenue.
func (s *Set) margins() {
	w, n := &s.cross.worth, len(s.goods.names)
	net, covered, gross := make([]Money, n), make([]Money, n), make([]Money, n)
	var revenue, cost Money
	for _, l := range s.lives {
		revenue += l.row.Revenue
		cost += l.row.CostToServe
		w.profits = w.profits || (l.row.Net.Known && l.row.Orders > 0)
		for _, b := range l.buys {
			net[b.category] += b.net
			covered[b.category] += b.covered
			gross[b.category] += b.gross
		}
	}
	w.serving = share(cost, revenue).Value
	w.margin = make([]extract.Opt[extract.Decimal], n)
	for c := range w.margin {
		if m := share(gross[c], covered[c]); m.Known && 2*covered[c] >= net[c] {
			w.margin[c] = extract.Some(m.Value - w.serving)
		}
	}
}

// keeps returns what is left of an amount of a category, unknown where its cost is.
func (s *Set) keeps(category int32, m Money) extract.Opt[Money] {
	return s.part(s.cross.worth.margin[category], extract.Some(m))
}
