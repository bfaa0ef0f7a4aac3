package linkage

import (
	"strings"

	"clientele/extract"
	"clientele/transform/match/normal"
	"clientele/transform/match/similar"
)

type mail struct {
	local  uint32
	domain uint32
}

// Table holds the records of a company as they are compared.
type Table struct {
	known []float64
	columns
	records []record
	order   []int

	asLast                                                              []uint32 // by first name: the same text as a last name
	nick                                                                [][]uint16
	days                                                                []int32
	zips                                                                [][3]string
	mails                                                               []mail
	locals                                                              *texts
	mailShared                                                          []bool
	phoneShared                                                         []bool
	firstLetters, lastLetters, streetLetters, cityLetters, localLetters []uint32
	homes                                                               []home
	roads                                                               *texts
	roadLetters                                                         []uint32
	mailCrowd, phoneCrowd, streetCrowd                                  []uint16
	placeLetters, jobLetters, employerLetters                           []uint32
}

func New() *Table {
	return &Table{columns: newColumns(), locals: newTexts(), roads: newTexts(), homes: []home{{}}, mails: []mail{{}}}
}

type home struct {
	name  uint32
	house string
}

func low(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

func digits(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func (t *Table) Add(p *extract.Party) {
	var r record
	r.first, r.middle, r.last = t.first.put(low(p.First)), t.middle.put(low(p.Middle)), t.last.put(low(p.Last))
	if p.Born != 0 {
		r.born = t.born.put(strings.ReplaceAll(p.Born.String(), "-", ""))
	}
	r.birthplace, r.occupation = t.birthplace.put(low(p.Birthplace)), t.occupation.put(low(p.Occupation))
	if e := low(p.Email); strings.Contains(e, "@") {
		r.email = t.email.put(e)
		if int(r.email) == len(t.mails) {
			l, d, _ := strings.Cut(e, "@")
			t.mails = append(t.mails, mail{t.locals.name(l), t.locals.name(d)})
		}
	}
	name, house, unit := normal.Street(p.Street, p.Street2)
	r.phones[0], r.phones[1] = t.phone.put(digits(p.Phone)), t.phone.put(digits(p.Mobile))
	r.street, r.zip, r.city = t.street.put(strings.TrimSpace(name+"|"+house+"|"+unit)), t.zip.put(low(p.Zip)), t.city.put(low(p.City))
	r.tax, r.register, r.employer = t.tax.put(low(p.TaxNumber)), t.register.put(low(p.RegisterNumber)), t.employer.put(low(p.Company))
	if name == "" {
		if r.street != 0 {
			t.street.count[r.street]--
			t.street.held--
		}
		r.street = 0
	} else if int(r.street) >= len(t.homes) {
		for len(t.homes) <= int(r.street) {
			t.homes = append(t.homes, home{})
		}
		t.homes[r.street] = home{t.roads.name(name), house}
	}
	t.records = append(t.records, r)
}

func letters(x *texts) []uint32 {
	out := make([]uint32, len(x.text))
	for i, s := range x.text {
		out[i] = similar.Letters(s)
	}
	return out
}

var nickGroups = [][]string{{"robert", "bob", "rob", "bobby"}, {"william", "bill", "will", "billy"}, {"elizabeth", "liz", "beth", "betty", "eliza"}, {"james", "jim", "jimmy"}, {"margaret", "peggy", "maggie", "meg"}, {"thomas", "tom", "tommy"}, {"michael", "mike"}, {"joseph", "joe"}, {"richard", "rick", "dick", "rich"}, {"charlotte", "lottie"}, {"alexander", "alex"}, {"benjamin", "ben"}, {"samuel", "sam"}, {"nicholas", "nick"}, {"matthew", "matt"}, {"joshua", "josh"}, {"isabella", "bella"}, {"jessica", "jess"}, {"edward", "ted", "ed"}, {"charles", "charlie", "chuck"}, {"henry", "harry"}, {"george", "georgie"}, {"john", "jack", "johnny"}}

func (t *Table) Seal() {
	t.firstLetters, t.lastLetters, t.streetLetters, t.cityLetters, t.localLetters = letters(t.first), letters(t.last), letters(t.street), letters(t.city), letters(t.locals)
	t.roadLetters = letters(t.roads)
	t.placeLetters, t.jobLetters, t.employerLetters = letters(t.birthplace), letters(t.occupation), letters(t.employer)
	t.asLast = make([]uint32, len(t.first.text))
	for i, s := range t.first.text {
		if i > 0 {
			t.asLast[i] = t.last.at[s]
		}
	}
	g := map[string][]uint16{}
	for n, names := range nickGroups {
		for _, s := range names {
			g[s] = append(g[s], uint16(n))
		}
	}
	t.nick = make([][]uint16, len(t.first.text))
	for i, s := range t.first.text {
		t.nick[i] = g[s]
	}
	t.days = make([]int32, len(t.born.text))
	for i, s := range t.born.text {
		if i > 0 {
			n := func(s string) (v int32) {
				for _, c := range s {
					v = v*10 + int32(c-'0')
				}
				return v
			}
			t.days[i] = n(s[:4])*365 + n(s[:4])/4 + n(s[4:6])*30 + n(s[6:8])
		}
	}
	t.zips = make([][3]string, len(t.zip.text))
	for i, s := range t.zip.text {
		t.zips[i] = zipParts(s)
	}
	t.mailShared, t.phoneShared = make([]bool, len(t.email.text)), make([]bool, len(t.phone.text))
	t.markShared()
	t.mailCrowd = t.crowds(t.email, func(r *record) uint32 { return r.email })
	t.phoneCrowd = t.crowds(t.phone, func(r *record) uint32 { return r.phones[0] })
	t.streetCrowd = t.crowds(t.street, func(r *record) uint32 { return r.street })
}

func zipParts(s string) [3]string {
	if out, _, ok := strings.Cut(s, " "); ok {
		k := 0
		for k < len(s) && s[k] >= 'a' && s[k] <= 'z' {
			k++
		}
		return [3]string{s[:k], out, s[:max(len(s)-2, 0)]}
	}
	return [3]string{s[:min(len(s), 2)], s[:min(len(s), 3)], s}
}

func (t *Table) nicks(x, y uint32) bool {
	s, z := t.first.text[x], t.first.text[y]
	if (len(s) == 1 || len(z) == 1) && s[0] == z[0] {
		return true
	}
	for _, a := range t.nick[x] {
		for _, b := range t.nick[y] {
			if a == b {
				return true
			}
		}
	}
	return false
}

func (t *Table) compatible(x, y uint32) bool {
	return x == y || t.nicks(x, y) || t.first.like(x, y, t.firstLetters, 0.85) >= 0.85
}

func (t *Table) markShared() {
	e, p := map[uint32][]uint32{}, map[uint32][]uint32{}
	note := func(m map[uint32][]uint32, sh []bool, v, f uint32) {
		if v == 0 || f == 0 || sh[v] {
			return
		}
		for _, g := range m[v] {
			if g == f {
				return
			}
			if !t.compatible(g, f) {
				sh[v] = true
				return
			}
		}
		m[v] = append(m[v], f)
	}
	for i := range t.records {
		r := &t.records[i]
		note(e, t.mailShared, r.email, r.first)
		note(p, t.phoneShared, r.phones[0], r.first)
		note(p, t.phoneShared, r.phones[1], r.first)
	}
}

// unexplained counts the letters of a mailbox name that the person's name does
// not explain.
func (t *Table) unexplained(m *mail, r *record) int {
	u := t.locals.text[m.local]
	for _, x := range []string{t.last.text[r.last], t.first.text[r.first]} {
		if len(x) > 2 {
			if k := strings.Index(u, x); k >= 0 {
				u = u[:k] + u[k+len(x):]
			}
		}
	}
	n := 0
	for i := range len(u) {
		if u[i] != '.' && u[i] != '_' && u[i] != '-' {
			n++
		}
	}
	return n
}

func partOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 3 || len(a) == len(b) {
		return false
	}
	k := strings.Index(b, a)
	return k == 0 && (b[len(a)] == ' ' || b[len(a)] == '-') || k > 0 && k+len(a) == len(b) && (b[k-1] == ' ' || b[k-1] == '-')
}
