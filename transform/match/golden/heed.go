package golden

import (
	"slices"

	"clientele/transform"
)

// word returns people's latest word on a field of this customer.
func (w *work) word(field string) (last *transform.FieldDecision) {
	for i := range w.decided {
		if d := &w.decided[i]; d.Field == field && (last == nil || d.At > last.At) {
			last = d
		}
	}
	return last
}

// heed puts the value that a person decided for first. A record that is no longer one
// of the customer's, or says nothing, cannot be heeded.
func (w *work) heed(u *unit, list []offer, word *transform.FieldDecision) ([]offer, bool) {
	if word.Value != "" && !slices.Contains(Valued, u.name) {
		return list, false
	}
	if word.Value != "" {
		o := offer{text: word.Value, place: -1}
		u.grade(w, &o)
		list = slices.DeleteFunc(list, func(x offer) bool { return x.text == o.text || x.key == o.key && x.key != "" })
		return slices.Insert(list, 0, o), true
	}
	w.offers = append([]offer(nil), list...) // what is asked next would overwrite it
	list = w.offers
	for i := range w.members {
		if w.members[i].party.Ref != word.From {
			continue
		}
		own := work{m: w.m, customer: w.customer, trace: true}
		u.offer(&own, &w.members[i])
		if len(own.offers) == 0 {
			return list, false
		}
		o := own.offers[0]
		u.grade(w, &o)
		list = slices.DeleteFunc(list, func(x offer) bool { return x.text == o.text || x.key == o.key && x.key != "" })
		return slices.Insert(list, 0, o), true
	}
	return list, false
}
