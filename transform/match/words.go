package match

import (
	"cmp"
	"slices"
	"strings"
)

// words says why a pair belongs together: "same e-mail and name".
func (g *grouping) words(e edge) string {
	pair := uint64(min(e.a, e.b))<<32 | uint64(max(e.a, e.b))
	if why := g.ties.why[pair]; why != "" {
		return why
	}
	if g.ties.find(e.a) == g.ties.find(e.b) {
		return "put together through other records"
	}
	return g.t.words(e.a, e.b)
}

// words says in which fields two places agree.
func (t *table) words(a, b int32) string {
	p := t.compare(t.order[a], t.order[b])
	return p.agreements(t.recs[t.order[a]].firm)
}

func (p *pattern) agreements(firm bool) string {
	var said []string
	if !firm {
		said = append(said, p.nameWords()...)
	}
	for _, f := range told {
		if firm || f != ofCompany {
			if w := p.fieldWords(f); w != "" {
				said = append(said, w)
			}
		} else if p[f].agrees() {
			said = append(said, "same employer")
		}
	}
	return join(said)
}

func (p *pattern) fieldWords(f field) string {
	switch {
	case f == ofPlace && p[f] == partly:
		return "same postcode"
	case f == ofPlace && p[f] == variant:
		return "same city"
	case f == ofEmail && p[f] == partly:
		return "a like e-mail"
	case levelWords[p[f]] == "":
		return ""
	}
	return levelWords[p[f]] + " " + fieldWords[f]
}

// told is the order in which fields are named; first and last name come before.
var told = []field{ofCompany, ofTax, ofRegister, ofEmail, ofPhone, ofPlace, ofCity, ofBirth, ofMiddle, ofGeneration}

func (p *pattern) nameWords() []string {
	first, last := p[ofFirst], p[ofLast]
	switch {
	case first == swapped:
		return []string{"names in each other's place"}
	case first == exact && last == exact:
		return []string{"same name"}
	}
	var said []string
	if w := levelWords[first]; w != "" {
		said = append(said, w+" first name")
	}
	if w := levelWords[last]; w != "" {
		said = append(said, w+" last name")
	}
	return said
}

var fieldWords = [fields]string{
	ofFirst: "first name", ofLast: "last name", ofMiddle: "middle name", ofGeneration: "generation", ofSex: "title", ofBirth: "date of birth", ofEmail: "e-mail",
	ofPhone: "phone", ofPlace: "address", ofTax: "tax number", ofRegister: "register number", ofCompany: "company name", ofCity: "city",
}

var levelWords = [levels]string{
	exact: "same", variant: "a variant of the", nearly: "nearly the same", partly: "partly the same", shared: "shared", swapped: "exchanged",
}

// join lists words as people do.
func join(said []string) string {
	switch len(said) {
	case 0:
		return "nothing"
	case 1:
		return said[0]
	}
	return strings.Join(said[:len(said)-1], ", ") + " and " + said[len(said)-1]
}

// doubts says what speaks against a pair, or that too little speaks for it.
func (t *table) doubts(i, j int32) string {
	p := t.compare(i, j)
	v := t.judge(i, j, &p)
	var against []string
	for f := range fields {
		if p[f] == differs || p[f] == rival || p[f] == clash {
			against = append(against, fieldWords[f])
		}
	}
	text := p.agreements(t.recs[i].firm)
	if len(against) > 0 {
		text += "; other " + join(against)
	}
	if v.thin {
		text += "; too few fields agree"
	}
	return text
}

// reviewList returns the pairs that stayed apart, each once, the strongest first.
func (t *table) reviewList(pairs []Pair, clusters [][]int32) []Pair {
	home := make([]int32, len(t.recs))
	for n, c := range clusters {
		for _, i := range c {
			home[i] = int32(n)
		}
	}
	for n, p := range pairs {
		if t.rank[p.A] > t.rank[p.B] {
			pairs[n].A, pairs[n].B = p.B, p.A
		}
	}
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(t.rank[a.A], t.rank[b.A]), cmp.Compare(t.rank[a.B], t.rank[b.B]), strings.Compare(b.Reason, a.Reason))
	})
	var out []Pair
	seen := map[[2]int32]bool{}
	for _, p := range pairs {
		homes := [2]int32{min(home[p.A], home[p.B]), max(home[p.A], home[p.B])}
		if homes[0] == homes[1] || seen[homes] {
			continue
		}
		seen[homes] = true
		if p.Reason == "" {
			p.Reason = t.doubts(p.A, p.B)
		}
		out = append(out, p)
	}
	return out
}
