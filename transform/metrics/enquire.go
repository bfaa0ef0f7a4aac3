package metrics

import (
	"cmp"
	"slices"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// A wait is one enquiry's time to the next order.
type wait = model.Life

// A decision is an enquiry that was won or lost.
type decision struct {
	channel, interest string
	won               bool
}

// A reply is how an enquiry of twelve months was answered.
type reply struct {
	hours    wait // to the first answer; unanswered ones are still waiting
	timed    bool // the moment of the answer is known, or there is none
	answered bool
}

// enquiries condenses enquiries: the open ones as prospects, the decided ones as
// decisions, all of two years as waits.
func (f *fold) enquiries(l *life, h *transform.History, sales []sale) {
	recent := Window{f.win.before.From, f.win.asOf}
	for i := range h.Enquiries {
		e := &h.Enquiries[i]
		day := e.At.Day(f.zone)
		if day >= f.win.asOf {
			continue
		}
		if f.win.year.Has(day) {
			l.row.Enquiries++
			if !h.Unassigned() {
				l.row.Asked = latest(l.row.Asked, h, e, f)
			}
			l.replies = append(l.replies, f.replied(h, e))
		}
		if recent.Has(day) {
			l.enquired = append(l.enquired, waited(sales, day, f.win.asOf))
			if e.Stage == extract.StageWon || e.Stage == extract.StageLost {
				l.decided = append(l.decided, decision{e.Channel, cmp.Or(e.Interest, e.Product), e.Stage == extract.StageWon})
			}
		}
		if isOpen(e) && !f.boughtSince(e, sales, day) {
			f.waiting(l, h, e)
			f.prospect(l, h, e, day)
		}
	}
	slices.SortFunc(l.prospects, func(a, b Prospect) int {
		return cmp.Or(cmp.Compare(a.Interest, b.Interest), cmp.Compare(a.Product, b.Product), cmp.Compare(a.ID, b.ID))
	})
}

func isOpen(e *extract.Enquiry) bool {
	return e.Stage != extract.StageWon && e.Stage != extract.StageLost
}

// waiting counts an open enquiry into the row: neither won nor lost, and its
// product not bought since. It is unanswered until anybody answered. Rows, the
// pipeline and territories all count by this one rule.
func (f *fold) waiting(l *life, h *transform.History, e *extract.Enquiry) {
	l.row.OpenEnquiries++
	l.row.Unanswered += one(!f.answered(h, e))
	if e.Value.Known {
		l.row.EnquiryValue = extract.Some(l.row.EnquiryValue.Value + e.Value.Value)
	}
}

// latest returns what the newest enquiry was about.
func latest(was string, h *transform.History, e *extract.Enquiry, f *fold) string {
	for i := range h.Enquiries {
		o := &h.Enquiries[i]
		if o.At.Day(f.zone) < f.win.asOf && cmp.Or(cmp.Compare(o.At, e.At), cmp.Compare(o.ID, e.ID)) > 0 {
			return was
		}
	}
	return cmp.Or(e.Interest, e.Product)
}

// answered reports whether anybody has answered: a time, a further stage, or an
// activity that follows the enquiry up.
func (f *fold) answered(h *transform.History, e *extract.Enquiry) bool {
	if (e.Answered != 0 && e.Answered.Day(f.zone) < f.win.asOf) || e.Stage != extract.StageNew {
		return true
	}
	return slices.ContainsFunc(h.Activities, func(a extract.Activity) bool {
		return a.Enquiry == e.ID && a.Type != extract.ActivityLead && a.At.Day(f.zone) < f.win.asOf
	})
}

// replied returns how an enquiry was answered: at its answer time, else at the first
// activity that follows it up. An answer at an unknown moment has no hours.
func (f *fold) replied(h *transform.History, e *extract.Enquiry) reply {
	first := e.Answered
	for i := range h.Activities {
		a := &h.Activities[i]
		if a.Enquiry == e.ID && a.Type != extract.ActivityLead && a.At >= e.At && (first == 0 || a.At < first) {
			first = a.At
		}
	}
	end := f.win.asOf.Start(f.zone)
	if first >= e.At && first < end {
		return reply{wait{Time: float64(first-e.At) / microsAnHour, Ended: true}, true, true}
	}
	answered := f.answered(h, e)
	return reply{wait{Time: float64(end-e.At) / microsAnHour}, !answered, answered}
}

// waited returns the days from an enquiry to the next order, or to the as-of day
// without one.
func waited(sales []sale, from, asOf Day) wait {
	for i := range sales {
		if !sales[i].credit && sales[i].day >= from {
			return wait{Time: float64(sales[i].day - from), Ended: true}
		}
	}
	return wait{Time: float64(asOf - from)}
}

// boughtSince reports whether the product asked for was bought since.
func (f *fold) boughtSince(e *extract.Enquiry, sales []sale, day Day) bool {
	if e.Product == "" {
		return false
	}
	n := f.goods.find(e.Source, e.Product)
	for i := range sales {
		if sales[i].credit || sales[i].day < day {
			continue
		}
		for _, p := range sales[i].parts {
			if p.bought && ((n >= 0 && p.product == n) || (n < 0 && p.id == e.Product)) {
				return true
			}
		}
	}
	return false
}
