package demo

import "clientele/extract"

// duplicate gives some customers a second account or debtor.
func (g *registrar) duplicate(d *dice) {
	n := len(g.c.customers)
	nextShop, nextDebtor := int64(firstCustomer+n), int64(firstDebtor+n)
	for i := range g.c.customers {
		c := &g.c.customers[i]
		if c.status == isErased || c.status == isTest {
			continue
		}
		if d.chance(ShopDuplicates) {
			g.again(d, c, nextShop)
			nextShop++
		}
		if len(c.debtors) > 0 && d.chance(BillingDuplicates) {
			g.openDebtor(d, c, nextDebtor)
			nextDebtor++
		}
	}
}

// again opens a second shop account, as people do who forgot their password.
func (g *registrar) again(d *dice, c *customer, id int64) {
	truly := c.face
	if c.seg == household && d.chance(.5) {
		c.email = g.fresh(slug(c.first)+"."+slug(c.last), pick(d, mailHosts))
	}
	if d.chance(.25) {
		c.address(d, c.home)
	}
	c.misspellSometimes(d)
	g.openShop(d, c, id)
	c.face = truly
	a := &c.shop[len(c.shop)-1]
	later := c.start + 30 + extract.Day(d.IntN(500))
	a.created, a.changed = moment{min(later, g.c.opts.AsOf-1), 700}, moment{min(later, g.c.opts.AsOf-1), 720}
	if d.chance(DeclaredMerges) {
		a.merged = c.shop[0].id
	}
}

func (f *face) misspellSometimes(d *dice) {
	if d.chance(.35) {
		f.misspell(d)
	}
}
