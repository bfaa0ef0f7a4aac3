package home

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/transform"
	"clientele/transform/match/normal"
)

// families are companies and what may make them one family: their names, and what
// they have in common besides.
type families struct {
	customers []transform.Customer
	at        map[transform.CustomerID]int32
	houses    []house
	named     map[string][]int32 // houses by whole name
	legal     map[string][]int32 // houses by registered name
	held      map[string]int     // how many houses have a word
	begin     map[string]int     // how many begin with words
	users     map[value][]int32  // houses by a tie
	root      []int32            // by house: a house of the same sisters, or itself
}

// settle gives companies whose sources name none the parent or the first sister that
// was found, and returns how many of each. A name alone says nothing: in a trade of
// everyday names most companies with the beginning of another's name are strangers.
func (f *families) settle() (subsidiaries, sisters int) {
	f.unite()
	for _, group := range f.groups() {
		first := f.first(group)
		for _, h := range group {
			if h == first {
				continue
			}
			switch role, why := f.of(h, first); {
			case role == "" || !f.give(h, first, role, why):
			case role == Sister:
				sisters++
			default:
				subsidiaries++
			}
		}
	}
	for h := range f.houses {
		if parent, why := f.parent(int32(h)); parent >= 0 && f.give(int32(h), parent, Subsidiary, why) {
			subsidiaries++
		}
	}
	return subsidiaries, sisters
}

// give enters a house under another, unless its source named an account or it would
// become its own.
func (f *families) give(h, under int32, role, why string) bool {
	c, over := &f.customers[f.houses[h].at], &f.customers[f.houses[under].at]
	if c.Account != "" || f.above(over, c.ID) {
		return false
	}
	c.Account, c.AccountRole, c.AccountWhy = over.ID, role, "found: "+why
	return true
}

// generations is how far up parents are followed.
const generations = 20

// above reports whether a customer is among the parents of a company, so that nobody
// becomes their own.
func (f *families) above(c *transform.Customer, id transform.CustomerID) bool {
	for range generations {
		if c.ID == id || c.Account == id {
			return true
		}
		up, known := f.at[c.Account]
		if !known {
			return false
		}
		c = &f.customers[up]
	}
	return true
}

// unite puts houses together that have a name but for what tells them apart, and a
// tie.
func (f *families) unite() {
	for h := range f.houses {
		f.cousins(int32(h), func(other int32, _ tie) {
			if x, y := f.rootOf(int32(h)), f.rootOf(other); x != y && f.areSisters(int32(h), other) {
				f.root[max(x, y)] = min(x, y)
			}
		})
	}
}

func (f *families) rootOf(h int32) int32 {
	for f.root[h] != h {
		f.root[h] = f.root[f.root[h]]
		h = f.root[h]
	}
	return h
}

// areSisters reports whether two houses have the same name but for what tells houses
// of one company apart, and are told apart.
func (f *families) areSisters(a, b int32) bool {
	x, y := &f.houses[a], &f.houses[b]
	return x.stem == y.stem && (x.name != y.name || f.otherNumbers(a, b))
}

// otherNumbers reports whether two houses are known to be two companies by their
// numbers in a register.
func (f *families) otherNumbers(a, b int32) bool {
	c, d := &f.customers[f.houses[a].at], &f.customers[f.houses[b].at]
	x, y := normal.Code(c.RegisterNumber), normal.Code(d.RegisterNumber)
	return x != "" && y != "" && x != y
}

// groups lists the sisters, those of each group in order.
func (f *families) groups() (out [][]int32) {
	at := make(map[int32]int)
	for h := range f.houses {
		root := f.rootOf(int32(h))
		if root == int32(h) {
			continue
		}
		n, known := at[root]
		if !known {
			n = len(out)
			at[root] = n
			out = append(out, []int32{root})
		}
		out[n] = append(out[n], int32(h))
	}
	return out
}

// first returns the holding of a group, or else the house whose name is the bare one;
// the one known longest where there are several or none.
func (f *families) first(group []int32) int32 {
	return slices.MinFunc(group, func(a, b int32) int {
		x, y := &f.houses[a], &f.houses[b]
		return cmp.Or(cmp.Compare(x.rank(), y.rank()), compareSince(&f.customers[x.at], &f.customers[y.at]))
	})
}

// rank is who comes first among houses of one stem.
func (h *house) rank() int {
	switch {
	case h.holds():
		return 0
	case h.name == h.stem:
		return 1
	}
	return 2
}

// of returns what a house is to the first of its group, and why.
func (f *families) of(h, first int32) (role, why string) {
	x, y := &f.houses[h], &f.houses[first]
	tie := f.tieWith(h)
	switch {
	case x.name == y.name && !f.otherNumbers(h, first):
		return "", "" // nobody knows whether they are two at all
	case x.name == y.name:
		return Sister, "the same name with other register numbers, and " + tie
	case y.holds():
		return Subsidiary, fmt.Sprintf("%q in both names, %q in the parent's, and %s", x.stem, y.words[len(y.words)-1], tie)
	case y.name == y.stem:
		return Subsidiary, fmt.Sprintf("its name without %q, and %s", x.without(y.stem), tie)
	}
	return Sister, fmt.Sprintf("%q in both names, and %s", x.stem, tie)
}

// tieWith says what a house has in common with another of its group.
func (f *families) tieWith(h int32) (said string) {
	best := tie{way: byNothing}
	f.cousins(h, func(other int32, t tie) {
		if t.way < best.way && f.rootOf(other) == f.rootOf(h) {
			best = t
		}
	})
	return best.words()
}
