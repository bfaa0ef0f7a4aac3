package metrics

import (
	"cmp"

	"clientele/extract"
	"clientele/transform"
)

// service tables tickets and complaints of twelve months, of customers and of
// nobody we know.
func (c *cut) service() Service {
	v := Service{
		Tickets: c.counts(func(l *life) int64 { return ticketsOf(l, true) }),
		Before:  c.counts(func(l *life) int64 { return ticketsOf(l, false) }),
		Serial: c.list(func(r *transform.Figures) bool { return r.Serial }, func(a, b *transform.Figures) int {
			return -cmp.Compare(a.Complaints, b.Complaints)
		}),
		Waiting: c.list(func(r *transform.Figures) bool { return r.OpenComplaints > 0 }, func(a, b *transform.Figures) int {
			return -cmp.Compare(a.OldestOpen.Value, b.OldestOpen.Value)
		}),
	}
	nobody, _ := c.others()
	d := desk{topics: map[string]*Topic{}, channels: tallier{}, reasons: tallier{}}
	var orders, foreign, shipped, strange int64
	for _, list := range [][]*life{c.lives, nobody} {
		for _, l := range list {
			for i := range l.tickets {
				d.add(&l.tickets[i])
			}
			orders += l.year.orders
			foreign += l.abroad.Part
			shipped += l.abroad.Of
			v.Open += l.row.OpenComplaints
			if l.row.OldestOpen.Known && (!v.Oldest.Known || l.row.OldestOpen.Value > v.Oldest.Value) {
				v.Oldest = l.row.OldestOpen
			}
		}
	}
	for _, l := range nobody {
		strange += l.year.orders
	}
	d.fill(&v, c)
	v.OrdersPerDay = c.perDay(orders)
	v.PerDay = c.perDay(v.Tickets.Company())
	v.International, v.UnknownOrders = rate(foreign, shipped), rate(strange, orders)
	return v
}

func (c *cut) perDay(n int64) extract.Decimal {
	return decimal(float64(n) / float64(c.win.asOf-c.win.year.From)).Value
}

func ticketsOf(l *life, year bool) (n int64) {
	for i := range l.tickets {
		n += one(l.tickets[i].year == year)
	}
	return n
}
