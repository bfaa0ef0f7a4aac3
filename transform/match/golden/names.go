package golden

import (
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// nameUnit takes a person's whole name from one record.
func nameUnit() unit {
	return unit{
		name:  Name,
		offer: func(w *work, o *offer) { w.say(o, addressed(o.party)) },
		grade: func(w *work, o *offer) { w.gradeName(o) },
		take: func(c *transform.Customer, o *offer) {
			p := o.party
			c.First, c.Last = strings.TrimSpace(p.First), strings.TrimSpace(p.Last)
			if c.First == "" && c.Last == "" {
				c.First, _, c.Last = normal.WrittenName(p.Name)
			}
			c.Name = o.text
		},
	}
}

// gradeName grades a name: both parts known, written out, each in its place.
func (w *work) gradeName(o *offer) {
	p := o.party
	n := normal.PersonName(p.Prefix, p.Name, p.First, p.Middle, p.Last, p.Suffix)
	o.key, o.size = normal.Fold(o.text), int32(len(o.text))
	first, last := w.known(n.First), w.known(n.Last)
	if !first && !last {
		o.grade = 0
		return
	}
	o.grade = 1
	for _, good := range []bool{first, last, len(n.First) > 1, len(normal.Groups(n.Last)) == 0 || len(normal.Groups(n.First)) > 0} {
		if good {
			o.grade++
		}
	}
}

// known reports whether a folded text is more than a placeholder.
func (w *work) known(folded string) bool {
	return !normal.IsPlaceholder(folded) && !w.m.own(folded)
}

// own reports whether a folded text is one of the company's own words for "not known".
func (m *merging) own(folded string) bool {
	return len(m.words) > 0 && m.words[strings.ReplaceAll(folded, " ", "")]
}

// addressed returns a name as a letter would be addressed.
func addressed(p *extract.Party) string {
	if strings.TrimSpace(p.First) == "" && strings.TrimSpace(p.Last) == "" {
		return strings.TrimSpace(p.Name)
	}
	out := make([]byte, 0, 48)
	for _, part := range [...]string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix} {
		for word := range strings.FieldsSeq(part) {
			if len(out) > 0 {
				out = append(out, ' ')
			}
			out = append(out, word...)
		}
	}
	return string(out)
}

// companyUnit takes a company's name; a company's is the name of the customer too.
func companyUnit() unit {
	return unit{
		name:  Company,
		offer: func(w *work, o *offer) { w.say(o, w.companyOf(o.party)) },
		grade: func(w *work, o *offer) { w.gradeText(o, Company) },
		take: func(c *transform.Customer, o *offer) {
			if c.Company = o.text; c.Type == extract.Company {
				c.Name = o.text
			}
		},
	}
}

// companyOf returns the name of a company, or of the one a person works for.
func (w *work) companyOf(p *extract.Party) string {
	if w.customer.Type == extract.Company {
		return match.CompanyName(p)
	}
	return p.Company
}
