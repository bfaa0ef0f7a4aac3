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
