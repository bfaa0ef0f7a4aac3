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
	for i, in := range f.win.both() {
		var calls []Day
		for k := range h.Activities {
			a := &h.Activities[k]
			if day := a.At.Day(f.zone); a.Type == extract.ActivityCall && in.Has(day) {
				calls = append(calls, day)
			}
		}
		slices.Sort(calls)
		l.selling[i].follow(calls, l.days, f.win.asOf)
		for k := range sales {
			if s := &sales[k]; !s.credit && s.day < f.win.asOf && after(calls, s.day) {
				l.selling[i].Revenue += s.net
			}
		}
	}
}

// follow judges calls that are a whole week old.
func (s *Selling) follow(calls, orders []Day, asOf Day) {
	for _, day := range calls {
		s.Calls++
		if day+sellDays > asOf {
			continue
		}
		s.Followed.Of++
		s.Preceded.Of++
		s.Followed.Part += one(within(orders, day, day+sellDays))
		s.Preceded.Part += one(within(orders, day-sellDays, day))
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

func (s *Selling) add(o Selling) {
	s.Calls += o.Calls
	s.Followed.Part, s.Followed.Of = s.Followed.Part+o.Followed.Part, s.Followed.Of+o.Followed.Of
	s.Preceded.Part, s.Preceded.Of = s.Preceded.Part+o.Preceded.Part, s.Preceded.Of+o.Preceded.Of
	s.Revenue += o.Revenue
}
