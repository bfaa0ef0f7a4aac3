package metrics

import (
	"iter"

	"clientele/extract"
	"clientele/transform"
)

// The quarters of breadth × profit, by name; nothing for who bought nothing or whose
// profit is not known.
const (
	ManyAbove = "many, above" // many categories, profit above the hurdle
	ManyBelow = "many, not above"
	FewAbove  = "few, above"
	FewBelow  = "few, not above"
)

// Quadrants lists the quarters in the order tables show them.
func Quadrants() []string { return []string{ManyAbove, ManyBelow, FewAbove, FewBelow} }

// QuadrantOf returns the quarter of a customer or household that bought so many
// categories in orders of twelve months and left so much profit; many is the number
// of categories from which breadth counts as many.
func QuadrantOf(orders, categories int64, net extract.Opt[Money], many int64, hurdle Money) string {
	switch {
	case orders == 0 || !net.Known:
		return ""
	case categories >= many && net.Value > hurdle:
		return ManyAbove
	case categories >= many:
		return ManyBelow
	case net.Value > hurdle:
		return FewAbove
	}
	return FewBelow
}

// quadrant is the quarter a row stands in.
func (c *cut) quadrant(r *transform.Figures, many int64) string {
	return QuadrantOf(r.Orders, r.Categories, r.Net, many, c.rules.Hurdle)
}

// quadrantBefore is the quarter a customer stood in a year ago, by what counts as many
// now, so that nobody moves because others do.
func (c *cut) quadrantBefore(l *life, many int64) string {
	var categories int64
	for _, b := range l.buys {
		categories += one(b.yearBefore)
	}
	return QuadrantOf(l.row.OrdersBefore, categories, l.row.NetBefore, many, c.rules.Hurdle)
}

// quadrants groups rows by the quarter they stand in.
func (c *cut) quadrants(rows iter.Seq[*transform.Figures], many int64) (out [4]Group) {
	in := map[string]*grouping{}
	for _, name := range Quadrants() {
		in[name] = c.grouping(name)
	}
	for r := range rows {
		if q := c.quadrant(r, many); q != "" {
			in[q].take(r)
		}
	}
	for i, name := range Quadrants() {
		out[i] = in[name].done()
	}
	return out
}
