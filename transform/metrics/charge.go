package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// charge lets every customer pay for what they caused: time-driven activity-based
// costing. A pool with a capacity in minutes, whose events have minutes recorded or
// given by the company, is charged at cost over practical minutes, and what is not
// used stays apart. Other pools are charged whole: order handling by orders
// and lines, delivery first at a shipment's own cost and the rest by delivery,
// returns by return, credit by money lent times days. Without a pool for credit,
// money lent is charged at Rules.CreditRate. Source: R. S. Kaplan and S. R.
// Anderson, Time-Driven Activity-Based Costing, Harvard Business Review (2004).
func (s *Set) charge() {
	s.costs = s.gather(s.win.year)
	s.costed = s.gather(s.win.before)
	for a := range activities {
		s.chargeOne(&s.costs, a, s.win.year, func(l *life) *transform.Costs { return &l.row.Costs })
		s.chargeOne(&s.costed, a, s.win.before, func(l *life) *transform.Costs { return &l.costsBefore })
	}
	for _, c := range []*charged{&s.costs, &s.costed} {
		for _, p := range c.pools[activities:] {
			p.Uncharged = p.Amount
		}
		for _, p := range c.pools {
			c.unused += p.Unused + p.Uncharged
		}
	}
}

func (s *Set) chargeOne(c *charged, activity int, in Window, to func(*life) *transform.Costs) {
	p := c.pools[activity]
	s.methodOf(p, activity)
	weights := s.weigh(in, func(d *drivers) int64 { return s.weight(activity, d) })
	p.Events = sumOf(s.weigh(in, func(d *drivers) int64 { return events(activity, d) }))
	var shares []Money
	if activity == delivery && !p.ByTime {
		shares = s.deliver(p, in, weights)
	} else {
		if activity == credit && p.Amount == 0 {
			p.Amount = s.interest(sumOf(weights))
			c.total += p.Amount
		}
		shares = p.divide(s.unit(), weights)
	}
	p.rate(activity)
	for i, l := range s.lives {
		*field(to(l), activity) = shares[i]
	}
	*field(&c.nobody, activity) = shares[len(s.lives)]
	*field(&c.left, activity) = shares[len(s.lives)+1]
}

// methodOf decides whether a pool is charged by time.
func (s *Set) methodOf(p *Pool, activity int) {
	given := map[int]bool{
		handling: s.rules.given(AnOrder), delivery: s.rules.given(ADelivery), returns: s.rules.given(AReturn),
		serviceDesk: s.times.recorded(ATicket) || s.rules.given(ATicket), visits: s.times.recorded(AnActivity) || s.rules.given(AnActivity),
	}
	p.ByTime = given[activity] && p.Minutes.Known && p.Minutes.Value > 0
}

// weigh lists something about every customer in a window, then about nobody we know
// and about those left out. It must add up over slots.
func (s *Set) weigh(in Window, weight func(*drivers) int64) []int64 {
	out := make([]int64, len(s.lives)+2)
	add := func(to *int64, l *life) {
		mine := l.within(&s.win, in)
		for i := range mine {
			*to += weight(&mine[i].drivers)
		}
	}
	for i, l := range s.lives {
		add(&out[i], l)
	}
	for _, l := range s.nobody {
		add(&out[len(s.lives)], l)
	}
	for _, l := range s.left {
		add(&out[len(s.lives)+1], l)
	}
	return out
}

// weight returns what an activity is charged by: minutes, or money times days.
func (s *Set) weight(activity int, d *drivers) int64 {
	var m extract.Decimal
	switch activity {
	case handling:
		m = d.orderMinutes
	case delivery:
		m = d.dropMinutes
	case returns:
		m = d.returnMinutes
	case credit:
		return s.lent(d)
	case visits:
		m = s.spent(d, AnActivity)
	case serviceDesk:
		m = s.spent(d, ATicket)
	}
	return int64(m)
}

// spent returns the minutes all contacts of a sort took, recorded or taken.
func (s *Set) spent(d *drivers, sort string) extract.Decimal {
	m := *d.recorded(sort)
	for _, b := range d.blanks {
		if b.key.what == sort {
			m += s.rules.minutes(s.times, b.key) * extract.Decimal(b.n)
		}
	}
	return m
}

// lent returns money times days, nothing where no payment is mapped: then nobody
// knows when invoices were paid.
func (s *Set) lent(d *drivers) int64 {
	if !s.data.has(extract.Payments) {
		return 0
	}
	return d.moneyDays
}

// interest returns what lending money for so many days costs in a year of 365.
func (s *Set) interest(moneyDays int64) Money {
	return Money(portion(moneyDays/365, int64(s.rules.CreditRate), int64(extract.One)))
}
