package match

import (
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// names takes the whole name from one record.
func (l *ladder) names(c *transform.Customer) {
	if c.Type == extract.Company {
		c.Company = l.plainField("company", CompanyName)
		c.Name = c.Company
		return
	}
	i := l.choose("name", func(p *extract.Party, i int32) offer { return l.m.nameOffer(p, i) })
	if i >= 0 {
		p := &l.m.t.parties[i]
		c.First, c.Last = strings.TrimSpace(p.First), strings.TrimSpace(p.Last)
		if c.First == "" && c.Last == "" {
			first, _, last := splitWritten(p.Name)
			c.First, c.Last = first, last
		}
		c.Name = addressed(p)
	}
	c.Company = l.plainField("company", func(p *extract.Party) string { return p.Company })
}

// nameOffer grades a name: both parts known, written out, each in its place.
func (m *merging) nameOffer(p *extract.Party, i int32) offer {
	r := &m.t.recs[i]
	whole := addressed(p)
	first, last := m.t.first.text[r.first], m.t.last.text[r.last]
	o := offer{value: fold(whole), size: len(whole)}
	for _, good := range []bool{r.first != 0, r.last != 0, len(first) > 1, !m.t.nicks.known(last) || m.t.nicks.known(first)} {
		if good {
			o.grade++
		}
	}
	return o
}

// addressed returns a name as a letter would be addressed.
func addressed(p *extract.Party) string {
	if strings.TrimSpace(p.First+p.Last) == "" {
		return strings.TrimSpace(p.Name)
	}
	parts := []string{p.Prefix, p.First, p.Middle, p.Last, p.Suffix}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
