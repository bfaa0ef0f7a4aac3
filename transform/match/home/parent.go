package home

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match/normal"
)

// A firm is a company's name for finding its parent.
type firm struct {
	at    int32
	words []string
	name  string // the words together
}

// parents lists what a family of companies is known by.
type parents struct {
	customers []transform.Customer
	at        map[transform.CustomerID]int32
	named     map[string][]int32 // companies by whole name
	held      map[string]int     // how many companies have a word
	begin     map[string]int     // how many begin with words
}

// subsidiaries proposes a parent for companies whose sources name none: the company
// of the same name but for the words that tell a branch (its own town, a point of the
// compass, a number), or the holding of that name. The name must be one company's
// only. It returns how many were found.
func subsidiaries(customers []transform.Customer, at map[transform.CustomerID]int32) (found int) {
	p := &parents{customers: customers, at: at, named: map[string][]int32{}, held: map[string]int{}, begin: map[string]int{}}
	for _, f := range p.read() {
		parent, why := p.holdingOf(f)
		if parent < 0 {
			parent, why = p.shorter(f)
		}
		if parent >= 0 && !p.above(parent, customers[f.at].ID) {
			customers[f.at].Account, customers[f.at].AccountWhy = customers[parent].ID, "found: "+why
			found++
		}
	}
	return found
}

// generations is how far up parents are followed.
const generations = 20

// above reports whether a customer is among the parents of a company, so that nobody
// becomes their own.
func (p *parents) above(c int32, id transform.CustomerID) bool {
	for range generations {
		if p.customers[c].Account == id {
			return true
		}
		up, known := p.at[p.customers[c].Account]
		if !known {
			return false
		}
		c = up
	}
	return true
}

// read lists companies without a parent, and learns the names of all.
func (p *parents) read() (out []firm) {
	for c := range p.customers {
		one := &p.customers[c]
		if one.Type != extract.Company || one.Status == extract.PartyErased {
			continue
		}
		f := firm{at: int32(c), name: normal.Company(cmp.Or(one.Company, one.Name))}
		if f.words = strings.Fields(f.name); len(f.words) == 0 || normal.IsPlaceholder(f.name) {
			continue
		}
		p.named[f.name] = append(p.named[f.name], f.at)
		for n, w := range f.words {
			if !slices.Contains(f.words[:n], w) {
				p.held[w]++
			}
			p.begin[strings.Join(f.words[:n+1], " ")]++
		}
		if one.Account == "" {
			out = append(out, f)
		}
	}
	return out
}

// only returns the one company of a name, or -1.
func (p *parents) only(name string) int32 {
	if list := p.named[name]; len(list) == 1 {
		return list[0]
	}
	return -1
}

// holdings are the words that a parent's name has more than its houses'.
var holdings = []string{"holding", "holdings", "group", "gruppe", "groupe"}

// holdingOf returns the holding of a company's name.
func (p *parents) holdingOf(f firm) (int32, string) {
	if slices.Contains(holdings, f.words[len(f.words)-1]) || !p.particular(f.words) {
		return -1, ""
	}
	for _, word := range holdings {
		if at := p.only(f.name + " " + word); at >= 0 {
			return at, fmt.Sprintf("its name and %q", word)
		}
	}
	return -1, ""
}

// shorter returns the company whose name is the beginning of a company's, the longest
// there is, where the rest tells a branch or a mail domain of their own confirms it.
func (p *parents) shorter(f firm) (int32, string) {
	for n := len(f.words) - 1; n > 0; n-- {
		at, rest := p.only(strings.Join(f.words[:n], " ")), f.words[n:]
		if at < 0 || slices.Contains(holdings, rest[len(rest)-1]) {
			continue
		}
		if domain := p.domain(f.at); domain != "" && domain == p.domain(at) {
			return at, "the beginning of its name, and the mail domain " + domain
		}
		if p.particular(f.words[:n]) && p.branch(f.at, rest) {
			return at, fmt.Sprintf("its name without %q", strings.Join(rest, " "))
		}
	}
	return -1, ""
}

// particular reports whether a name is one family's: it has a word that no company
// has whose name begins otherwise. Gasthaus Simon is not, where there is a Pension
// Simon.
func (p *parents) particular(words []string) bool {
	if len(words) == 1 && len(words[0]) < 8 {
		return false
	}
	family := p.begin[strings.Join(words, " ")]
	return slices.ContainsFunc(words, func(w string) bool { return len(w) >= 5 && p.held[w] == family })
}

// branch reports whether words tell a house of a company from others of it.
func (p *parents) branch(c int32, words []string) bool {
	if strings.Join(words, " ") == normal.City(p.customers[c].City) {
		return true
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !normal.Telling(w) })
}

// domain returns the mail domain that is a company's own.
func (p *parents) domain(c int32) string {
	e := normal.ParseEmail(p.customers[c].Email)
	if e.Key == "" || e.Public {
		return ""
	}
	return e.Domain
}
