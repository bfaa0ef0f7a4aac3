package golden

import (
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match/normal"
)

// addressUnit takes street to country from one record.
func addressUnit() unit {
	return unit{
		name: Address,
		offer: func(w *work, o *offer) {
			if w.trace {
				w.say(o, oneLine(o.party))
			} else if p := o.party; p.Street+p.Street2+p.Zip+p.City+p.Region+p.Country != "" {
				w.say(o, untold)
			}
		},
		grade: func(w *work, o *offer) { w.gradeAddress(o) },
		take: func(c *transform.Customer, o *offer) {
			p := o.party
			c.Street = joinLines(p.Street, p.Street2)
			c.Zip, c.City, c.Region, c.Country = strings.TrimSpace(p.Zip), strings.TrimSpace(p.City), strings.TrimSpace(p.Region), strings.TrimSpace(p.Country)
		},
	}
}

// gradeAddress grades a place: a street counts double, a postcode and a city once.
func (w *work) gradeAddress(o *offer) {
	p := o.party
	a := w.streets.Address(p.Street, p.Street2, p.Zip, p.City, p.Region, p.Country)
	place := a.Place()
	o.size, o.grade = int32(len(o.text)), 0
	if a.Street != "" { // Road and Rd are one address
		o.key = strings.Join([]string{place, a.Zip, a.City}, "\n")
	} else {
		o.key = normal.Fold(o.text)
	}
	if a.Street != "" && (!w.known(a.Street) || w.m.places[place]) {
		return // the company's own address, or a placeholder: the rest is no better
	}
	if a.Street != "" {
		o.grade += 2
	}
	if a.Zip != "" && !normal.IsPlaceholderZip(a.Zip) {
		o.grade++
	}
	if a.City != "" && w.known(a.City) {
		o.grade++
	}
	if o.grade > 0 || strings.TrimSpace(p.Region+p.Country) != "" {
		o.grade++ // a country is better than a placeholder
	}
}

// oneLine returns an address on one line.
func oneLine(p *extract.Party) string {
	town := strings.TrimSpace(strings.TrimSpace(p.Zip) + " " + strings.TrimSpace(p.City))
	return joinLines(p.Street, p.Street2, town, p.Region, p.Country)
}

func joinLines(lines ...string) string {
	out := make([]string, 0, 5)
	for _, s := range lines {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
