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

// address takes street to country from one record.
func (l *ladder) address(c *transform.Customer) {
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
