package metrics

// An inside is what a scope's reader may see named: the scope's customers, the reps
// who look after them, and the territories they are in.
type inside struct {
	all          bool // the whole company: everything
	reps, places map[string]bool
}

// inside gathers who stands inside the scope.
func (c *cut) inside() inside {
	in := inside{all: c.whole, reps: map[string]bool{}, places: map[string]bool{}}
	if c.whole {
		return in
	}
	for _, l := range c.lives {
		in.reps[l.row.Rep], in.places[l.row.Territory] = true, true
	}
	if c.scope.Rep != "" {
		in.reps = map[string]bool{c.scope.Rep: true}
	}
	if c.scope.Territory != "" {
		in.places = map[string]bool{c.scope.Territory: true}
	}
	in.reps[""], in.places[""] = true, true
	return in
}

// enquiry names nobody outside: a customer's enquiry that went to another territory
// or rep stays the customer's, and whose it is stays untold.
func (in inside) enquiry(p Prospect) Prospect {
	if in.all || in.places[p.Territory] && in.reps[p.Rep] {
		return p
	}
	p.Elsewhere = true
	if !in.places[p.Territory] {
		p.Territory = ""
	}
	p.Rep = ""
	return p
}

// initiative leaves out who answers for an initiative where that is a rep outside.
func (in inside) initiative(g Graded, s staff) Graded {
	if !in.all && !in.reps[g.Owner] && s.employs(g.Owner) {
		g.Owner = ""
	}
	return g
}
