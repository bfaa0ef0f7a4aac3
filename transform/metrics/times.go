package metrics

import (
	"clientele/extract"
)

// The activities cost pools are charged by, in the order of transform.Costs.
const (
	handling = iota
	delivery
	visits
	serviceDesk
	returns
	credit
	activities
)

// A timeKey is a kind of contact: what it is, its topic or type, its channel.
type timeKey struct{ what, kind, channel string }

// times are the minutes recorded by kind of contact.
type times map[timeKey]timeSum

type timeSum struct {
	minutes extract.Decimal
	n       int64
}

// add counts a recording for the kind itself, for its topic on any channel, and
// for all of its sort.
func (t times) add(key timeKey, minutes extract.Decimal, n int64) {
	for _, k := range []timeKey{key, {key.what, key.kind, "*"}, {key.what, "*", "*"}} {
		s := t[k]
		t[k] = timeSum{s.minutes + minutes, s.n + n}
	}
}

func (t times) merge(o times) {
	for k, s := range o {
		was := t[k]
		t[k] = timeSum{was.minutes + s.minutes, was.n + s.n}
	}
}

// leastRecorded is how many recordings a mean of minutes needs.
const leastRecorded = 5

// recorded reports whether any minutes of a sort were recorded.
func (t times) recorded(what string) bool { return t[timeKey{what, "*", "*"}].n > 0 }

// minutes returns the minutes a contact without a recording is taken to last: the
// company's own word; else the mean recorded for its topic and channel, else for its
// topic, else, of tickets, for all of them; else the assumption. One deed of a rep
// says nothing about another: a mail does not last as long as a visit.
func (r *Rules) minutes(t times, key timeKey) extract.Decimal {
	if e, said := r.equation(key.what, key.kind, key.channel); said {
		return e.Each
	}
	ladder := []timeKey{key, {key.what, key.kind, "*"}}
	if key.what == ATicket {
		ladder = append(ladder, timeKey{key.what, "*", "*"})
	}
	for _, k := range ladder {
		if s := t[k]; s.n >= leastRecorded {
			return s.minutes / extract.Decimal(s.n)
		}
	}
	return assumed(key.word())
}

// word returns what an assumption calls a kind of contact.
func (k timeKey) word() string {
	if k.what == AnActivity {
		return k.kind
	}
	return k.what
}

// An Assumption is how many minutes something is taken to last where the company
// neither records any of its kind nor says how long it takes.
type Assumption struct {
	What    string // order, order line, delivery, return, ticket, visit, …
	Minutes int64
}

// anOrderLine is what an assumption calls a line of an order.
const anOrderLine = "order line"

// Assumptions lists them, for the page that explains the figures. Where an activity
// has no capacity in minutes they only weigh one event against another.
func Assumptions() []Assumption {
	return []Assumption{
		{AnOrder, 5},
		{anOrderLine, 1},
		{ADelivery, 15},
		{AReturn, 15},
		{ATicket, 8},
		{extract.ActivityVisit, 45},
		{extract.ActivityMeeting, 60},
		{extract.ActivityQuote, 20},
		{extract.ActivityCall, 10},
		{extract.ActivityMail, 5},
		{extract.ActivityLead, 5},
		{extract.ActivityOther, 10},
	}
}

// assumed returns how long something is taken to last, ten minutes where nothing is
// assumed about it.
func assumed(what string) extract.Decimal {
	for _, a := range Assumptions() {
		if a.What == what {
			return extract.Decimal(a.Minutes) * extract.One
		}
	}
	return 10 * extract.One
}
