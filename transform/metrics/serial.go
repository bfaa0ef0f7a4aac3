package metrics

import (
	"clientele/transform/model"
)

// complain finds serial complainers: at least three complaints within twelve
// months, and more than chance explains where everybody who bought complains at
// the common rate for the time they were customers: Poisson, at a false discovery
// rate of 1 % over all customers.
func (s *Set) complain() {
	var all, exposure float64
	for _, l := range s.lives {
		all += float64(l.row.Complaints)
		exposure += s.exposed(l)
	}
	if exposure == 0 {
		return
	}
	p := make([]float64, len(s.lives))
	for i, l := range s.lives {
		p[i] = model.PoissonAtLeast(l.row.Complaints, all/exposure*s.exposed(l))
	}
	for i, found := range model.Discoveries(p, .01) {
		s.lives[i].row.Serial = found && s.lives[i].row.Complaints >= 3
	}
}

// exposed returns the share of twelve months somebody was a customer, a twelfth at
// least.
func (s *Set) exposed(l *life) float64 {
	if len(l.days) == 0 {
		return 1. / 12
	}
	days := float64(s.win.asOf - max(l.days[0], s.win.year.From))
	return max(1./12, days/float64(s.win.asOf-s.win.year.From))
}
