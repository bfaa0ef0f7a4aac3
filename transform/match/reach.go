package match

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
)

// reach is one e-mail or phone of a customer.
type reach struct {
	key   string // for comparing
	raw   string // as written
	grade int    // 3 own, 2 misspelt or made of another's, 1 shared, 0 placeholder
	votes int
	order int // place in the order of trust, change and key
	from  int32
}

// contacts keeps every e-mail and phone once, the primary ones first.
func (l *ladder) contacts(c *transform.Customer) {
	c.Email, c.Emails = l.reaches("email", l.emailsOf)
	c.Phone, c.Phones = l.reaches("phone", l.phonesOf)
}

func (l *ladder) reaches(field string, of func(i int32) []reach) (primary, all string) {
	var list []reach
	for order, i := range l.records {
		for _, r := range of(i) {
			at := slices.IndexFunc(list, func(x reach) bool { return x.key == r.key })
			if at < 0 {
				r.order, r.from = order, i
				list = append(list, r)
				at = len(list) - 1
			}
			list[at].votes++
		}
	}
	if len(list) == 0 {
		return "", ""
	}
	slices.SortStableFunc(list, l.compareReaches)
	if list[0].grade > 0 {
		list = slices.DeleteFunc(list, func(r reach) bool { return r.grade == 0 })
	}
	lines := make([]string, len(list))
	for n, r := range list {
		lines[n] = r.raw
	}
	l.lineage = append(l.lineage, field+"="+refText(l.m.t.parties[list[0].from].Ref))
	return lines[0], strings.Join(lines, "\n")
}

func (l *ladder) compareReaches(x, y reach) int {
	p, q := &l.m.t.parties[x.from], &l.m.t.parties[y.from]
	return cmp.Or(
		cmp.Compare(y.grade, x.grade),
		cmp.Compare(l.m.trust[p.Source], l.m.trust[q.Source]),
		cmp.Compare(q.Changed, p.Changed),
		cmp.Compare(y.votes, x.votes),
		cmp.Compare(x.order, y.order),
	)
}

func (l *ladder) emailsOf(i int32) []reach {
	p, r := &l.m.t.parties[i], &l.m.t.recs[i]
	raw := strings.TrimSpace(p.Email)
	if raw == "" {
		return nil
	}
	if r.email == 0 {
		return []reach{{key: strings.ToLower(raw), raw: raw}}
	}
	grade := 3
	switch {
	case l.m.t.email.crowd[r.email] > 1:
		grade = 1
	case r.guess != 0:
		grade = 2
	}
	return []reach{{key: l.m.t.email.text[r.email], raw: writtenEmail(raw), grade: grade}}
}

func (l *ladder) phonesOf(i int32) []reach {
	p, t := &l.m.t.parties[i], l.m.t
	var out []reach
	for _, raw := range []string{p.Phone, p.Mobile} {
		raw = strings.TrimSpace(raw)
		if raw == "" {
			continue
		}
		r := reach{key: squeeze(raw), raw: raw}
		if number := t.clean.known(raw, p); number != "" {
			r.key, r.grade = number, 3
			if t.phone.crowd[t.phone.number[number]] > 1 {
				r.grade = 1
			}
		}
		out = append(out, r)
	}
	return out
}

// known returns a number for comparing without counting it as met.
func (c *cleaner) known(raw string, p *extract.Party) string {
	if madeUpPhone(onlyDigits(raw)) {
		return ""
	}
	s := c.phones[c.country(p)+raw]
	if c.own[s] || c.words[squeeze(raw)] {
		return ""
	}
	return s
}
