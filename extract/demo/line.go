package demo

import "math"

// lines tells what was ordered and sums it up.
func (t *teller) lines(o *sale, sample bool) {
	d := t.e
	basket := o.basket * d.lognormal(.92, .4) * 100
	if sample {
		basket = 900
	}
	n := 1 + min(7, d.poisson(.35+.42*float64(len(o.breadth))))
	for pos := range n {
		g := o.breadth[min(d.poisson(.8), len(o.breadth)-1)]
		if pos > 0 && d.chance(.5) {
			g = pick(d, o.breadth)
		}
		t.line(o, pos, &t.c.products[12*g+(o.entity+d.poisson(1.6))%12], basket/float64(n)*d.uniform(.5, 1.5))
	}
	o.howMany = int64(n)
}

func (t *teller) line(o *sale, pos int, p *product, worth float64) {
	d := t.e
	drift := math.Pow(1.024, -t.cal.years(o.at.day))
	unit := max(1, int64(math.Round(float64(p.price)*drift/o.rate)))
	qty := 1000 * max(1, int64(math.Round(worth/(float64(p.price)*drift))))
	if categories[p.cat].weighed && d.chance(.2) {
		qty += 500
	}
	if pos > 0 && d.chance(.002) {
		qty = -1000
	}
	gross := (qty*unit + 500) / 1000
	if qty < 0 {
		gross = -unit
	}
	less := int64(math.Round(float64(gross) * o.customer.discount))
	net := gross - less
	var cost any
	if p.known && o.currency == Currency {
		cost = int64(math.Round(float64(qty) / 1000 * p.cost * drift * d.uniform(.98, 1.02)))
	}
	if pos == 0 {
		o.sku, o.qty, o.worth = p.sku, qty, net
	}
	o.net, o.discount = o.net+net, o.discount+less
	if o.country == "DE" || o.country == "" {
		o.tax += int64(math.Round(float64(net) * categories[p.cat].tax))
	}
	t.put(shopLines, o.id, int64(pos+1), p.sku, qty, unit, less, net, cost)
}
