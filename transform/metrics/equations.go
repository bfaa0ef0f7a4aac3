package metrics

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/extract"
)

// The events a time equation can be given for.
const (
	AnOrder    = "order"
	ADelivery  = "delivery"
	AReturn    = "return"
	ATicket    = "ticket"
	AnActivity = "activity"
)

// A TimeEquation is how many minutes an event of one type and channel takes by the
// company's own word: Each + Line·lines + First·{a customer's first order} +
// Abroad·{shipped abroad}. Minutes are not below zero. Source: R. S. Kaplan and
// S. R. Anderson, Time-Driven Activity-Based Costing, Harvard Business Review (2004).
type TimeEquation struct {
	Of      string // AnOrder, ADelivery, AReturn, ATicket or AnActivity
	Type    string // topic of a ticket, type of an activity, reason of a return; empty: any
	Channel string // of an order or a ticket; empty: any
	Each    extract.Decimal
	Line    extract.Decimal // for each line of an order
	First   extract.Decimal // more for a customer's first order
	Abroad  extract.Decimal // more for an order or delivery to another country than the company's own
}

// An event is what a time equation is asked about.
type event struct {
	of, kind, channel string
	lines             int64
	first, abroad     bool
}

// equation returns the company's most exact word on an event: of its type and
// channel, else of its type, else of its channel, else of any.
func (r *Rules) equation(of, kind, channel string) (TimeEquation, bool) {
	best, rank := TimeEquation{}, -1
	for _, e := range r.Times {
		fits := e.Of == of && (e.Type == "" || e.Type == kind) && (e.Channel == "" || e.Channel == channel)
		if x := 2*int(one(e.Type != "")) + int(one(e.Channel != "")); fits && x > rank {
			best, rank = e, x
		}
	}
	return best, rank >= 0
}

// takes returns the minutes of an event that nobody records minutes of, by the
// company's word, else by ours.
func (r *Rules) takes(e event) extract.Decimal {
	q, said := r.equation(e.of, e.kind, e.channel)
	if !said {
		q = TimeEquation{Each: assumed(e.of), Line: assumed(anOrderLine)}
		if e.of != AnOrder {
			q.Line = 0
		}
	}
	return q.Each + q.Line*extract.Decimal(e.lines) + q.First*extract.Decimal(one(e.first)) + q.Abroad*extract.Decimal(one(e.abroad))
}

// given reports whether the company itself says how long an event takes.
func (r *Rules) given(of string) bool {
	return slices.ContainsFunc(r.Times, func(e TimeEquation) bool { return e.Of == of })
}

// checkTimes refuses minutes that run backwards and shares of minutes that are none.
func (r *Rules) checkTimes() error {
	if r.Practical <= 0 || r.Practical > extract.One {
		return fmt.Errorf("practical capacity is %s of the minutes: set it above 0 %% and up to 100 %%", r.Practical)
	}
	for _, e := range r.Times {
		if low := min(e.Each, e.Line, e.First, e.Abroad); low < 0 {
			return fmt.Errorf("time of %s: %s minutes are below zero: set it to 0 or more", cmp.Or(e.Type, e.Of), low)
		}
	}
	return nil
}
