package match

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// ladder chooses among the records of one customer, which it holds in order of
// trust, change and key.
type ladder struct {
	m       *merging
	records []int32
	lineage []string
}

// offer is what one record has to say about a field or group.
type offer struct {
	value string // for counting who agrees; empty is no offer
	grade int    // the higher the more valid
	size  int    // how complete
}

// choose returns the record whose offer wins, or -1, and notes it.
func (l *ladder) choose(field string, of func(*extract.Party, int32) offer) int32 {
	offers := make([]offer, len(l.records))
	votes := map[string]int{}
	for n, i := range l.records {
		offers[n] = of(&l.m.t.parties[i], i)
		votes[offers[n].value]++
	}
	best := -1
	for n, o := range offers {
		if o.value != "" && (best < 0 || l.better(n, best, offers, votes) < 0) {
			best = n
		}
	}
	if best < 0 {
		return -1
	}
	l.lineage = append(l.lineage, field+"="+refText(l.m.t.parties[l.records[best]].Ref))
	return l.records[best]
}

// better climbs the rungs; records that are equal in all keep their order.
func (l *ladder) better(a, b int, offers []offer, votes map[string]int) int {
	x, y := offers[a], offers[b]
	p, q := &l.m.t.parties[l.records[a]], &l.m.t.parties[l.records[b]]
	return cmp.Or(
		cmp.Compare(y.grade, x.grade),
		cmp.Compare(l.m.trust[p.Source], l.m.trust[q.Source]),
		cmp.Compare(q.Changed, p.Changed),
		cmp.Compare(votes[y.value], votes[x.value]),
		cmp.Compare(y.size, x.size),
		cmp.Compare(a, b),
	)
}

// plainField chooses one text field.
func (l *ladder) plainField(name string, of func(*extract.Party) string) string {
	i := l.choose(name, func(p *extract.Party, _ int32) offer {
		s := strings.TrimSpace(of(p))
		return offer{value: s, grade: valid(s), size: len(s)}
	})
	if i < 0 {
		return ""
	}
	return strings.TrimSpace(of(&l.m.t.parties[i]))
}

func valid(s string) int {
	if blank(fold(s)) && fold(s) != "" {
		return 0
	}
	return 1
}

// names takes the whole name from one record.
func (l *ladder) names(c *transform.Customer) {
	if c.Type == extract.Company {
		c.Company = l.plainField("company", companyName)
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

// splitWritten parts a whole name and keeps it as written.
func splitWritten(whole string) (first, middle, last string) {
	if l, f, comma := strings.Cut(whole, ","); comma && generation(fold(f)) == "" {
		return strings.TrimSpace(f), "", strings.TrimSpace(l)
	}
	words := strings.Fields(whole)
	for len(words) > 1 && titles[fold(words[0])] {
		words = words[1:]
	}
	if len(words) < 2 {
		return "", "", strings.Join(words, " ")
	}
	from := len(words) - 1
	for from > 1 && (particles[fold(words[from-1])] || generation(fold(words[from])) != "" && from == len(words)-1) {
		from--
	}
	return words[0], strings.Join(words[1:from], " "), strings.Join(words[from:], " ")
}

// address takes street to country from one record and returns which, or -1.
func (l *ladder) address(c *transform.Customer) int32 {
	i := l.choose("address", func(p *extract.Party, i int32) offer {
		r := &l.m.t.recs[i]
		o := offer{value: fold(p.Street + " " + p.Street2 + " " + p.Zip + " " + p.City)}
		o.size = len(o.value)
		for _, known := range []bool{r.place != 0, r.place != 0, r.zip != 0, r.city != 0} { // a street counts double
			if known {
				o.grade++
			}
		}
		if o.value == "" {
			o.value = fold(p.Region + " " + p.Country)
		}
		return o
	})
	if i >= 0 {
		p := &l.m.t.parties[i]
		c.Street = joinLines(p.Street, p.Street2)
		c.Zip, c.City, c.Region, c.Country = strings.TrimSpace(p.Zip), strings.TrimSpace(p.City), strings.TrimSpace(p.Region), strings.TrimSpace(p.Country)
	}
	return i
}

func joinLines(lines ...string) string {
	var out []string
	for _, s := range lines {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

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
