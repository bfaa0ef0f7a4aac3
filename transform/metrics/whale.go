package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
)

// whale accumulates net profit from the best buying customer to the worst: R. Cooper
// and R. S. Kaplan, Profit priorities from activity-based costing, Harvard Business
// Review (1991). It keeps a hundred points, the peak, and what the customers after
// the peak take away from it.
func (c *cut) whale(p *Profitability) {
	nets, total := c.ranked()
	var sum Money
	for i, m := range nets {
		sum += m
		w := WhalePoint{Customers: int64(i + 1), Share: ratio(int64(i+1), int64(len(nets))).Value, Profit: sum, Of: share(sum, total)}
		if sum > p.Peak.Profit || i == 0 {
			p.Peak = w
		}
		if (i+1)*100/len(nets) != i*100/len(nets) {
			p.Whale = append(p.Whale, w)
		}
	}
	p.Eroded = p.Peak.Profit - total
	if p.Peak.Of.Known {
		p.Erosion = extract.Some(p.Peak.Of.Value - extract.One)
	}
}

// ranked returns the known net profits of buying customers, largest first, and all of
// it together.
func (c *cut) ranked() (nets []Money, total Money) {
	for _, l := range c.lives {
		if r := l.row; r.Net.Known && r.Orders > 0 {
			nets = append(nets, r.Net.Value)
			total += r.Net.Value
		}
	}
	slices.SortFunc(nets, func(a, b Money) int { return -cmp.Compare(a, b) })
	return nets, total
}
