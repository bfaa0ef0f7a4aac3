package metrics

import (
	"cmp"

	"clientele/transform"
)

// service tables the service desk, of customers and of nobody we know.
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
	lives := append(append([]*life{}, c.lives...), nobody...)
	v.Now, v.Was = c.desk(0, lives, nobody), c.desk(1, lives, nobody)
	v.Topics, v.Channels, v.Reasons = c.subjects(lives)
	v.Months, v.Weekdays = c.deskMonths(lives), c.weekdays(lives)
	for _, l := range lives {
		v.Open += l.row.OpenComplaints
		if l.row.OldestOpen.Known && (!v.Oldest.Known || l.row.OldestOpen.Value > v.Oldest.Value) {
			v.Oldest = l.row.OldestOpen
		}
	}
	return v
}

func ticketsOf(l *life, year bool) (n int64) {
	for i := range l.tickets {
		n += one(l.tickets[i].year == year)
	}
	return n
}

// desk measures one of the two windows: 0 is the twelve months, 1 the twelve before.
func (c *cut) desk(window int, lives, nobody []*life) Desk {
	in := c.win.both()[window]
	g := desk{win: in, year: window == 0, zone: c.zone, asOf: c.win.asOf}
	d := Desk{Days: int64(in.To - in.From)}
	var unmatched, fresh, late, dated int64
	var abroad fraction
	var sold selling
	for _, l := range lives {
		s, used := &l.year, l.took(&c.win, in)
		if window == 1 {
			s = &l.before
		}
		d.Orders += s.orders
		fresh += one(l.row.ID != "" && len(l.days) > 0 && in.Has(l.days[0]))
		late, dated = late+int64(used.late), dated+int64(used.dated)
		abroad.add(l.abroad[window])
		d.Open += int64(l.open[window])
		if l.selling != nil {
			sold.add(l.selling[window])
		}
		g.take(l)
	}
	for _, l := range nobody {
		if s := [2]*sum{&l.year, &l.before}[window]; s.orders > 0 {
			unmatched += s.orders
		}
	}
	d.Unmatched, d.New, d.Unknown = rate(unmatched, d.Orders), rate(fresh, d.Orders), rate(unmatched+fresh, d.Orders)
	d.OnTime, d.OrdersPerDay = rate(dated-late, dated), perDay(d.Orders, in)
	days := c.daily(lives, in)
	d.MedianOrders, d.BusyOrders = medianOf(days), quantile(days, .95)
	d.International = abroad.rate()
	d.Sales = Selling{Calls: sold.calls, Followed: sold.followed.rate(), Preceded: sold.preceded.rate(), Revenue: c.cents(sold.revenue)}
	g.fill(&d)
	return d
}
