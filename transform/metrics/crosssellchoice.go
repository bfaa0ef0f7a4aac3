package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// spare says why nothing is offered to a customer, spareNothing where something may be.
func (s *Set) spare(l *life) int8 {
	r := l.row
	switch {
	case r.State != transform.StateActive:
		return spareGone
	case s.cross.worth.profits && (!r.Net.Known || r.Net.Value <= 0):
		return spareLosing
	case r.AtRisk:
		return spareRisk
	}
	return spareNothing
}

// choices finds what to offer to a household: of the rules from what it buys to what
// no member has bought in two years, the one that holds most often for each
// category. What they said no to within the year is not offered again, nor what is not
// sold any more. found is scratch, empty before and after.
func (s *Set) choices(h *home, found []*link) []choice {
	var touched []int32
	for _, from := range h.things {
		for i := range s.cross.links[from] {
			v := &s.cross.links[from][i]
			if v.inseparable() {
				continue
			}
			switch was := found[v.to]; {
			case was == nil:
				touched = append(touched, v.to)
				found[v.to] = v
			case stronger(*v, *was) < 0:
				found[v.to] = v
			}
		}
	}
	var out []choice
	for _, c := range touched {
		asked, refused := h.asked(c)
		if !refused && !h.knows(c) && s.goods.sold[c] {
			if o := (choice{found[c], h.kind, h.band, asked}); s.expects(o) > 0 {
				out = append(out, o)
			}
		}
		found[c] = nil
	}
	slices.SortFunc(out, func(a, b choice) int {
		return cmp.Or(-cmp.Compare(s.expects(a), s.expects(b)), cmp.Compare(a.link.to, b.link.to))
	})
	return slices.Clone(out[:min(len(out), mostChoices)])
}

// knows reports whether a member bought a category within two years, or had it and
// gave it back.
func (h *home) knows(category int32) bool {
	return slices.ContainsFunc(h.members, func(l *life) bool {
		b, has := l.bought(category)
		return has && (b.thisYear || b.yearBefore || b.back)
	})
}

// expects is what an offer is ranked by: expected profit, or revenue where nobody's
// profit is known.
func (s *Set) expects(o choice) Money {
	revenue, profit := s.expected(o)
	if !s.cross.worth.profits {
		return revenue
	}
	return profit.Value
}

// expected returns what an offer brings on average: the share of households with the
// one that buy the other too, times what such households spend, times what is left.
func (s *Set) expected(o choice) (revenue Money, profit extract.Opt[Money]) {
	v := o.link
	chance := ratio(v.both, v.lefts)
	revenue = s.part(chance, extract.Some(s.cross.worth.typicalOf(v.to, o.kind, o.band))).Value
	return revenue, s.keeps(v.to, revenue)
}

// inseparable reports whether of those who buy either 95 in 100 buy the other too: a
// set, or one thing under two numbers. Who has one of them is not waiting for the other.
func (v *link) inseparable() bool {
	return 100*v.both >= 95*v.lefts && 100*v.both >= 95*v.rights
}

// losing reports whether members together bring no profit, of those whose profit is known.
func (h *home) losing() bool {
	var sum Money
	for _, l := range h.members {
		sum += l.row.Net.Value
	}
	return sum <= 0
}
