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

// The sorts of contact minutes are recorded of.
const (
	aTicket    = "ticket"
	anActivity = "activity"
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
// mean recorded for its topic and channel, else for its topic, else, of tickets, for
// all of them, else the assumption. One deed of a rep says nothing about another:
// a mail does not last as long as a visit.
func (r Rules) minutes(t times, key timeKey) extract.Decimal {
	ladder := []timeKey{key, {key.what, key.kind, "*"}}
	if key.what == aTicket {
		ladder = append(ladder, timeKey{key.what, "*", "*"})
	}
	for _, k := range ladder {
		if s := t[k]; s.n >= leastRecorded {
			return s.minutes / extract.Decimal(s.n)
		}
	}
	return r.assumed(key.word())
}

// word returns what an assumption calls a kind of contact.
func (k timeKey) word() string {
	if k.what == anActivity {
		return k.kind
	}
	return k.what
}

// An Assumption is how many minutes something is taken to last where the company
// has not recorded any of its kind.
type Assumption struct {
	What    string // order, order line, delivery, return, ticket, visit, …
	Minutes int64
}

// Assumptions lists them, for the page that explains the figures. Where an activity
// has no capacity in minutes they only weigh one event against another.
func Assumptions() []Assumption {
	return []Assumption{
		{"order", 5},
		{"order line", 1},
		{"delivery", 15},
		{"return", 15},
		{"ticket", 8},
		{extract.ActivityVisit, 45},
		{extract.ActivityMeeting, 60},
		{extract.ActivityQuote, 20},
		{extract.ActivityCall, 10},
		{extract.ActivityMail, 5},
		{extract.ActivityLead, 5},
		{extract.ActivityOther, 10},
	}
}

// assumed returns the company's own word on how long something takes, else ours.
func (r Rules) assumed(what string) extract.Decimal {
	for _, list := range [][]Assumption{r.Times, Assumptions()} {
		for _, a := range list {
			if a.What == what {
				return extract.Decimal(a.Minutes) * extract.One
			}
		}
	}
	return 10 * extract.One
}

// given reports whether the company itself says how long something takes.
func (r Rules) given(what string) bool {
	for _, a := range r.Times {
		if a.What == what {
			return true
		}
	}
	return false
}
