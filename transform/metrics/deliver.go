package metrics

import (
	"clientele/extract"
	"clientele/transform"
)

// deliver charges shipments at their own cost, and what the pool holds beyond that
// by delivery: to those without a cost of their own, or to all where there are
// none. Where the pool holds less than the own costs, they are cut in proportion.
func (s *Set) deliver(p *Pool, in Window, all []int64) []Money {
	own := s.weigh(in, func(d *drivers) int64 { return int64(d.own) })
	sum := Money(sumOf(own))
	if p.Amount == 0 {
		p.Amount = sum
	}
	if p.Amount <= sum {
		return p.divide(s.unit(), own)
	}
	costless := s.weigh(in, func(d *drivers) int64 { return int64(d.costless) })
	if sumOf(costless) == 0 {
		costless = all
	}
	whole := *p
	p.Amount = sum
	shares := p.divide(s.unit(), own)
	rest := Pool{Amount: whole.Amount - sum}
	for i, m := range rest.divide(s.unit(), costless) {
		shares[i] += m
	}
	p.Amount, p.Used, p.Uncharged = whole.Amount, extract.Decimal(sumOf(all)), rest.Uncharged+p.Uncharged
	p.settle(shares, p.Amount-p.Uncharged)
	return shares
}

// rate says what one minute or event cost.
func (p *Pool) rate(activity int) {
	switch {
	case p.ByTime && p.Overloaded && p.Used > 0:
		p.Rate = extract.Some(Money(portion(int64(p.Amount), int64(extract.One), int64(p.Used))))
	case p.ByTime:
		p.Rate = extract.Some(Money(portion(int64(p.Amount), int64(extract.One), int64(p.Minutes.Value))))
	case p.Events > 0 && activity != credit:
		p.Rate = extract.Some((p.Amount - p.Uncharged) / Money(p.Events))
	}
}

// events counts what an activity is seen by.
func events(activity int, d *drivers) int64 {
	switch activity {
	case handling:
		return int64(d.orders)
	case delivery:
		return int64(d.shipments)
	case visits:
		return int64(d.visits + d.calls)
	case serviceDesk:
		return int64(d.contacts)
	case returns:
		return int64(d.returns)
	}
	return 0
}

func sumOf(list []int64) (sum int64) {
	for _, v := range list {
		sum += v
	}
	return sum
}

// field returns one activity's place among the costs.
func field(c *transform.Costs, activity int) *Money {
	return [activities]*Money{&c.Handling, &c.Delivery, &c.Visits, &c.Service, &c.Returns, &c.Credit}[activity]
}

// unit returns the currency's minor unit.
func (b *base) unit() Money {
	u := extract.Unit
	for range b.rules.MinorPlaces {
		u /= 10
	}
	return u
}
