package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// Oddities are records and customers that figures are easily misread by. All of them
// count as they are; the page that explains the figures names them.
type Oddities struct {
	Below    Aside                        // orders of a value below zero, to date
	Nothing  int64                        // orders worth nothing, to date
	Refunded Aside                        // customers credited more in twelve months than they bought: what is beyond
	Largest  extract.Opt[extract.Decimal] // share of the customer with the most revenue of twelve months, from oneLarge on
	Who      transform.CustomerID         // that customer
	Began    Day                          // first sale, where it lies within the twelve months
	Months   int64                        // calendar months with a sale since then
	Minutes  int64                        // tickets of twelve months without minutes recorded
	Goods    extract.Opt[Money]           // sales of twelve months whose cost is unknown, where some is known
}

// oneLarge is the share of revenue from which one customer is named.
const oneLarge = extract.One * 30 / 100

// worth counts an order that is worth nothing or less.
func (o *Oddities) worth(net Money) {
	switch {
	case net < 0:
		o.Below.Count++
		o.Below.Amount += net
	case net == 0:
		o.Nothing++
	}
}

// merge adds what another part counted while folding.
func (o *Oddities) merge(other *Oddities) {
	o.Below.Count += other.Below.Count
	o.Below.Amount += other.Below.Amount
	o.Nothing += other.Nothing
}

// oddities adds what is seen on customers to what was counted on documents.
func (c *cut) oddities(covered, sales Money) Oddities {
	o := c.s.data.Odd
	var all, largest Money
	for _, l := range c.lives {
		r := l.row
		if r.Orders > 0 && r.Revenue < 0 {
			o.Refunded.Count++
			o.Refunded.Amount -= r.Revenue
		}
		all += r.Revenue
		if r.Revenue > largest {
			largest, o.Who = r.Revenue, r.ID
		}
		for i := range l.tickets {
			o.Minutes += one(l.tickets[i].year && !l.tickets[i].minutes.Known)
		}
	}
	if o.Largest = share(largest, all); !o.Largest.Known || o.Largest.Value < oneLarge || len(c.lives) < 2 {
		o.Largest, o.Who = extract.Opt[extract.Decimal]{}, ""
	}
	if covered > 0 && covered < sales {
		o.Goods = extract.Some(c.cents(sales - covered))
	}
	o.Began, o.Months = c.began()
	return o
}

// began returns the first sale and the months with one since, where there is none
// before the twelve months.
func (c *cut) began() (first Day, months int64) {
	nobody, _ := c.others()
	seen := map[Day]bool{}
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			for _, m := range l.months {
				seen[m.from.Month()] = true
			}
			if len(l.days) > 0 && (first == 0 || l.days[0] < first) {
				first = l.days[0]
			}
		}
	}
	if first == 0 || first < c.win.year.From {
		return 0, 0
	}
	return first, int64(len(seen))
}
