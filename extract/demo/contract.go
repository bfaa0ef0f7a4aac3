package demo

// lavishEvery is of how many people with a contract one gets more discount than it
// grants.
const lavishEvery = 11

// agree signs a contract with some of the larger firms.
func (g *registrar) agree(d *dice, c *customer) {
	year := c.rate * 12 * c.basket
	if !c.firm() || c.status != isActive || year < 3000 || !d.chance(.05+.10*min(1, year/30_000)) {
		return
	}
	c.deal = &contract{
		volume: int64(year*d.uniform(.75, 1.3)/100) * 10_000, discount: float64(d.between(2, 8)) / 100,
		days: pick(d, []int{14, 30, 45, 60}), starts: c.start + 10, status: "G",
	}
	c.discount, c.payDays = c.deal.discount, c.deal.days
	if c.entity%lavishEvery == 0 {
		c.discount += .03
	}
	if d.chance(.1) {
		c.deal.monthly = int64(d.between(2, 9)) * 1000
	}
	switch {
	case d.chance(.03):
		c.deal.status = "S"
	case d.chance(.03):
		c.deal.status = "E"
	}
}
