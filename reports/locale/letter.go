package locale

import (
	"slices"

	"clientele/reports"
)

// Letter puts a letter into the language. Addresses, names of files and the edition's number stand as they are.
func (s *Speaker) Letter(l reports.Letter) reports.Letter {
	if s == nil || s.l == nil {
		return l
	}
	l.Language, l.Tongue = s.l.Language(), s.Tongue()
	for _, text := range []*string{
		&l.Subject, &l.PreHeader, &l.Scope, &l.DataTo, &l.Warning, &l.Replaces, &l.Headline, &l.ChartAlt, &l.Why, &l.Edition,
		&l.Attached.Start, &l.Attached.Checks, &l.Apart.Checks,
	} {
		*text = s.Say(*text)
	}
	l.Subject, l.PreHeader = cut(l.Subject, 62), cut(l.PreHeader, 90)
	l.Full.Lists = slices.Clone(l.Full.Lists)
	for i := range l.Full.Lists {
		f := &l.Full.Lists[i]
		f.Tab, f.Rows = s.tab(f.Tab), s.Say(f.Rows)
	}
	l.Changed, l.Rows, l.Actions, l.Since = s.all(l.Changed), slices.Clone(l.Rows), slices.Clone(l.Actions), slices.Clone(l.Since)
	for i := range l.Rows {
		r := &l.Rows[i]
		r.Label, r.Note, r.Value, r.Delta, r.Against = s.Say(r.Label), s.Say(r.Note), s.Say(r.Value), s.Say(r.Delta), s.Say(r.Against)
	}
	for i := range l.Actions {
		a := &l.Actions[i]
		a.Do, a.Why, a.Worth, a.Where, a.Who = s.Say(a.Do), s.Say(a.Why), s.Say(a.Worth), s.tab(a.Where), s.Say(a.Who)
	}
	for i := range l.Since {
		l.Since[i].Title, l.Since[i].Items = s.Say(l.Since[i].Title), s.all(l.Since[i].Items)
	}
	if l.Chart != nil {
		c := s.Chart(*l.Chart)
		l.Chart = &c
	}
	return l
}

// cut ends a text that became too long with an ellipsis.
func cut(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
