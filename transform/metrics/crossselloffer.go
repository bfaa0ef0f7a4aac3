package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// How many categories are kept for one customer, and how many offers a list holds.
const (
	mostChoices = 5
	mostOffers  = 1000
)

// A choice is one category that could be offered to a household.
type choice struct {
	link  *link
	kind  int32
	band  int8
	asked bool
}

// The reasons there is no offer for somebody who bought.
const (
	spareNothing = iota // no rule points to anything new
	spareGone
	spareLosing
	spareRisk
	spareHome
	offered
)

// offer finds, for the member of each household that spends most among those an
// offer may go to, the categories rules point to, best first.
func (s *Set) offer() {
	x := &s.cross
	found := make([]*link, len(s.goods.names))
	for i := range x.homes {
		h := &x.homes[i]
		var head *life
		losing := s.cross.worth.profits && h.losing()
		for _, l := range h.members {
			if l.spared = s.spare(l); l.spared == spareNothing && losing {
				l.spared = spareLosing
			}
			if l.spared == spareNothing && l.row.Orders > 0 && (head == nil || l.row.Revenue > head.row.Revenue) {
				head = l
			}
		}
		if head == nil {
			continue
		}
		if head.choices = s.choices(h, found); len(head.choices) > 0 {
			h.give(head)
		}
	}
	x.homes = nil // only what was learned is kept
}

// give marks whose the household's offer is.
func (h *home) give(head *life) {
	for _, l := range h.members {
		if l.spared == spareNothing {
			l.spared = spareHome
		}
	}
	head.spared = offered
}

// A bid is a customer's best offer while offers are ranked.
type bid struct {
	*life
	revenue Money
	profit  extract.Opt[Money]
}

// offers lists the best offer of each customer of the cut, most expected first.
func (c *cut) offers() ([]Offer, Offering) {
	var bids []bid
	var sum Offering
	for _, l := range c.lives {
		if l.row.Orders > 0 {
			sum.count(l)
		}
		if l.spared != offered {
			continue
		}
		b := bid{life: l}
		b.revenue, b.profit = c.s.expected(l.choices[0])
		sum.Revenue += b.revenue
		if b.profit.Known {
			sum.Profit = extract.Some(sum.Profit.Value + b.profit.Value)
		}
		bids = append(bids, b)
	}
	slices.SortFunc(bids, func(a, b bid) int {
		return cmp.Or(-cmp.Compare(a.profit.Value, b.profit.Value), -cmp.Compare(a.revenue, b.revenue), cmp.Compare(a.row.ID, b.row.ID))
	})
	var list []Offer
	for _, b := range bids[:min(len(bids), mostOffers)] {
		list = append(list, c.s.best(b))
	}
	return list, sum
}

// count puts a customer who bought into one of the numbers.
func (o *Offering) count(l *life) {
	switch l.spared {
	case offered:
		o.Offered++
	case spareGone:
		o.Gone++
	case spareLosing:
		o.Losing++
	case spareRisk:
		o.AtRisk++
	case spareHome:
		o.Household++
	default:
		o.Nothing++
	}
}

// best writes a customer's first choice out.
func (s *Set) best(b bid) Offer {
	o := b.choices[0]
	out := Offer{
		Customer: b.row.ID, Category: s.goods.names[o.link.to], Rule: s.association(*o.link),
		Spend: s.cross.worth.typicalOf(o.link.to, o.kind, o.band), Revenue: b.revenue, Profit: b.profit, Asked: o.asked,
	}
	for _, other := range b.choices[1:] {
		out.Others = append(out.Others, s.goods.names[other.link.to])
	}
	return out
}
