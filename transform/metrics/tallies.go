package metrics

import (
	"cmp"
	"slices"

	"clientele/transform"
)

// tallies counts a word of the customers a rule picks, most frequent first.
func (c *cut) tallies(word func(*transform.Figures) string, in func(*transform.Figures) bool) []Tally {
	t := tallier{}
	for _, l := range c.lives {
		if r := l.row; in(r) {
			t.add(word(r), r.RevenueBefore)
		}
	}
	return t.list()
}

// A tallier counts words.
type tallier map[string]Tally

func (t tallier) add(word string, amount Money) {
	was := t[word]
	t[word] = Tally{word, was.Count + 1, was.Amount + amount}
}

// list returns the words, most frequent first, then by the word.
func (t tallier) list() []Tally {
	out := make([]Tally, 0, len(t))
	for _, x := range t {
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b Tally) int { return cmp.Or(-cmp.Compare(a.Count, b.Count), cmp.Compare(a.Name, b.Name)) })
	return out
}
