package metrics

import (
	"slices"

	"clientele/extract"
	"clientele/transform"
)

// sellDays is how many days after a call an order counts as following it.
const sellDays = 7

// sell looks for orders within seven days of the calls of reps. Who orders every
// week orders after a call too: the seven days before stand beside it.
func (f *fold) sell(l *life, h *transform.History, sales []sale) {
	var sold [2]selling
	for i, in := range f.win.both() {
		var calls []Day
		for k := range h.Activities {
			a := &h.Activities[k]
			if day := a.At.Day(f.zone); a.Type == extract.ActivityCall && in.Has(day) {
				calls = append(calls, day)
			}
		}
		if h.Unassigned() { // whoever ordered next is somebody else
			sold[i].calls = int64(len(calls))
			continue
		}
		slices.Sort(calls)
		sold[i].follow(calls, l.days, f.win.asOf)
		for k := range sales {
			if s := &sales[k]; !s.credit && s.day < f.win.asOf && after(calls, s.day) {
				sold[i].revenue += s.net
			}
		}
	}
	if sold != [2]selling{} {
		l.selling = new(sold)
	}
}

// selling is the calls of one customer in a window: see Selling.
type selling struct {
	calls              int64
	followed, preceded fraction
	revenue            Money
}

// follow judges calls that are a whole week old.
func (s *selling) follow(calls, orders []Day, asOf Day) {
	for _, day := range calls {
		s.calls++
		if day+sellDays > asOf {
			continue
		}
		s.followed.add(fraction{one(within(orders, day, day+sellDays)), 1})
		s.preceded.add(fraction{one(within(orders, day-sellDays, day)), 1})
	}
}

// within reports whether any of the days, ascending, lies from one on and before
// another.
func within(days []Day, from, to Day) bool {
	i, _ := slices.BinarySearch(days, from)
	return i < len(days) && days[i] < to
}

// after reports whether a day lies within seven days from any of the calls.
func after(calls []Day, day Day) bool { return within(calls, day-sellDays+1, day+1) }

func (s *selling) add(o selling) {
	s.calls += o.calls
	s.followed.add(o.followed)
	s.preceded.add(o.preceded)
	s.revenue += o.revenue
}
