package metrics

import (
	"cmp"
	"slices"

	"clientele/transform"
)

// A Move is the customers who stood in one group then and stand in another, or the
// same, now. Nothing as a group is who was, or is, in none. Money is of twelve months,
// Before of the twelve before.
type Move struct {
	From, To  string
	Customers int64
	Revenue   Money
	Before    Money
	Net       Money
}

// Migrate counts customers by where they stood then and where they stand now, in the
// order of the groups, who is in none last; those in none both times are left out.
func Migrate(rows []*transform.Figures, order []string, from, to func(*transform.Figures) string) []Move {
	counts := map[[2]string]*Move{}
	for _, r := range rows {
		a, b := from(r), to(r)
		if a == "" && b == "" {
			continue
		}
		m := counts[[2]string{a, b}]
		if m == nil {
			m = &Move{From: a, To: b}
			counts[[2]string{a, b}] = m
		}
		m.Customers++
		m.Revenue += r.Revenue
		m.Before += r.RevenueBefore
		m.Net += r.Net.Value
	}
	var out []Move
	places := append(slices.Clone(order), "")
	for _, a := range places {
		for _, b := range places {
			if m := counts[[2]string{a, b}]; m != nil {
				out = append(out, *m)
			}
		}
	}
	return out
}

// since is Migrate from a year ago.
func (c *cut) since(order []string, was func(*life) string, is func(*transform.Figures) string) []Move {
	before := make(map[*transform.Figures]string, len(c.lives))
	for _, l := range c.lives {
		before[l.row] = was(l)
	}
	return Migrate(c.rows(), order, func(r *transform.Figures) string { return before[r] }, is)
}

// wasIn is the segment a customer stood in a year ago, nothing before their first order.
func wasIn(l *life) string {
	if l.wasSegment == 0 {
		return ""
	}
	return Segments()[l.wasSegment-1]
}

// Up reports whether a move is to a group that stands before the other in an order of
// the best first, and Down whether to one behind it. Coming and going is neither.
func (m Move) Up(order []string) bool { return m.steps(order) < 0 }

// Down is described with Up.
func (m Move) Down(order []string) bool { return m.steps(order) > 0 }

func (m Move) steps(order []string) int {
	if m.From == "" || m.To == "" {
		return 0
	}
	return cmp.Compare(slices.Index(order, m.To), slices.Index(order, m.From))
}
