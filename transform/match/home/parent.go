package home

import (
	"fmt"
	"slices"
	"strings"

	"clientele/transform/match/normal"
)

// parent returns the parent of a house by its name, or -1: the one whose registered
// name its own begins with, the one with which it has a tie and whose name its own
// begins with, or the holding of its name.
func (f *families) parent(h int32) (int32, string) {
	for _, way := range []func(int32) (int32, string){f.registered, f.shorter, f.holding} {
		if parent, why := way(h); parent >= 0 {
			return parent, why
		}
	}
	return -1, ""
}

// registered returns the company whose registered name, legal form and all, stands in
// a name before its town or another word that tells a branch. The name must be one
// company's only.
func (f *families) registered(h int32) (int32, string) {
	x := &f.houses[h]
	if x.rest == "" || !f.branch(h, x.rest) {
		return -1, ""
	}
	return only(f.legal[x.own]), fmt.Sprintf("its registered name without %q", x.rest)
}

// branch reports whether words tell a house of a company from others of it.
func (f *families) branch(h int32, rest string) bool {
	if rest == normal.City(f.customers[f.houses[h].at].City) {
		return true
	}
	return !slices.ContainsFunc(strings.Fields(rest), func(w string) bool { return !normal.Telling(w) })
}

// shorter returns the company with whose name a name begins and with which it has a
// tie: the longest name, of several the one known longest.
func (f *families) shorter(h int32) (int32, string) {
	x, best, why := &f.houses[h], int32(-1), ""
	f.cousins(h, func(other int32, t tie) {
		y := &f.houses[other]
		if len(y.words) >= len(x.words) || !begins(x.name, y.name) || x.holds() {
			return
		}
		if best < 0 || f.nearer(other, best) {
			best, why = other, "the beginning of its name, and "+t.words()
		}
	})
	return best, why
}

// nearer reports whether one parent is to be preferred to another.
func (f *families) nearer(a, b int32) bool {
	x, y := &f.houses[a], &f.houses[b]
	if len(x.words) != len(y.words) {
		return len(x.words) > len(y.words)
	}
	return compareSince(&f.customers[x.at], &f.customers[y.at]) < 0
}

// holdings are the words that a parent's name has more than its houses'.
var holdings = []string{"holding", "holdings", "group", "gruppe", "groupe"}

// holds reports whether a company is a family's holding by its name.
func (h *house) holds() bool { return slices.Contains(holdings, h.words[len(h.words)-1]) }

// holding returns the holding of a company's name.
func (f *families) holding(h int32) (int32, string) {
	x := &f.houses[h]
	if x.holds() || !f.particular(x.words) {
		return -1, ""
	}
	for _, word := range holdings {
		if at := only(f.named[x.name+" "+word]); at >= 0 {
			return at, fmt.Sprintf("its name and %q", word)
		}
	}
	return -1, ""
}

// particular reports whether a name is one family's: it has a word that no company
// has whose name begins otherwise. Gasthaus Simon is not, where there is a Pension
// Simon.
func (f *families) particular(words []string) bool {
	if len(words) == 1 && len(words[0]) < 8 {
		return false
	}
	family := f.begin[strings.Join(words, " ")]
	return slices.ContainsFunc(words, func(w string) bool { return len(w) >= 5 && f.held[w] == family })
}
