package linkage

import (
	"strings"

	"clientele/transform/match/normal"
	"clientele/transform/match/similar"
)

func (t *Table) compareEmail(a, b *record) uint8 {
	x, y := a.email, b.email
	switch {
	case x == 0 || y == 0:
		return null
	case x == y && t.mailShared[x]:
		return mailShared
	case x == y:
		return mailSame
	}
	return t.compareMailboxes(&t.mails[x], &t.mails[y], a, b)
}

func (t *Table) compareMailboxes(m, n *mail, a, b *record) uint8 {
	switch {
	case m.guess != "" && m.guess == t.email.text[b.email], n.guess != "" && n.guess == t.email.text[a.email]:
		return mailNear
	case m.local == n.local && (m.role || n.role):
		return mailDiffers
	case m.local == n.local && t.unexplained(m, a) < enough && t.unexplained(n, b) < enough:
		return null // made of the name: it says nothing beyond the name
	case m.local == n.local, t.email.slip(a.email, b.email) && t.slipped(m, n, a, b):
		return mailNear
	case t.alikeMailboxes(m, n, a, b):
		return mailAlike
	case m.domain == n.domain && !m.public && !n.public:
		return mailDomain
	}
	return mailDiffers
}

// slipped reports whether two mailboxes that are one slip apart may be one: not the
// numbered ones of two namesakes, nor initials in another order.
func (t *Table) slipped(m, n *mail, a, b *record) bool {
	x, y := t.locals.text[m.local], t.locals.text[n.local]
	if min(len(x), len(y)) < 5 {
		return false
	}
	mine, theirs := t.unexplained(m, a) >= enough, t.unexplained(n, b) >= enough
	if mine && theirs {
		return true
	}
	// Made of the names, both: haley8 and hailey8 are a slip apart because the names are,
	// ann.hale and annhale are two namesakes'.
	return (mine || theirs) && t.figures[m.local] == t.figures[n.local] && a.first == b.first && a.last == b.last
}

// enough is how many letters of a mailbox's name the person's name must leave
// unexplained for it to say anything beyond the name. Figures are half a letter:
// namesakes number their mailboxes.
const enough = 3

func (t *Table) alikeMailboxes(m, n *mail, a, b *record) bool {
	if t.locals.like(m.local, n.local, 0.88) < 0.88 {
		return false
	}
	x, y := t.figures[m.local], t.figures[n.local]
	return (x == y || similar.OneSlip(x, y)) && t.unexplained(m, a) >= enough && t.unexplained(n, b) >= enough
}

// unexplained counts the letters, and half the figures, of a mailbox's name that the
// person's name does not explain: neither names nor initials.
func (t *Table) unexplained(m *mail, r *record) int {
	var room [64]byte // most fit, and cost no memory
	s := append(room[:0], t.locals.text[m.local]...)
	names := [...]string{t.last.text[r.last], t.first.text[r.first]}
	if names[1] == "" { // a mailbox that stands for the name
		names[0], names[1], _ = strings.Cut(names[0], " ")
	}
	s = cutNames(s, &names) // whole names before initials: the m of miguel is not that of martin
	if t.umlauts[m.local] && (names[0] != "" || names[1] != "") {
		s = cutNames([]byte(normal.Umlauts(string(s))), &names)
	}
	for _, name := range names {
		if name != "" && len(s) > 0 && s[0] == name[0] {
			s = s[1:]
		}
	}
	letters, figures := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			figures++
		case c != '.' && c != '_' && c != '-':
			letters++
		}
	}
	return letters + figures/2
}

// cutNames cuts names out of a mailbox's name, and those that it found off the list.
func cutNames(s []byte, names *[2]string) []byte {
	for n, name := range names {
		if i := strings.Index(string(s), name); i >= 0 && len(name) > 2 {
			s, names[n] = append(s[:i], s[i+len(name):]...), ""
		}
	}
	return s
}

// comparePhone returns the best agreement of the numbers of two people.
func (t *Table) comparePhone(a, b *record) uint8 { return t.compareAllNumbers(a, b, t.phoneShared) }

// compareLine returns the best agreement of the numbers of two companies.
func (t *Table) compareLine(a, b *record) uint8 { return t.compareAllNumbers(a, b, t.lineShared) }

func (t *Table) compareAllNumbers(a, b *record, shared []bool) uint8 {
	if a.phones[0] == 0 || b.phones[0] == 0 {
		return null
	}
	best := uint8(phoneDiffers)
	for _, x := range a.phones {
		for _, y := range b.phones {
			if x != 0 && y != 0 {
				best = max(best, t.compareNumbers(x, y, shared))
			}
		}
	}
	return best
}

func (t *Table) compareNumbers(x, y uint32, shared []bool) uint8 {
	switch {
	case x == y && shared[x]:
		return phoneShared
	case x == y:
		return phoneSame
	case t.phone.slip(x, y):
		return phoneNear
	}
	return phoneDiffers
}
