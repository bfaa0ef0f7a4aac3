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
		offer: func(w *work, o *offer) { w.say(o, normal.WrittenEmail(o.party.Email)) },
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
		offer: func(w *work, o *offer) {
			w.say(o, o.party.Phone)
			if o.party.Mobile != o.party.Phone {
				second := *o
				second.place++
				w.say(&second, o.party.Mobile)
			}
		},
		grade: func(w *work, o *offer) { w.gradePhone(o) },
		unify: func(w *work, list []offer) { w.unifyPhones(list) },
		take:  func(c *transform.Customer, o *offer) { c.Phone = o.text },
	}
}

// gradePhone takes a number's digits for comparing; which of them are one number in
// two ways of writing is found out by unifyPhones, for few need to be looked at.
func (w *work) gradePhone(o *offer) {
	o.key, o.grade, o.size = normal.Digits(o.text), ownReach, 0
	switch number := w.listed(o); {
	case normal.IsPlaceholderPhone(o.key), w.m.words[normal.Squeeze(o.text)], w.m.numbers[number]:
		o.key, o.grade = cmp.Or(o.key, strings.ToLower(o.text)), notValid
	case w.m.common.phones[number], w.m.common.others[w.m.common.phoneHash(o.text)]:
		o.grade = everyone
	}
}

// listed returns a number for comparing, if it ends as one that the company or many
// people use.
func (w *work) listed(o *offer) string {
	if !w.m.common.tails[tail(o.key)] {
		return ""
	}
	return normal.Phone(o.text, w.country(o.party))
}

// unifyPhones gives numbers that are the same, with and without country code, one key.
func (w *work) unifyPhones(list []offer) {
	met := make(map[string]string, len(list)) // by last digits: the digits they were met with, or of several
	for i := range list {
		o := &list[i]
		end := tail(o.key)
		if digits, known := met[end]; !known {
			met[end] = o.key
		} else if digits != o.key {
			met[end] = several
		}
	}
	for i := range list {
		if o := &list[i]; o.grade > notValid && met[tail(o.key)] == several {
			o.key = cmp.Or(normal.Phone(o.text, w.country(o.party)), o.key)
		}
	}
}

const several = "several"

// tail is the last seven digits, which no country's rules of dialling change.
func tail(digits string) string { return digits[max(0, len(digits)-7):] }

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
	out := make([]string, 0, len(list))
	for n := range list {
		o := &list[n]
		if n == 0 || o.grade > notValid || list[0].grade == notValid {
			out = append(out, o.text)
		}
	}
	return strings.Join(out, "\n")
}
