package demo

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
