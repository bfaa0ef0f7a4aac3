package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// campaigns counts, for each category and business type, the customers it could be
// offered to, and what writing to them would bring.
func (c *cut) campaigns() []Campaign {
	n := len(c.s.cross.kinds)
	counts := map[int]*Campaign{}
	var keys []int
	for _, l := range c.lives {
		for _, o := range l.choices {
			key := int(o.link.to)*n + int(o.kind)
			if counts[key] == nil {
				counts[key] = &Campaign{}
				keys = append(keys, key)
			}
			counts[key].Without++
			counts[key].Reach += one(l.reachable)
		}
	}
	out := make([]Campaign, 0, len(keys))
	for _, key := range keys {
		out = append(out, c.campaign(*counts[key], int32(key/n), int32(key%n)))
	}
	slices.SortFunc(out, func(a, b Campaign) int {
		return cmp.Or(-cmp.Compare(a.Profit.Value, b.Profit.Value), -cmp.Compare(a.Revenue.Value, b.Revenue.Value), -cmp.Compare(a.Without, b.Without),
			cmp.Compare(a.Category, b.Category), cmp.Compare(a.Type, b.Type))
	})
	return out
}

// campaign says what writing to everybody within reach would bring: letters times
// the share that answers times what such households spend.
func (c *cut) campaign(x Campaign, category, kind int32) Campaign {
	w := &c.s.cross.worth
	x.Category, x.Type = c.goods.names[category], c.s.cross.kinds[kind]
	x.Buy, x.Spend, x.Response = rate(w.buyers[category][kind], w.homes[kind]), w.typicalOf(category, kind, bands), c.answers(kind)
	x.Revenue = c.s.part(x.Response, extract.Some(x.Spend*Money(x.Reach)))
	if each := c.s.cross.response.cost; each.Known {
		x.Cost = extract.Some(c.cents(each.Value * Money(x.Reach)))
	}
	if x.Revenue.Known {
		x.Profit = less(c.s.keeps(category, x.Revenue.Value), x.Cost.Value)
	}
	return x
}

// crossSell puts together what pages show.
func (c *cut) crossSell() CrossSell {
	x := &c.s.cross
	out := CrossSell{
		Households: x.of, Huge: x.huge, Least: x.least, Tests: x.tests, Found: int64(len(x.all)), Serving: x.worth.serving,
		Campaigns: c.campaigns(),
		Response:  Response{Basis: c.basis(), All: x.response.all, Assumed: c.rules.Response, Cost: c.s.maybe(x.response.cost)},
	}
	out.Offers, out.Offered = c.offers()
	out.Across = c.crossBuyers()
	for i := range x.all {
		out.Sets += one(x.all[i].inseparable())
	}
	strongest := slices.Clone(x.all)
	slices.SortFunc(strongest, stronger)
	for _, v := range strongest[:min(len(strongest), mostRules)] {
		out.Rules = append(out.Rules, c.s.association(v))
	}
	return out
}
