package golden

import (
	"cmp"
	"slices"
	"strings"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/match/normal"
)

// How much a mailbox or number is a person's own.
const (
	notValid = 0 // a placeholder, or nothing that can be written to or called
	everyone = 1 // other customers use it too, or it is a task's
	mistyped = 2 // the domain is probably mistyped
	ownReach = 3
)

// emailUnit takes the primary address; all are kept.
func emailUnit() unit {
	return unit{
		name: Email, ownFirst: true,
		offer: func(w *work, o offer) { w.say(o, normal.WrittenEmail(o.party.Email)) },
		grade: func(w *work, o *offer) { w.gradeEmail(o) },
		take:  func(c *transform.Customer, o *offer) { c.Email = o.text },
	}
}

func (w *work) gradeEmail(o *offer) {
	e := normal.ParseEmail(o.text)
	o.key, o.grade, o.size = e.Key, ownReach, 0 // the longer address is no better
	switch {
	case e.Key == "":
		o.key, o.grade = strings.ToLower(o.text), notValid
	case normal.IsPlaceholderEmail(e), w.m.words[e.Key], e.Role && w.m.ours(e):
		o.grade = notValid
	case e.Role, w.m.common.email(e.Key, o.text):
		o.grade = everyone
	case e.Guess != "":
		o.grade = mistyped
	}
}

// ours reports whether an address is at the company's own domain.
func (m *merging) ours(e normal.Email) bool {
	return slices.ContainsFunc(m.opts.OwnDomains, func(d string) bool { return strings.EqualFold(d, e.Domain) })
}

// phoneUnit takes the primary number; all are kept.
func phoneUnit() unit {
	return unit{
		name: Phone, ownFirst: true,
		offer: func(w *work, o offer) {
			w.say(o, o.party.Phone)
			if o.place++; o.party.Mobile != o.party.Phone {
				w.say(o, o.party.Mobile)
			}
		},
		grade: func(w *work, o *offer) { w.gradePhone(o) },
		take:  func(c *transform.Customer, o *offer) { c.Phone = o.text },
	}
}

func (w *work) gradePhone(o *offer) {
	o.key, o.grade, o.size = "", notValid, 0
	if !normal.IsPlaceholderPhone(normal.Digits(o.text)) && !w.m.words[normal.Squeeze(o.text)] {
		o.key = normal.Phone(o.text, w.country(o.party))
	}
	switch {
	case o.key == "":
		o.key = normal.Squeeze(o.text)
	case w.m.own[o.key]:
	case w.m.common.phone(o.key, o.text):
		o.grade = everyone
	default:
		o.grade = ownReach
	}
}

// country returns where a number without a country code is from: the record's own
// country, its source's, the company's.
func (w *work) country(p *extract.Party) string {
	if p == nil {
		return strings.ToUpper(w.m.opts.Country)
	}
	if s := strings.TrimSpace(p.Country); len(s) == 2 {
		return strings.ToUpper(s)
	}
	return strings.ToUpper(cmp.Or(w.m.opts.Countries[p.Source], w.m.opts.Country))
}

// lines writes values one a line, the primary one first; placeholders go if there is
// anything else.
func lines(list []offer) string {
	if len(list) < 2 {
		if len(list) == 1 {
			return list[0].text
		}
		return ""
	}
	var out []string
	for n, o := range list {
		if n == 0 || o.grade > notValid || list[0].grade == notValid {
			out = append(out, o.text)
		}
	}
	return strings.Join(out, "\n")
}
