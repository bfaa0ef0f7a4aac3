package demo

import (
	"math"

	"clientele/extract"
)

// A ticket says what a customer turns to the helpdesk with.
type ticket struct {
	topic, about, sku, direction string
	order                        int64
	cause                        bool // the customer is right
}

// Manner is how tickets of a topic are handled.
type manner struct {
	minutes, days float64 // of work and until closed, in the median
}

var manners = map[string]manner{"CMP": {19, 2.1}, "QST": {7, .3}, "STA": {4, .08}, "BIL": {9, 1.2}, "OTH": {6, .5}}

var agents = []string{"Amira", "Bernd", "Carla", "Deniz", "Eva", "Finn"}

// ticket tells one ticket, if the customer is one who writes or calls.
func (t *teller) ticket(c *customer, at moment, k *ticket) {
	if len(c.desk) == 0 || !t.cal.past(at) {
		return
	}
	d, how := t.e, manners[k.topic]
	email := c.desk[d.IntN(len(c.desk))]
	channel := []string{"phone", "email", "chat", "visit"}[d.weighted([]float64{.55, .30, .12, .03})]
	answered := at.plus(int(d.lognormal(70, 1.2)))
	if channel != "email" {
		answered = at.plus(d.IntN(3))
	}
	closed := t.closing(answered, d.lognormal(how.days, 1.1))
	minutes := math.Round(d.lognormal(how.minutes, .6)*2) / 2
	var promised any
	if k.topic == "CMP" {
		promised = t.cal.deadline(moment{at.day + 3, 17 * 60})
	}
	t.ledger.served(t.cal.month(at.day), minutes)
	t.next.ticket++
	t.put(deskTickets, numbered("T", 0, t.next.ticket), email, k.topic, channel, t.direction(k), t.opened(at), t.cal.stamp(answered), t.cal.stamp(closed), promised,
		minutes, int64(d.poisson(reopens(c))), t.justified(c, k), k.about, reference(k.order), null(k.sku), pick(d, agents))
	t.afterwards(c, email, closed, channel, k)
}

// closing is when a ticket is closed that was answered at a moment and takes so many
// days. One in some eighty lies twelve times as long, and one in ten of these is
// forgotten for good.
func (t *teller) closing(answered moment, days float64) moment {
	if t.e.chance(.012) {
		if (t.next.ticket+1)%10 == 0 {
			return moment{}
		}
		days *= 12
	}
	return answered.plus(int(1440 * days))
}

func reference(order int64) any {
	if order == 0 {
		return nil
	}
	return order
}

// opened writes the moment a ticket came in, broken in one ticket in so many.
func (t *teller) opened(at moment) any {
	if t.next.ticket%BadTicketEvery == 0 {
		return "0000-00-00 00:00:00"
	}
	return t.cal.stamp(at)
}

func (t *teller) direction(k *ticket) string {
	switch {
	case k.direction != "":
		return k.direction
	case t.e.chance(.05):
		return "O"
	}
	return "I"
}

func reopens(c *customer) float64 {
	if c.serial {
		return .35
	}
	return .06
}

func (t *teller) justified(c *customer, k *ticket) string {
	switch d := t.e; {
	case k.topic != "CMP" || d.chance(.1):
		return "?"
	case k.cause && d.chance(.9), !k.cause && !c.serial && d.chance(.5):
		return "J"
	}
	return "N"
}

// call tells the tickets that no order caused.
func (t *teller) call(c *customer, from, to extract.Day) {
	t.e.reset(t.o.Seed, t.d.Uint64())
	topics := []struct {
		topic string
		mean  float64
		about []string
	}{
		{"QST", .045 * c.caller, []string{"Allergens of a product", "Is it in stock", "Which pack sizes", "Recipe for the day", "Delivery times"}},
		{"OTH", .015 * c.caller, []string{"Change of address", "Password forgotten", "Crates to collect"}},
		{"CMP", complains(c), []string{"Substitution not agreed", "Invoice unclear", "Nobody calls back", "Item missing"}},
	}
	for _, k := range topics {
		for range t.e.poisson(k.mean) {
			if at := t.moment(t.workday(from, to)); c.here(at.day) {
				t.ticket(c, at, &ticket{topic: k.topic, about: pick(t.e, k.about), sku: t.aboutSome(c)})
			}
		}
	}
}

func complains(c *customer) float64 {
	if c.serial {
		return .35
	}
	return .006 * math.Exp(-.5*c.mood)
}

// aboutSome names a product that the customer buys, now and then.
func (t *teller) aboutSome(c *customer) string {
	if t.e.chance(.5) {
		return ""
	}
	return t.c.products[12*c.breadth[0]+c.entity%12].sku
}
