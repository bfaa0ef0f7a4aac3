package home

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// A house is a company as one of a family may be.
type house struct {
	at    int32 // of the customer
	words []string
	name  string // the words together
	stem  string // without what tells houses of one company apart: their town, numbers, points of the compass
	own   string // its registered name, with the legal form
	rest  string // what stands behind that
	ties  []tie
}

// without returns what a name has beside its stem.
func (h *house) without(stem string) string {
	kept := strings.Fields(stem)
	var out []string
	for _, w := range h.words {
		if len(kept) > 0 && w == kept[0] {
			kept = kept[1:]
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// familiesOf reads all companies.
func familiesOf(p *people, at map[transform.CustomerID]int32, opts match.Options) *families {
	f := &families{
		customers: p.customers, at: at, named: map[string][]int32{}, legal: map[string][]int32{},
		held: map[string]int{}, begin: map[string]int{}, users: map[value][]int32{},
	}
	var houses []house
	for c := range p.customers {
		if h, named := houseOf(int32(c), &p.customers[c]); named {
			houses = append(houses, h)
		}
	}
	side(len(houses), func() func(int) {
		var streets normal.Streets
		return func(h int) { houses[h].ties = p.tiesOf(houses[h].at, opts, &streets) }
	})
	for _, h := range houses {
		f.enter(h)
	}
	return f
}

// houseOf reads a company's name; it reports whether there is one.
func houseOf(at int32, c *transform.Customer) (h house, named bool) {
	if c.Type != extract.Company || c.Status == extract.PartyErased {
		return h, false
	}
	written := cmp.Or(c.Company, c.Name)
	h = house{at: at, name: normal.Company(written)}
	if h.words = strings.Fields(h.name); len(h.words) == 0 || normal.IsPlaceholder(h.name) {
		return h, false
	}
	h.stem = stem(h.words, normal.City(c.City))
	h.own, h.rest = normal.Registered(written)
	return h, true
}

// stem returns a name without the town at its end and the words that tell one house
// from another; the whole name where nothing would be left.
func stem(words []string, town string) string {
	kept := words
	if n := len(strings.Fields(town)); n > 0 && n < len(words) && strings.Join(words[len(words)-n:], " ") == town {
		kept = words[:len(words)-n]
	}
	kept = slices.DeleteFunc(slices.Clone(kept), normal.Telling)
	return cmp.Or(strings.Join(kept, " "), strings.Join(words, " "))
}

// enter takes a house in.
func (f *families) enter(h house) {
	n := int32(len(f.houses))
	f.houses, f.root = append(f.houses, h), append(f.root, n)
	f.named[h.name] = append(f.named[h.name], n)
	if h.rest == "" {
		f.legal[h.own] = append(f.legal[h.own], n)
	}
	for n, w := range h.words {
		if !slices.Contains(h.words[:n], w) {
			f.held[w]++
		}
		f.begin[strings.Join(h.words[:n+1], " ")]++
	}
	for _, t := range h.ties {
		f.users[t.value] = append(f.users[t.value], n)
	}
}

// only returns the one house of a list, or -1.
func only(list []int32) int32 {
	if len(list) == 1 {
		return list[0]
	}
	return -1
}
