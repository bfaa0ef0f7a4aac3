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

// wording is where some words are. All of them lie beside each other: of names there
// are many.
type wording struct {
	from, size      uint32 // in the list of all words: in the order of the name, then in that of their letters
	joined, figures uint32 // among the spellings: without blanks; the digits of it
}

// spellings are the words of all names.
type spellings struct {
	list  []uint32 // by their numbers
	texts arena
}

func (s *spellings) words(w wording) []uint32  { return s.list[w.from:][:w.size] }
func (s *spellings) sorted(w wording) []uint32 { return s.list[w.from+w.size:][:w.size] }
func (s *spellings) joined(w wording) string   { return s.texts.text(w.joined) }
func (s *spellings) figures(w wording) string  { return s.texts.text(w.figures) }

// word is what is known of one word.
type word struct {
	figures bool // there are digits in it
	telling bool
}

// splitFirms takes the names of companies apart.
func (t *Table) splitFirms() {
	t.words, t.word, t.spelt = newTexts(), []word{{}}, spellings{}
	t.spelt.texts.add("") // what no figures are
	t.firmWords = make([]firmWords, t.company.len())
	for n, s := range t.company.each() {
		t.firmWords[n] = t.splitFirm(strings.Fields(s))
	}
	t.words.seal()
	t.words.index = nil
}

func (t *Table) splitFirm(name []string) (f firmWords) {
	var all, root []uint32
	for _, w := range name {
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

// wording takes words in.
func (t *Table) wording(words []uint32) wording {
	s := &t.spelt
	var joined strings.Builder
	for _, n := range words {
		joined.WriteString(t.words.of(n))
	}
	w := wording{from: uint32(len(s.list)), size: uint32(len(words)), joined: s.texts.add(joined.String())}
	if figures := normal.Digits(joined.String()); figures != "" {
		w.figures = s.texts.add(figures)
	}
	s.list = append(append(s.list, words...), words...)
	slices.SortFunc(s.sorted(w), func(a, b uint32) int { return strings.Compare(t.words.of(a), t.words.of(b)) })
	return w
}
