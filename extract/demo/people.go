package demo

import "fmt"

// people invents the contacts of a firm.
func (g *registrar) people(d *dice, c *customer) {
	jobs := []string{"Owner", "Kitchen", "Purchasing", "Accounts"}
	for k := range min(len(jobs), d.poisson(.5+min(2, c.rate*c.basket/900))) {
		p := contact{face: face{first: pick(d, firstNames), last: pick(d, lastNames)}, job: jobs[k], id: firstContact + g.contacts}
		p.salute = pick(d, []string{"Herr", "Frau", ""})
		p.phone, p.country = rewrite(d, c.phone), c.country
		p.mobile = fmt.Sprintf("%s1%d%d %07d", national(c.country), d.between(5, 7), d.IntN(10), d.IntN(10_000_000))
		p.email = g.contactMail(d, c, p)
		p.changed = c.shop[0].changed
		g.contacts++
		g.entities++
		p.entity = g.entities
		c.contacts = append(c.contacts, p)
		g.know(shop, fmt.Sprintf("C%d", p.id), p.entity, c.household)
	}
}

func (g *registrar) contactMail(d *dice, c *customer, p contact) string {
	switch {
	case !d.chance(SharedMailboxes):
		return g.fresh(slug(p.first)+"."+slug(p.last), c.host())
	case p.job == "Accounts":
		return "accounts@" + c.host()
	}
	return c.email
}
