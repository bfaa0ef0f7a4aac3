package normal

import (
	"slices"
	"strings"
)

// Name is a person's name for comparing.
type Name struct {
	First, Middle, Last string
	Generation          string // jr, sr, 2, 3, 4: what tells father from son
	Sex                 byte   // 'm' or 'f' where a title says so, otherwise 0
}

// PersonName returns a person's name for comparing, from its parts where the source
// has them, otherwise from the whole; a first or last name alone that holds a whole
// one is parted too. Titles, particles and what stands in brackets are left out.
func PersonName(prefix, name, first, middle, last, suffix string) Name {
	if quick, ok := plainName(prefix, first, middle, last, suffix); ok {
		return quick
	}
	var n Name
	n.prefix(prefix)
	n.suffix(suffix)
	first, middle, last = bare(first), bare(middle), bare(last)
	given, family := first, last
	switch {
	case first == "" && last == "":
		given, family = n.part(bare(name))
	case last == "" && wholeInFirst(first) || first == "" && wholeInLast(last):
		given, family = n.part(first + last)
	}
	n.given(spoken(given))
	n.family(spoken(family))
	n.middle(strings.Join(spoken(middle), " "))
	return n
}

// plainName is the short way for two parts of one plain word each.
func plainName(prefix, first, middle, last, suffix string) (Name, bool) {
	if prefix != "" || suffix != "" || middle != "" {
		return Name{}, false
	}
	f, l := lower(first), lower(last)
	if f == "" || l == "" || !isFolded(f) || !isFolded(l) || strings.Contains(f, " ") || strings.Contains(l, " ") || strings.HasPrefix(f, "abd") {
		return Name{}, false
	}
	return Name{First: givenUmlauts(f), Last: umlauts(l)}, true
}

// lower returns a short text of one word in lower case, unless its capitals part it,
// as in DeLuca.
func lower(s string) string {
	for i := 1; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' && isLetter(s[i-1]) {
			return s // not folded: the long way
		}
	}
	return strings.ToLower(s)
}

func (n *Name) prefix(s string) {
	if w := Squeeze(s); titles[w] {
		n.title(w) // Sig.ra
		return
	}
	for _, w := range words(s) {
		n.title(w)
	}
}

// title takes note of what a title says. "Mr and Mrs" says nothing.
func (n *Name) title(w string) {
	switch sex := sexOf(w); {
	case sex == 0 || n.Sex == 'x':
	case n.Sex == 0:
		n.Sex = sex
	case n.Sex != sex:
		n.Sex = 'x'
	}
}

func (n *Name) suffix(s string) {
	for _, w := range words(s) {
		if g := Generation(w); g != "" {
			n.Generation = g
		}
	}
}

// given sets the first name and what follows it.
func (n *Name) given(words []string) {
	for len(words) > 1 && titles[words[0]] {
		n.title(words[0])
		words = words[1:]
	}
	if n.Sex == 'x' {
		n.Sex = 0
	}
	words = n.cutGeneration(words)
	if i := slices.IndexFunc(words, joining); i > 0 {
		words = words[:i] // Anna and Karl: the first of a couple
	}
	if words = joinServant(words); len(words) == 0 {
		return
	}
	n.First = givenUmlauts(words[0])
	n.Middle = strings.Join(words[1:], " ")
}

func joining(w string) bool { return w == "and" || w == "und" || w == "et" }

func (n *Name) middle(s string) {
	switch {
	case s == "" || s == n.Middle:
	case n.Middle == "":
		n.Middle = s
	default:
		n.Middle += " " + s
	}
}

// family sets the last name without particles; a name of nothing but particles is
// one.
func (n *Name) family(words []string) {
	words = n.cutGeneration(joinHeads(words))
	if kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return particles[w] }); len(kept) > 0 {
		words = kept
	}
	n.Last = umlauts(strings.Join(words, " "))
}

func (n *Name) cutGeneration(words []string) []string {
	if len(words) > 1 {
		if g := Generation(words[len(words)-1]); g != "" {
			n.Generation, words = g, words[:len(words)-1]
		}
	}
	return words
}

// wholeInFirst reports whether a first name alone holds the last name too: its
// second word is no given name.
func wholeInFirst(first string) bool {
	w := words(first)
	return len(w) > 1 && (titles[w[0]] || strings.Contains(first, ",") || Groups(w[1]) == nil && len(w[1]) > 1)
}

// wholeInLast reports whether a last name alone holds the first name too: after a
// comma, or before as a name that is given.
func wholeInLast(last string) bool {
	w := words(last)
	return len(w) > 1 && (titles[w[0]] || strings.Contains(last, ",") || Groups(w[0]) != nil)
}

// words returns the folded words of a text.
func words(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Fields(Fold(s))
}

// Generation returns what tells father from son in one spelling, jr, sr, 2, 3, 4,
// or nothing. It takes a folded word.
func Generation(s string) string {
	switch s {
	case "jr", "junior", "jnr", "jun", "fils", "hijo", "filho", "figlio":
		return "jr"
	case "sr", "senior", "snr", "sen", "pere":
		return "sr"
	case "ii", "2nd":
		return "2"
	case "iii", "3rd":
		return "3"
	case "iv", "4th":
		return "4"
	}
	return ""
}
