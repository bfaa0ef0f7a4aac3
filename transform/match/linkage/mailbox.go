package linkage

import (
	"strings"
	"sync"

	"clientele/transform/match/normal"
)

// markNamed marks the records whose mailbox is made of the name.
func (t *Table) markNamed() {
	var wait sync.WaitGroup
	for part := range chunks(len(t.records), processors()) {
		wait.Go(func() {
			for i := part[0]; i < part[1]; i++ {
				if r := &t.records[i]; r.email != 0 && t.unexplained(t.mails[r.email].local, r) < enough {
					r.flags |= named
				}
			}
		})
	}
	wait.Wait()
}

// chunks parts n things into so many runs, each from one and before another.
func chunks(n, parts int) func(yield func([2]int) bool) {
	return func(yield func([2]int) bool) {
		for p := range parts {
			if !yield([2]int{n * p / parts, n * (p + 1) / parts}) {
				return
			}
		}
	}
}

// enough is how many letters of a mailbox's name the person's name must leave
// unexplained for it to say anything beyond the name. Figures are half a letter:
// namesakes number their mailboxes.
const enough = 3

// unexplained counts the letters, and half the figures, of a mailbox's name that the
// person's name does not explain: neither names nor initials.
func (t *Table) unexplained(local uint32, r *record) int {
	var room [64]byte // most fit, and cost no memory
	s := append(room[:0], t.locals.of(local)...)
	names := [...]string{t.last.of(r.last), t.first.of(r.first)}
	if names[1] == "" { // a mailbox that stands for the name
		names[0], names[1], _ = strings.Cut(names[0], " ")
	}
	s = cutNames(s, &names) // whole names before initials: the m of miguel is not that of martin
	// Mailboxes may write umlauts as two letters, which names do not.
	if whole := t.locals.of(local); (names[0] != "" || names[1] != "") && normal.Umlauts(whole) != whole {
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
