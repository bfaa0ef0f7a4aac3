package linkage

import (
	"slices"

	"clientele/transform/match/normal"
	"clientele/transform/match/similar"
)

func (t *Table) compareFirm(a, b *record) uint8 {
	x, y := a.company, b.company
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return firmSame
	}
	f, g := &t.firmWords[x], &t.firmWords[y]
	switch {
	case t.sameWords(f.all, g.all):
		return firmNear
	case within(t.spelt.words(f.all), t.spelt.words(g.all)), t.sameRoot(f, g):
		return firmPart
	}
	return firmDiffers
}

// sameRoot reports whether two names have the same words but for those that tell
// companies of a group apart.
func (t *Table) sameRoot(f, g *firmWords) bool {
	return (f.tells() || g.tells()) && f.root.size > 0 && g.root.size > 0 && t.sameWords(f.root, g.root)
}

// tells reports whether there are words that tell companies of a group apart.
func (f *firmWords) tells() bool { return f.root.size < f.all.size }

// toldApart reports whether a word that only one name has tells companies of one
// group from each other: a number, a point of the compass.
func (t *Table) toldApart(a, b *record) bool {
	if a.company == b.company || a.company == 0 || b.company == 0 {
		return false
	}
	f, g := &t.firmWords[a.company], &t.firmWords[b.company]
	return t.lone(f, g) || t.lone(g, f)
}

// lone reports whether a telling word of one name is not in the other.
func (t *Table) lone(f, g *firmWords) bool {
	return f.tells() && slices.ContainsFunc(t.spelt.words(f.all), func(w uint32) bool { return t.word[w].telling && !slices.Contains(t.spelt.words(g.all), w) })
}

// sameWords reports whether two company names have the same words, in any order
// and blanks aside, a typing mistake in a long word allowed.
func (t *Table) sameWords(f, g wording) bool {
	s, z := t.spelt.joined(f), t.spelt.joined(g)
	if s == z || min(len(s), len(z)) >= 8 && t.spelt.figures(f) == t.spelt.figures(g) && similar.OneSlip(s, z) {
		return true
	}
	return slices.EqualFunc(t.spelt.sorted(f), t.spelt.sorted(g), t.sameWord)
}

// sameWord allows a slip in a long word only: plant 1 and plant 2 are two plants.
func (t *Table) sameWord(a, b uint32) bool {
	if a == b {
		return true
	}
	x, y := t.word[a], t.word[b]
	s, z := t.words.of(a), t.words.of(b)
	if min(len(s), len(z)) < 5 || x.figures || y.figures || x.telling || y.telling {
		return false
	}
	return similar.OneSlip(s, z) || t.words.like(a, b, 0.94) >= 0.94
}

// within reports whether all words of one name stand in the other: of the shorter one,
// but for a word that is there twice.
func within(x, y []uint32) bool { return holds(x, y) || holds(y, x) }

func holds(all, some []uint32) bool {
	return len(some) > 0 && !slices.ContainsFunc(some, func(w uint32) bool { return !slices.Contains(all, w) })
}

// compareFirmMail compares the mailboxes of companies: info@ is as good as any, and
// a domain of one's own says nearly as much.
func (t *Table) compareFirmMail(a, b *record) uint8 {
	x, y := a.email, b.email
	switch {
	case x == 0 || y == 0:
		return null
	case x == y:
		return mailSame
	}
	m, n := &t.mails[x], &t.mails[y]
	switch {
	case m.domain == n.domain && !m.public:
		return mailDomain
	case m.guess == y, n.guess == x:
		return mailNear
	case t.email.slip(x, y) && normal.Digits(t.email.of(x)) == normal.Digits(t.email.of(y)): // namesakes number their domains
		return mailNear
	}
	return mailDiffers
}
