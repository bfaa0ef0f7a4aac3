package home

import (
	"strings"

	"clientele/transform/match/similar"
)

// A surname is a last name that customers have.
type surname struct {
	text    string // as normalised
	holders int32  // customers who have it
}

// countLasts counts how many customers have each last name, and notes how it is
// written.
func (p *people) countLasts() {
	p.surnameOf = map[value]int32{}
	var bearers []int32 // a record for each name
	for c := range p.clusters {
		lasts := p.lasts.of(int32(c))
		for _, last := range lasts {
			n, known := p.surnameOf[last]
			if !known {
				n = int32(len(p.surnames))
				p.surnameOf[last] = n
				p.surnames = append(p.surnames, surname{})
				bearers = append(bearers, p.bearer(int32(c), last))
			}
			p.surnames[n].holders++
		}
		p.counted += min(len(lasts), 1)
	}
	side(len(bearers), func() func(int) {
		return func(n int) { p.surnames[n].text = personName(&p.parties[bearers[n]]).Last }
	})
}

// bearer returns the record of a customer that says a last name.
func (p *people) bearer(c int32, last value) int32 {
	for _, i := range p.clusters[c] {
		if p.facts[i].last == last {
			return i
		}
	}
	return p.clusters[c][0] // a customer has no last name that none of the records says
}

// holders returns how many customers have a last name.
func (p *people) holders(last value) int32 { return p.surnames[p.surnameOf[last]].holders }

// alike reports whether two customers have one last name, perhaps misspelt or part
// of a double one.
func (p *people) alike(a, b int32) bool {
	if p.shareLast(a, b) || meet(p.lasts.of(a), p.given.of(b)) && meet(p.given.of(a), p.lasts.of(b)) {
		return true
	}
	if len(p.lasts.of(a)) == 0 || len(p.lasts.of(b)) == 0 {
		return false
	}
	return likeLast(p.written(p.lasts.of(a)[0]), p.written(p.lasts.of(b)[0]))
}

// shareLast reports whether two customers have a last name in common.
func (p *people) shareLast(a, b int32) bool { return meet(p.lasts.of(a), p.lasts.of(b)) }

// written returns a last name as normalised.
func (p *people) written(last value) string { return p.surnames[p.surnameOf[last]].text }

// likeLast reports whether two different last names are a typing mistake apart, or one
// is part of the other.
func likeLast(a, b string) bool {
	if min(len(a), len(b)) >= 5 && similar.OneSlip(a, b) {
		return true
	}
	if strings.IndexByte(a, ' ') < 0 && strings.IndexByte(b, ' ') < 0 {
		return false // as most are
	}
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) == len(y) {
		return false
	}
	for _, w := range x {
		for _, v := range y {
			if w == v && len(w) >= 4 {
				return true
			}
		}
	}
	return false
}
