package golden

import (
	"hash/maphash"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// shared is the mailboxes and numbers that others use as well.
type shared struct {
	emails, phones map[string]bool // for comparing, as matching found them
	tails          map[string]bool // the last digits of these numbers and of the company's own
	seed           maphash.Seed
	holders        map[uint64]*holder // by hash as written, of values some customer has a choice about
	met            []uint64           // a bit for each hash in holders: most values are in none, and this tells so from the cache
}

// holder is who uses a value: one customer, or others too.
type holder struct {
	customer int32 // its cluster
	first    int32 // its first record with a name
	others   bool
}

func (s *shared) email(key, text string) bool {
	return s.emails[key] || s.others(s.emailHash(text))
}

func (s *shared) others(hash uint64) bool {
	h := s.holders[hash]
	return h != nil && h.others
}

func (s *shared) emailHash(text string) uint64 {
	return maphash.String(s.seed, "@"+strings.ToLower(text))
}

// phoneHash looks at the last nine digits, which are the same with and without a
// country code.
func (s *shared) phoneHash(text string) uint64 {
	var last uint64
	n := 0
	for i := len(text) - 1; i >= 0 && n < 9; i-- {
		if c := text[i]; '0' <= c && c <= '9' {
			last, n = last*10+uint64(c-'0'), n+1
		}
	}
	if n < 6 {
		return 0
	}
	return last + 1
}

// findShared looks up who else uses the mailboxes and numbers of customers that have
// more than one: only there it matters which is their own. Others are people whose
// given names, or companies whose names, do not fit.
func (m *merging) findShared(res match.Result) {
	s := &m.common
	s.emails, s.phones, s.tails, s.seed, s.holders = map[string]bool{}, map[string]bool{}, map[string]bool{}, maphash.MakeSeed(), map[uint64]*holder{}
	for _, v := range res.Shared {
		switch v.Field {
		case "email":
			s.emails[v.Value] = true
		case "phone":
			s.phones[v.Value] = true
			s.tails[tail(normal.Digits(v.Value))] = true
		}
	}
	for number := range m.own {
		s.tails[tail(normal.Digits(number))] = true
	}
	of, choice := make([]int32, len(m.parties)), make([]bool, len(res.Clusters))
	for c, cluster := range res.Clusters {
		for _, i := range cluster {
			of[i] = int32(c)
		}
		choice[c] = len(cluster) > 1 && m.choice(cluster)
	}
	for _, i := range m.order { // in this order, so that who is first does not depend on the input's
		if choice[of[i]] {
			m.hold(of[i], i)
		}
	}
	if len(s.holders) == 0 {
		return
	}
	for _, i := range m.order {
		for _, hash := range m.reaches(i) {
			if s.met[hash>>6%uint64(len(s.met))]>>(hash&63)&1 == 0 {
				continue
			}
			if h := s.holders[hash]; h != nil && !h.others && h.customer != of[i] {
				h.others = m.strangers(h.first, i)
			}
		}
	}
}

// hold enters the values of a record whose customer has a choice.
func (m *merging) hold(c, i int32) {
	for _, hash := range m.reaches(i) {
		switch h := m.common.holders[hash]; {
		case hash == 0:
		case h == nil:
			if m.common.met == nil {
				m.common.met = make([]uint64, 1<<17)
			}
			m.common.met[hash>>6%uint64(len(m.common.met))] |= 1 << (hash & 63)
			m.common.holders[hash] = &holder{customer: c, first: i}
		case h.customer == c && m.given(h.first) == "":
			h.first = i
		}
	}
}

// choice reports whether records differ in their mailboxes or numbers.
func (m *merging) choice(cluster []int32) bool {
	first := m.reaches(cluster[0])
	for _, i := range cluster[1:] {
		if m.reaches(i) != first {
			return true
		}
	}
	return first[1] != 0 && first[2] != 0 && first[1] != first[2]
}

func (m *merging) reaches(i int32) (out [3]uint64) {
	p := &m.parties[i]
	if p.Email != "" {
		out[0] = m.common.emailHash(normal.WrittenEmail(p.Email))
	}
	out[1], out[2] = m.common.phoneHash(p.Phone), m.common.phoneHash(p.Mobile)
	return out
}

// strangers reports whether two records' names do not fit: a company and its people
// share what is theirs, and who has no name may be anybody.
func (m *merging) strangers(a, b int32) bool {
	x, y := m.given(a), m.given(b)
	return x != "" && y != "" && x[0] == y[0] && x != y && !normal.Alike(x[1:], y[1:]) && !initial(x[1:], y[1:])
}

func initial(a, b string) bool {
	return (len(a) == 1 || len(b) == 1) && a[0] == b[0]
}

// given returns the given name of a person after a p, the name of a company after a c.
func (m *merging) given(i int32) string {
	p := &m.parties[i]
	if p.Status == extract.PartyErased {
		return ""
	}
	if match.IsFirm(p) {
		return mark("c", normal.Company(match.CompanyName(p)))
	}
	return mark("p", normal.PersonName(p.Prefix, p.Name, p.First, p.Middle, p.Last, p.Suffix).First)
}

func mark(kind, name string) string {
	if normal.IsPlaceholder(name) {
		return ""
	}
	return kind + name
}
