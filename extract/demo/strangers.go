package demo

import (
	"fmt"

	"clientele/extract"
)

// A guest order is placed in the shop by somebody who does not log in.
type guest struct {
	face
	id       int64 // of the order
	day      extract.Day
	terr     int
	customer int // who it really was, -1: somebody new
}

// A prospect asks and never buys.
type prospect struct {
	face
	org       string
	terr, seg int
	entity    int
	asks      []extract.Day
}

// visitors invents the guest orders: new people, some of whom come back, and
// private customers who did not log in.
func (g *registrar) visitors(d *dice) {
	o := g.c.opts
	for k := range int(float64(o.Customers) * GuestShare) {
		v := guest{id: firstGuest + int64(k), day: o.start() + extract.Day(d.IntN(int(o.AsOf-o.start()))), customer: -1}
		entity, home := 0, 0
		if i := d.IntN(o.Customers); g.c.customers[i].seg == household && g.c.customers[i].status == isActive {
			c := &g.c.customers[i]
			v.face, v.terr, v.customer, entity, home = g.spoil(d, c.face, c.home), c.terr, i, c.entity, c.household
		} else if last := len(g.c.guests) - 1; last >= 0 && g.c.guests[last].customer < 0 && d.chance(.2) {
			v.face, v.terr, entity, home = g.c.guests[last].face, g.c.guests[last].terr, g.entities, g.households
		} else {
			g.entities++
			g.households++
			entity, home = g.entities, g.households
			v.terr = d.weighted(g.lands)
			place := pick(d, territories[v.terr].cities)
			v.face = g.spoil(d, g.person(d, place), place)
		}
		g.c.guests = append(g.c.guests, v)
		g.know(shop, fmt.Sprintf("G%d", v.id), entity, home)
	}
}

// strangers invents those who only ever ask.
func (g *registrar) strangers(d *dice) {
	o := g.c.opts
	span := int(o.AsOf - o.start())
	for range int(float64(o.Customers) * ProspectShare) {
		p := prospect{terr: d.weighted(g.lands), seg: d.weighted(g.kinds)}
		home := pick(d, territories[p.terr].cities)
		p.face = g.person(d, home)
		if p.seg != household {
			p.org = g.firm(d, segments[p.seg], home).company
		}
		g.entities++
		g.households++
		p.entity = g.entities
		first := int(float64(span) * d.Float64())
		for k := range 1 + d.poisson(.5) {
			if day := first + k*d.between(3, 60); day < span {
				p.asks = append(p.asks, o.start()+extract.Day(day))
			}
		}
		g.c.prospects = append(g.c.prospects, p)
		g.know(helpdesk, p.email, p.entity, g.households)
	}
}
