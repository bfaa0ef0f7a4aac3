package linkage

import (
	"slices"
	"strings"

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
	s, z := t.company.text[x], t.company.text[y]
	switch {
	case sameWords(s, z):
		return firmNear
	case within(s, z), sameRoot(s, z):
		return firmPart
	}
	return firmDiffers
}

// sameRoot reports whether two names have the same words but for those that tell
// companies of a group apart.
func sameRoot(a, b string) bool {
	root := func(s string) string {
		return strings.Join(slices.DeleteFunc(strings.Fields(s), normal.Telling), " ")
	}
	x, y := root(a), root(b)
	return x != "" && y != "" && sameWords(x, y)
}

// toldApart reports whether a word that only one name has tells companies of one
// group from each other: a number, a point of the compass.
func (t *Table) toldApart(a, b *record) bool {
	if a.company == b.company || a.company == 0 || b.company == 0 {
		return false
	}
	x, y := strings.Fields(t.company.text[a.company]), strings.Fields(t.company.text[b.company])
	lone := func(mine, theirs []string) bool {
		return slices.ContainsFunc(mine, func(w string) bool { return normal.Telling(w) && !slices.Contains(theirs, w) })
	}
	return lone(x, y) || lone(y, x)
}

// sameWords reports whether two company names have the same words, in any order
// and blanks aside, a typing mistake in a long word allowed.
func sameWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		s, z := strings.Join(x, ""), strings.Join(y, "")
		return s == z || len(s) >= 8 && normal.Digits(s) == normal.Digits(z) && similar.OneSlip(s, z)
	}
	slices.Sort(x)
	slices.Sort(y)
	for i := range x {
		if !sameWord(x[i], y[i]) {
			return false
		}
	}
	return true
}

// sameWord allows a slip in a long word only: plant 1 and plant 2 are two plants.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if min(len(a), len(b)) < 5 || normal.Digits(a+b) != "" || normal.Telling(a) || normal.Telling(b) {
		return false
	}
	return similar.OneSlip(a, b) || similar.JaroWinkler(a, b) >= 0.94
}

// within reports whether all words of the shorter name stand in the longer one.
func within(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
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
	case m.guess != "" && m.guess == t.email.text[y], n.guess != "" && n.guess == t.email.text[x], similar.OneSlip(t.email.text[x], t.email.text[y]):
		return mailNear
	}
	return mailDiffers
}
