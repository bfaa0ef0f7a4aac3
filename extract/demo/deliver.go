package demo

import (
	"math"
)

// ship tells how an order was delivered, and what came back.
func (t *teller) ship(o *sale) {
	d, land := t.e, territories[o.terr]
	promised := t.promise(o)
	sent := moment{promised, d.between(240, 420)}
	if o.terr == export {
		sent.day--
	}
	o.delivered = moment{promised, d.between(420, 900)}
	if o.late = d.chance(land.late); o.late {
		o.delivered = o.delivered.plus(1440 * d.between(1, 3))
	}
	t.shipment(o, sent, land.drop*d.lognormal(.95, .22)+.006*float64(o.net)/100)
	if d.chance(.02) {
		t.shipment(o, sent.plus(1440), land.drop*.8)
	}
	t.restless(o)
	if d.chance(sendsBack(o)) || o.state == orderReturned {
		t.sendBack(o)
	}
}

func (t *teller) shipment(o *sale, sent moment, cost float64) {
	cents := any(int64(math.Round(cost * 100)))
	if !t.cal.past(sent) {
		return
	}
	t.ledger.drop(t.cal.month(sent.day), cost)
	if t.e.chance(.03) {
		cents = nil
	}
	t.next.shipment++
	t.put(shopShipments, t.next.shipment, o.id, o.buyer, t.cal.unix(sent), compact(t.promise(o)), t.cal.unix(o.delivered), null(o.country), cents)
}

// sendsBack says how likely goods come back.
func sendsBack(o *sale) float64 {
	p := .022 * math.Exp(-.3*o.mood)
	if o.serial {
		p *= 3
	}
	if o.late {
		p += .03
	}
	return p
}

// sendBack tells a return; the money comes back with a credit note of a later day.
func (t *teller) sendBack(o *sale) {
	d := t.e
	at := o.delivered.plus(d.between(300, 6*1440))
	if !t.cal.past(at) || o.qty <= 0 {
		return
	}
	part := 1.0
	if o.qty > 1000 {
		part = math.Ceil(d.Float64()*float64(o.qty)/1000) * 1000 / float64(o.qty)
	}
	part = min(1, part)
	value := int64(math.Round(float64(o.worth) * part))
	qty := int64(math.Round(float64(o.qty) * part))
	reason := 1 + d.weighted([]float64{.34, .22, .20, .08, .16})
	if o.late && d.chance(.6) {
		reason = 4
	}
	t.next.back++
	t.ledger.back(t.cal.month(at.day))
	t.put(shopReturns, t.next.back, o.id, o.buyer, o.sku, t.cal.unix(at), qty, int64(reason), value)
	if o.state == orderShipped {
		o.backs(value, at, reason)
	}
	if d.chance(.55) {
		t.ticket(o.customer, at.plus(30), &ticket{topic: "CMP", order: o.id, sku: o.sku, cause: true, about: returnSubjects[reason-1]})
	}
}

var returnSubjects = []string{"Goods damaged", "Wrong item delivered", "Not what we wanted", "Came too late to use", "Quality not as agreed"}

// backs notes what a credit note will have to give back.
func (o *sale) backs(value int64, at moment, reason int) {
	o.credit, o.creditAt, o.creditFor = value, at, []string{"BE", "FA", "NG", "VS", "QU"}[reason-1]
}

// restless tells the calls about an order that is on its way.
func (t *teller) restless(o *sale) {
	d := t.e
	p := .11 * o.caller
	if o.late {
		p += .25
	}
	if d.chance(min(.9, p)) {
		day := o.at.plus(d.between(60, 1400))
		t.ticket(o.customer, day, &ticket{topic: "STA", order: o.id, about: "Where is my order"})
		if d.chance(.12) {
			t.ticket(o.customer, day.plus(15), &ticket{topic: "STA", order: o.id, about: "Ask the depot about an order", direction: "N"})
		}
	}
	q := .007 * math.Exp(-.5*o.mood)
	if o.late {
		q += .13
	}
	if o.serial {
		q = min(.6, q*7)
	}
	if d.chance(q) {
		t.ticket(o.customer, o.delivered.plus(d.between(20, 900)), &ticket{topic: "CMP", order: o.id, sku: o.sku, cause: o.late, about: t.grumble(o)})
	}
}

func (t *teller) grumble(o *sale) string {
	if o.late {
		return "Delivery late"
	}
	return pick(t.e, []string{"Substitution not agreed", "Substitution not agreed", "Item missing", "Driver unfriendly", "Price not as agreed", "Short shelf life"})
}
