package locale

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A template is a text with parts: {1}, {2}. lits are the words around the parts, one more than there are parts.
type template struct {
	lits   []string
	to     string
	weight int // letters in lits
}

var part = regexp.MustCompile(`\{(\d+)\}`)

func compiled(id, to string) *template {
	t := &template{lits: part.Split(id, -1), to: to}
	for _, s := range t.lits {
		for _, r := range s {
			if unicode.IsLetter(r) {
				t.weight++
			}
		}
	}
	return t
}

// partsOf lists the parts of a text in order.
func partsOf(s string) []string {
	found := part.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// filled puts parts in their places.
func (t *template) filled(parts []string) string {
	return part.ReplaceAllStringFunc(t.to, func(s string) string {
		n, err := strconv.Atoi(s[1 : len(s)-1])
		if err != nil || n < 1 || n > len(parts) {
			return s
		}
		return parts[n-1]
	})
}

// rarest is the longest word of the template, by which it is looked up.
func (t *template) rarest() string {
	longest := ""
	for i, s := range t.lits {
		words := wordsOf(s)
		for j, w := range words {
			// a word that touches a part may be half of a longer one
			if i > 0 && j == 0 && strings.HasPrefix(s, w) || i < len(t.lits)-1 && j == len(words)-1 && strings.HasSuffix(s, w) {
				continue
			}
			if len(w) > len(longest) {
				longest = w
			}
		}
	}
	return longest
}

// joins reports whether the template may go on with a sentence that was begun: ", {1} last year", "and {1} of profit".
func (t *template) joins() bool {
	r := first(t.lits[0])
	return strings.ContainsRune(",;.:(", r) && r != 0 || len(t.lits[0]) > 2 && unicode.IsLower(r) && len(t.lits) > 1
}

// lead is how the template goes on with a sentence.
func (t *template) lead() string {
	if r := first(t.lits[0]); r == '(' || unicode.IsLower(r) {
		return " " + t.lits[0]
	}
	return t.lits[0]
}

// renumbered counts the parts of a text from one on, and those of its translation alike.
func renumbered(id, to string) (newID, newTo string) {
	at := map[string]string{}
	newID = part.ReplaceAllStringFunc(id, func(s string) string {
		if at[s] == "" {
			at[s] = "{" + strconv.Itoa(len(at)+1) + "}"
		}
		return at[s]
	})
	return newID, part.ReplaceAllStringFunc(to, func(s string) string { return at[s] })
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// wordsOf splits a text into its words.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}
