package golden

import (
	"strings"

	"clientele/transform"
	"clientele/transform/match/normal"
)

// work is what one worker needs for one customer after the other.
type work struct {
	m        *merging
	members  []offer // the customer's records in order of source and id, nothing said yet
	offers   []offer
	decided  []transform.FieldDecision // people's words on this customer
	customer *transform.Customer
	trace    bool // whether anybody will ask where values are from
	always   bool // the same, for single records too
	chosen   []Chosen
	passed   []Passed // what the chosen passed over
	records  []int32  // the customer's records, in order
	packed   []byte
	streets  normal.Streets
}

// say adds an offer, unless it is of no text.
func (w *work) say(o *offer, text string) {
	if text = strings.TrimSpace(text); text != "" {
		w.offers = append(w.offers, *o)
		w.offers[len(w.offers)-1].text = text
	}
}

// choose takes a field or group from the record whose offer wins, and returns what
// the records offered, the best first, each value once.
func (w *work) choose(u *unit) []offer {
	list := w.gather(u)
	why := Only
	if len(list) > 1 {
		list, why = w.rank(u, list)
	}
	if word := w.word(u.name); word != nil {
		var heeded bool
		if list, heeded = w.heed(u, list, word); heeded {
			why = Decided
		}
	}
	if len(list) == 0 {
		return nil
	}
	u.take(w.customer, &list[0])
	w.note(u.name, why, &list[0], list[1:])
	return list
}

// gather lists what the records say, without those a rule never listens to.
func (w *work) gather(u *unit) []offer {
	w.offers = w.offers[:0]
	for i := range w.members {
		if !u.rule.never[w.members[i].source] {
			u.offer(w, &w.members[i])
		}
	}
	return w.offers
}

// rank sorts several offers, the best first, keeps each value once, and says which rung
// told the first from the second.
func (w *work) rank(u *unit, list []offer) ([]offer, string) {
	if alike(list) {
		for i := range list {
			list[i].grade = 1
		}
	} else {
		for i := range list {
			u.grade(w, &list[i])
		}
		if u.unify != nil {
			u.unify(w, list)
		}
	}
	tally(list)
	list = u.distinct(list)
	if len(list) == 1 {
		return list, Agreed
	}
	_, why := u.compare(&list[0], &list[1])
	return list, why
}

// alike reports whether all say the very same.
func alike(list []offer) bool {
	for i := range list[1:] {
		if list[i+1].text != list[0].text {
			return false
		}
	}
	return true
}

// note remembers where a field is from.
func (w *work) note(field, why string, winner *offer, over []offer) {
	if !w.trace {
		return
	}
	c := Chosen{Field: field, Value: winner.text, Rule: why, More: max(len(over)-mostPassed, 0)}
	if winner.party != nil {
		c.From, c.Changed = winner.party.Ref, winner.seen
	}
	from := len(w.passed)
	for n := range over[:len(over)-c.More] {
		o := &over[n]
		w.passed = append(w.passed, Passed{Value: o.text, From: o.party.Ref, Changed: o.seen})
	}
	if len(over) > 0 {
		c.Over = w.passed[from:len(w.passed):len(w.passed)]
	}
	w.chosen = append(w.chosen, c)
}
