package demo

import (
	"fmt"
	"strings"

	"clientele/extract"
)

// A deskUser is an address the helpdesk knows.
type deskUser struct {
	email, name, phone, org, role string
	created, changed              moment
}

// deskShare says how likely a customer ever wrote to the helpdesk.
func deskShare(c *customer) float64 {
	if c.firm() {
		return .8
	}
	return .5
}

// openDesk lets the helpdesk know a customer by the addresses it writes from.
func (g *registrar) openDesk(d *dice, c *customer) {
	if !c.firm() {
		g.writer(c, g.alias(d, c.face), c.entity)
		return
	}
	c.org = fmt.Sprintf("O%d", c.shop[0].id-firstCustomer+100)
	g.know(helpdesk, c.org, c.entity, c.household)
	if d.chance(.6) || len(c.contacts) == 0 {
		g.writer(c, c.email, c.entity)
	}
	for _, p := range c.contacts {
		if d.chance(.6) {
			entity := p.entity
			if p.email == c.email {
				entity = c.entity
			}
			g.writer(c, p.email, entity)
		}
	}
	if len(c.desk) == 0 {
		g.writer(c, c.email, c.entity)
	}
}

// alias is the address a private person really writes from.
func (g *registrar) alias(d *dice, f face) string {
	if d.chance(.1) {
		return g.fresh(slug(f.last)+"."+slug(f.first), pick(d, mailHosts))
	}
	return f.email
}

// writer adds an address, unless somebody else already writes from it.
func (g *registrar) writer(c *customer, email string, entity int) {
	c.desk = append(c.desk, email)
	if !g.desk[email] {
		g.desk[email] = true
		g.know(helpdesk, email, entity, c.household)
	}
}

// deskUsers lists the helpdesk's rows for a customer; seen keeps an address from
// being written twice.
func (c *customer) deskUsers(d *dice, seen map[string]bool) []deskUser {
	var users []deskUser
	for _, email := range c.desk {
		if seen[email] {
			continue
		}
		seen[email] = true
		u := c.deskUser(d, email)
		u.created = moment{max(1, c.start) + extract.Day(d.IntN(20)), 600}
		u.changed = u.created.plus(d.IntN(1440))
		users = append(users, u)
	}
	return users
}

func (c *customer) deskUser(d *dice, email string) deskUser {
	u := deskUser{email: email, name: c.first + " " + c.last, phone: rewrite(d, c.phone), role: "P"}
	if c.firm() {
		u.name, u.org, u.role = c.company, c.org, "S"
		for _, p := range c.contacts {
			if p.email == email && email != c.email {
				u.name, u.phone, u.role = p.first+" "+p.last, p.mobile, "K"
			}
		}
	}
	if d.chance(MissingPhones) {
		u.phone = ""
	}
	if u.role != "S" && d.chance(.06) {
		u.name = email[:strings.IndexByte(email, '@')]
	} else if d.chance(NameTypos) {
		u.name = typo(d, u.name)
	}
	return u
}
