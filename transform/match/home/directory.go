package home

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform/match"
	"clientele/transform/match/normal"
)

// crowded is from how many different people on a number counts as a switchboard or
// a shared mailbox, rather than a family's.
const crowded = 4

// entry is what households look at in one record.
type entry struct {
	last    string
	reaches [3]string // e-mail and phones, for comparing
}

// directory is who uses which number and mailbox.
type directory struct {
	parties []extract.Party
	entries []entry
	users   map[string][]string // by number: given names of different people, some more than crowded at most
	holders map[string]int      // by number: how many records have it
	roles   map[string]bool     // mailboxes of a task
}

func read(parties []extract.Party, opts match.Options) *directory {
	d := &directory{parties: parties, entries: make([]entry, len(parties)), users: map[string][]string{}, holders: map[string]int{}, roles: map[string]bool{}}
	for _, i := range inOrder(parties) {
		if p := &parties[i]; p.Status != extract.PartyErased {
			d.note(&d.entries[i], p, opts)
		}
	}
	return d
}

// inOrder returns indices in order of source and id: who of many users is
// remembered must not depend on the order of the input.
func inOrder(parties []extract.Party) []int32 {
	order := make([]int32, len(parties))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &parties[a], &parties[b]
		return cmp.Or(strings.Compare(x.Source, y.Source), strings.Compare(x.ID, y.ID), cmp.Compare(a, b))
	})
	return order
}

func (d *directory) note(e *entry, p *extract.Party, opts match.Options) {
	first := ""
	if match.IsFirm(p) {
		first = normal.Company(match.CompanyName(p))
	} else {
		n := normal.PersonName(p.Prefix, p.Name, p.First, p.Middle, p.Last, p.Suffix)
		first = n.First
		if !normal.IsPlaceholder(n.Last) {
			e.last = n.Last
		}
	}
	mail := normal.ParseEmail(p.Email)
	if mail.Key != "" && !normal.IsPlaceholderEmail(mail) {
		e.reaches[0] = mail.Key
		d.roles[mail.Key] = mail.Role
	}
	for n, raw := range []string{p.Phone, p.Mobile} {
		if !normal.IsPlaceholderPhone(normal.Digits(raw)) {
			e.reaches[1+n] = normal.Phone(raw, country(p, opts))
		}
	}
	if e.reaches[1] == e.reaches[2] {
		e.reaches[2] = ""
	}
	for _, value := range e.reaches {
		d.use(value, first)
	}
}

func (d *directory) use(value, first string) {
	if value == "" {
		return
	}
	d.holders[value]++
	users := d.users[value]
	if first == "" || len(users) >= 2*crowded || slices.ContainsFunc(users, func(u string) bool { return u == first || normal.Alike(u, first) }) {
		return
	}
	d.users[value] = append(users, first)
}

// country returns where a record's number without a country code is from.
func country(p *extract.Party, opts match.Options) string {
	if s := strings.ToUpper(strings.TrimSpace(p.Country)); len(s) == 2 {
		return s
	}
	return strings.ToUpper(cmp.Or(opts.Countries[p.Source], opts.Country))
}
