package demo

import (
	"fmt"

	"clientele/extract"
)

// A registrar invents who exists and how each database writes them down, and
// keeps the truth about it.
type registrar struct {
	c          *Company
	taken      map[string]bool // e-mail addresses, looked up only
	desk       map[string]bool // addresses the helpdesk knows
	entities   int
	households int
	contacts   int64
	buildings  []face
	advisers   []string
	kinds      []float64
	lands      []float64
}

func newRegistrar(c *Company) *registrar {
	g := &registrar{c: c, taken: map[string]bool{}, desk: map[string]bool{}}
	for _, s := range segments {
		g.kinds = append(g.kinds, s.share)
	}
	for _, t := range territories {
		g.lands = append(g.lands, t.share)
	}
	return g
}

// register invents everybody.
func (g *registrar) register() {
	o := g.c.opts
	d := newDice(o.Seed, 21)
	g.neighbours(d)
	for len(g.c.customers) < o.Customers {
		g.newcomers(d)
	}
	g.c.customers = g.c.customers[:o.Customers]
	g.outsiders(d)
	for i := range g.c.customers {
		g.writeDown(newDice(o.Seed, 1_000+uint64(i)), i)
	}
	g.duplicate(newDice(o.Seed, 22))
	g.scale()
	g.visitors(newDice(o.Seed, 23))
	g.strangers(newDice(o.Seed, 24))
}

// neighbours invents the market halls and tax advisers that many firms share.
func (g *registrar) neighbours(d *dice) {
	for range 1 + g.c.opts.Customers/300 {
		home := pick(d, territories[d.weighted(g.lands)].cities)
		f := face{phone: landline(d, home)}
		f.address(d, home)
		g.buildings = append(g.buildings, f)
		g.advisers = append(g.advisers, g.fresh("buchhaltung", "steuerbuero-"+slug(pick(d, lastNames))+".de"))
	}
}

// newcomers adds a firm with its sister houses, or a private home.
func (g *registrar) newcomers(d *dice) {
	seg := d.weighted(g.kinds)
	terr := d.weighted(g.lands)
	g.households++
	if seg == household {
		g.home(d, terr)
		return
	}
	first := g.newFirm(d, seg, terr)
	if d.chance(Groups) {
		for range d.between(1, 3) {
			g.sister(d, first)
		}
	}
}

func (g *registrar) newFirm(d *dice, seg, terr int) face {
	home := pick(d, territories[terr].cities)
	f := g.firm(d, segments[seg], home)
	if d.chance(Switchboards) {
		b := pick(d, g.buildings)
		f.phone, f.street, f.zip, f.city, f.country = b.phone, b.street, b.zip, b.city, b.country
	}
	g.add(d, f, seg, terr, home)
	return f
}

// sister adds a house of the same group in another city.
func (g *registrar) sister(d *dice, first face) {
	seg, terr := g.c.customers[len(g.c.customers)-1].seg, d.IntN(export)
	home := pick(d, territories[terr].cities)
	f := g.firm(d, segments[seg], home)
	f.company = first.company + " " + home.name
	g.add(d, f, seg, terr, home)
}

// home adds the people of one private home.
func (g *registrar) home(d *dice, terr int) {
	place := pick(d, territories[terr].cities)
	head := g.person(d, place)
	g.add(d, head, household, terr, place)
	switch x := d.Float64(); {
	case x < Couples:
		g.relative(d, head, terr, place, true)
	case x < Couples+Families:
		for range d.between(1, 3) {
			g.relative(d, head, terr, place, false)
		}
	}
}

func (g *registrar) relative(d *dice, head face, terr int, place city, couple bool) {
	f := g.person(d, place)
	for f.first == head.first {
		f.first = pick(d, firstNames)
	}
	if d.chance(.8) {
		f.last = head.last
	}
	f.street, f.zip, f.city, f.phone = head.street, head.zip, head.city, head.phone
	if couple {
		f.email = head.email
	}
	g.add(d, f, household, terr, place)
}

// add makes a customer of a face, in the household begun last.
func (g *registrar) add(d *dice, f face, seg, terr int, home city) {
	g.entities++
	c := customer{face: f, home: home, seg: seg, terr: terr, entity: g.entities, household: g.households, status: isActive}
	c.behave(d, g.c.opts)
	g.c.customers = append(g.c.customers, c)
}

// outsiders adds staff, test accounts and sister companies, who are no customers.
func (g *registrar) outsiders(d *dice) {
	n := float64(g.c.opts.Customers)
	for range 1 + int(n*StaffShare) {
		g.households++
		g.add(d, g.person(d, territories[0].cities[0]), household, 0, territories[0].cities[0])
		g.last().status = isStaff
	}
	for i := range 1 + int(n*TestShare) {
		g.households++
		f := face{first: "Test", last: fmt.Sprintf("Test %d", i+1), email: "test@test.com", phone: "0000000", country: "DE"}
		g.add(d, f, household, 0, territories[0].cities[0])
		g.last().status = isTest
	}
	for i := range 1 + int(n*AffiliateShare) {
		g.households++
		f := g.firm(d, segments[3], territories[4].cities[0])
		f.company = fmt.Sprintf("Northgate Logistics %d GmbH", i+1)
		g.add(d, f, 3, 4, territories[4].cities[0])
		g.last().status = isAffiliate
	}
}

func (g *registrar) last() *customer { return &g.c.customers[len(g.c.customers)-1] }

// scale sets the customers' rates so that they order as often as the options ask.
func (g *registrar) scale() {
	o := g.c.opts
	if o.Orders == 0 {
		return
	}
	var expected float64
	for i := range g.c.customers {
		c := &g.c.customers[i]
		from, to := max(c.start, o.start()), o.AsOf
		if c.end != 0 {
			to = c.end
		}
		expected += c.rate * float64(max(0, to-from)) / 30.44
	}
	factor := o.Orders * float64(o.Customers) / expected
	for i := range g.c.customers {
		g.c.customers[i].rate *= factor
	}
}

// know records who a row of a database really is.
func (g *registrar) know(db, id string, entity, home int) {
	g.c.truth = append(g.c.truth, Identity{
		Ref: extract.Ref{Source: db, ID: id}, Entity: fmt.Sprintf("E%07d", entity), Household: fmt.Sprintf("H%07d", home),
	})
}
