package match

import (
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// rest takes the fields that stand alone.
func (l *ladder) rest(c *transform.Customer) {
	l.born(c)
	c.TaxNumber = l.plainField("tax_number", func(p *extract.Party) string { return p.TaxNumber })
	c.RegisterNumber = l.plainField("register_number", func(p *extract.Party) string { return p.RegisterNumber })
	c.Segment = l.plainField("segment", func(p *extract.Party) string { return p.Segment })
	c.Territory = l.plainField("territory", func(p *extract.Party) string { return p.Territory })
	c.Rep = l.plainField("rep", func(p *extract.Party) string { return p.Rep })
	c.Language = l.plainField("language", func(p *extract.Party) string { return p.Language })
	l.account(c)
	l.acquired(c)
	l.exit(c)
}

func (l *ladder) born(c *transform.Customer) {
	i := l.choose("born", func(p *extract.Party, _ int32) offer {
		o := offer{value: p.Born.String(), grade: 2}
		if madeUpBirth(p.Born) {
			o.grade = 0
		} else if newYear(p.Born.Time()) {
			o.grade = 1
		}
		return o
	})
	if i >= 0 {
		c.Born = l.m.t.parties[i].Born
	}
}

// account is the customer that the party's account became.
func (l *ladder) account(c *transform.Customer) {
	of := func(p *extract.Party) transform.CustomerID {
		at, known := l.m.t.index[extract.Ref{Source: p.Source, ID: p.Account}]
		if p.Account == "" || !known || l.m.ids[at] == c.ID {
			return ""
		}
		return l.m.ids[at]
	}
	i := l.choose("account", func(p *extract.Party, _ int32) offer { return offer{value: string(of(p))} })
	if i >= 0 {
		c.Account = of(&l.m.t.parties[i])
	}
}

// acquired says how the customer was first won, from the earliest record that
// knows; the cost of winning is that record's too.
func (l *ladder) acquired(c *transform.Customer) {
	first := int32(-1)
	for _, i := range l.records {
		p := &l.m.t.parties[i]
		if p.AcquiredThrough == "" && !p.AcquisitionCost.Known {
			continue
		}
		if first < 0 || p.Created != 0 && (l.m.t.parties[first].Created == 0 || p.Created < l.m.t.parties[first].Created) {
			first = i
		}
	}
	if first >= 0 {
		p := &l.m.t.parties[first]
		c.AcquiredThrough, c.AcquisitionCost = strings.TrimSpace(p.AcquiredThrough), p.AcquisitionCost
		l.lineage = append(l.lineage, "acquired_through="+refText(p.Ref))
	}
}

// exit takes reason, competitor and day of the latest exit together.
func (l *ladder) exit(c *transform.Customer) {
	last := int32(-1)
	for _, i := range l.records {
		p := &l.m.t.parties[i]
		if p.ExitReason+p.Competitor != "" || p.ExitOn != 0 {
			if last < 0 || p.ExitOn > l.m.t.parties[last].ExitOn {
				last = i
			}
		}
	}
	if last >= 0 {
		p := &l.m.t.parties[last]
		c.ExitReason, c.Competitor, c.ExitOn = strings.TrimSpace(p.ExitReason), strings.TrimSpace(p.Competitor), p.ExitOn
		l.lineage = append(l.lineage, "exit="+refText(p.Ref))
	}
}
