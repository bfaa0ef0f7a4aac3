package demo

import (
	"math"
	"slices"

	"clientele/extract"
)

// behave draws how a customer will buy, pay, call and leave.
func (c *customer) behave(d *dice, o Options) {
	s := segments[c.seg]
	c.rate = s.rate * d.gamma(1.7)
	c.basket = d.lognormal(s.basket*.70, 1)
	c.chooseRange(d, s)
	c.mood = d.NormFloat64()
	c.caller = d.gamma(.8)
	c.serial = d.chance(.012)
	c.delay = max(-4, d.lognormal(9, 1)-6)
	if d.chance(.006) {
		c.delay = 400
	}
	c.payDays = pick(d, []int{14, 14, 30, 30, 30, 45})
	c.consent = d.weighted([]float64{.22, .60, .18})
	c.term(d, s, o)
	c.direction(d, o)
	if c.firm() {
		year := c.rate * 12 * c.basket
		c.visits = (.15 + .40*min(1, year/24_000)) * d.gamma(.8)
		c.discount = max(0, .01*math.Log1p(year/4000)*d.uniform(.4, 2))
		if d.chance(.11) {
			c.discount = d.uniform(.22, .36)
		}
	}
	c.arrive(d)
}

// chooseRange chooses the categories a customer buys from.
func (c *customer) chooseRange(d *dice, s segment) {
	n := min(len(categories), 1+d.poisson(s.breadth*min(1.6, .55+c.rate*.4)))
	all := d.Perm(len(categories))
	c.breadth = all[:n:n]
	for _, pair := range together {
		join(all, n, pair[0], pair[1])
	}
}

// together are the categories that go together, by number: cakes and cream, drinks
// and cups, fish and salad. All others are chosen without regard to each other.
var together = [][2]int{{4, 1}, {7, 9}, {3, 0}}

// join lets one in three of those who buy the first category of a pair, not the
// second, and at least one more, buy the second instead of that: those in whose order
// of categories the second comes on a place that three divides.
func join(all []int, n, first, second int) {
	at := slices.Index(all, second)
	if !slices.Contains(all[:n], first) || at < n || at%3 != 0 {
		return
	}
	for last := n - 1; last >= 0; last-- {
		if all[last] != first {
			all[last], all[at] = all[at], all[last]
			return
		}
	}
}

// term draws when a customer came and when it leaves: a constant risk that
// differs from one to the next, as in Schmittlein, Morrison and Colombo, Counting
// your customers, 1987.
func (c *customer) term(d *dice, s segment, o Options) {
	first := o.start()
	span := float64(o.AsOf - first)
	from := first
	if d.chance(.69) {
		c.start = first - extract.Day(1+d.ExpFloat64()*900)%3000
	} else {
		c.start = first + extract.Day(d.Float64()*span)
		from = c.start
	}
	risk := .8 * -math.Log(1-s.leave) / 365.25 * math.Exp(-.4*c.mood) * d.gamma(3)
	if c.seg != household && c.source == 1 {
		risk *= 1.3
	}
	if left := from + 20 + extract.Day(min(40_000, d.ExpFloat64()/risk)); left < o.AsOf {
		c.end = left
	}
}

// direction lets a few customers grow or shrink on their way.
func (c *customer) direction(d *dice, o Options) {
	c.trend = 1
	switch x := d.Float64(); {
	case x < .10:
		c.trend = d.uniform(.15, .5)
	case x < .17:
		c.trend = d.uniform(1.6, 2.4)
	}
	c.turn = o.AsOf - extract.Day(d.between(90, 700))
}

// arrive draws how a customer was won and what that cost.
func (c *customer) arrive(d *dice) {
	c.source = d.weighted([]float64{.22, .20, .26, .10, .14, .08})
	if c.seg == household {
		c.source = d.weighted([]float64{.25, 0, .45, .02, .18, .10})
	}
	c.winCost = int64(100 * sources[c.source].cost * d.lognormal(1, .5))
	if c.seg == household {
		c.winCost /= 12
	}
}

// pace is how much a customer orders on a day, compared with its usual rate.
func (c *customer) pace(day extract.Day, o Options) float64 {
	s := segments[c.seg]
	_, m, _ := day.Time().Date()
	years := float64(o.AsOf-day)/365.25 - float64(o.Months)/24
	p := s.season[m-1] * math.Pow(s.growth, -years)
	if day > c.turn {
		p *= 1 + (c.trend-1)*min(1, float64(day-c.turn)/365.25)
	}
	if c.end != 0 && c.end-day < 80 {
		p *= .55
	}
	return p
}

// here says whether a customer is one on a day.
func (c *customer) here(day extract.Day) bool {
	return day >= c.start && (c.end == 0 || day < c.end)
}
