package linkage

import (
	"slices"
	"strings"

	"clientele/transform/match/normal"
)

// firmWords is a company's name in words: names are compared far more often than
// there are names.
type firmWords struct {
	all, root wording // all words; those that do not tell companies of a group apart
}

// wording is words by their numbers.
type wording struct {
	words   []uint32 // in the order of the name
	sorted  []uint32 // in the order of their letters
	joined  string   // without blanks
	figures string   // the digits of it
}

// word is what is known of one word.
type word struct {
	figures bool // there are digits in it
	telling bool
}

// splitFirms takes the names of companies apart.
func (t *Table) splitFirms() {
	t.words, t.word = newTexts(), []word{{}}
	t.firmWords = make([]firmWords, t.company.len())
	for n, s := range t.company.each() {
		t.firmWords[n] = t.splitFirm(s)
	}
	t.words.seal()
	t.words.index = nil
}

func (t *Table) splitFirm(s string) (f firmWords) {
	var all, root []uint32
	for _, w := range strings.Fields(s) {
		n := t.words.name(w)
		if int(n) == len(t.word) {
			t.word = append(t.word, word{figures: normal.Digits(w) != "", telling: normal.Telling(w)})
		}
		all = append(all, n)
		if !t.word[n].telling {
			root = append(root, n)
		}
	}
	f.all = t.wording(all)
	f.root = f.all
	if len(root) < len(all) {
		f.root = t.wording(root)
	}
	return f
}

func (t *Table) wording(words []uint32) wording {
	w := wording{words: words, sorted: slices.Clone(words)}
	for _, n := range words {
		w.joined += t.words.of(n)
	}
	w.figures = normal.Digits(w.joined)
	slices.SortFunc(w.sorted, func(a, b uint32) int { return strings.Compare(t.words.of(a), t.words.of(b)) })
	return w
}
