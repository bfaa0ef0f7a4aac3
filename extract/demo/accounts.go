package demo

import (
	"fmt"
	"strings"

	"clientele/extract"
)

// The sources, named as in the configuration.
const (
	shop     = "shop"
	billing  = "billing"
	helpdesk = "helpdesk"
)

// The numbers each database counts from.
const (
	firstCustomer = 1001
	firstContact  = 501
	firstDebtor   = 10_001
	firstGuest    = 800_000_001
	deletedBuyer  = 9_000_001
)

// writeDown lets the three departments write a customer down.
func (g *registrar) writeDown(d *dice, i int) {
	c := &g.c.customers[i]
	g.close(d, c)
	g.openShop(d, c, int64(firstCustomer+i))
	if c.firm() {
		g.people(d, c)
	}
	if c.status != isErased && c.status != isTest && (c.firm() || !d.chance(MissingDebtors)) {
		g.openDebtor(d, c, int64(firstDebtor+i))
	}
	if c.status != isErased && c.status != isTest && d.chance(deskShare(c)) {
		g.openDesk(d, c)
	}
	g.agree(d, c)
}

// close settles what the shop knows of those who left.
func (g *registrar) close(d *dice, c *customer) {
	switch {
	case c.status != isActive || c.end == 0:
	case !c.firm() && d.chance(.06):
		c.status = isDeceased
	case d.chance(.3):
		c.status = isClosed
	}
	if c.status == isActive && d.chance(ErasedShare) {
		c.status = isErased
		c.end = max(c.start+1, min(g.c.opts.AsOf-30, c.start+400))
	}
}

func (g *registrar) openShop(d *dice, c *customer, id int64) {
	a := account{face: g.spoil(d, c.face, c.home), id: id, status: c.status}
	if c.firm() && d.chance(.55) {
		a.first, a.last = pick(d, firstNames), pick(d, lastNames)
	}
	if c.firm() && !d.chance(.4) {
		a.taxNo = ""
	}
	a.dates(d, c, g.c.opts)
	switch {
	case c.status == isErased:
		a.face = face{country: a.country}
	case (id-firstCustomer)%OddNameEvery == OddNameEvery-1 && c.firm():
		a.company = odd(int(id/OddNameEvery), a.company)
	case (id-firstCustomer)%OddNameEvery == OddNameEvery-1:
		a.last = odd(int(id/OddNameEvery), a.last)
	}
	c.shop = append(c.shop, a)
	g.know(shop, fmt.Sprint(id), c.entity, c.household)
}

// dates says when a row was made and last changed.
func (a *account) dates(d *dice, c *customer, o Options) {
	a.created = moment{c.start - extract.Day(d.IntN(4)), d.between(480, 1080)}
	a.changed = a.created.plus(d.IntN(200 * 1440))
	if a.changed.day >= o.AsOf {
		a.changed = a.created
	}
	if c.status == isClosed && c.end+30 < o.AsOf {
		a.changed = moment{c.end + 30, 600}
	}
}

func (g *registrar) openDebtor(d *dice, c *customer, id int64) {
	a := account{face: g.spoil(d, c.face, c.home), id: id, status: c.status}
	if c.firm() {
		a.email = "accounts@" + c.host()
		if d.chance(AdviserMailbox) {
			a.email = pick(d, g.advisers)
		}
	}
	if a.taxNo != "" && d.chance(.12) {
		a.taxNo = ""
	}
	a.last = strings.TrimSpace(a.first + " " + a.last)
	if c.seg == household && d.chance(ReversedNames) {
		a.last = c.last + ", " + c.first
	}
	a.dates(d, c, g.c.opts)
	c.debtors = append(c.debtors, a)
	g.know(billing, debtorID(id), c.entity, c.household)
}

func debtorID(id int64) string { return fmt.Sprintf("D%d", id) }
