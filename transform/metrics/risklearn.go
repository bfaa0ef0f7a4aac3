package metrics

import (
	"slices"

	"clientele/transform/model"
)

// The past days that risk learns from: so many, a third of a horizon apart.
const origins = 12

// leastWatched is how many customers must have been watched for anything to be
// learned: a share of a handful is none.
const leastWatched = 20

// logitSpread is the standard deviation coefficients are taken to have before
// anything is seen: wide for what is measured in log units.
const logitSpread = 2

// learn watches what customers did in the horizon after each of several past days,
// the last of them so many horizons ago; nil where there are too few of them.
func (s *Set) learn(ago int) *learned {
	h := s.rules.Horizon
	if s.watched(s.win.asOf-Day(ago*h)) < leastWatched {
		return nil
	}
	l := &learned{}
	for k := range origins {
		origin := s.win.asOf - Day(ago*h) - Day(k*h/3)
		for _, x := range s.lives {
			if at, ok := situationOn(x.days, origin, h); ok {
				days := orderDays(x.days, Window{origin, origin + Day(h)})
				l.at(at.cell).add(at, days)
				l.pace[at.pace].add(at, days)
				l.all.add(at, days)
			}
		}
	}
	l.logit = model.FitLogit(l.trials(), logitSpread)
	return l
}

// watched counts the customers with an order before a day.
func (s *Set) watched(day Day) (n int) {
	for _, l := range s.lives {
		n += int(one(len(l.days) > 0 && l.days[0] < day))
	}
	return n
}

// orderDays counts the order days in a window.
func orderDays(days []Day, w Window) int64 {
	from, _ := slices.BinarySearch(days, w.From)
	to, _ := slices.BinarySearch(days, w.To)
	return int64(to - from)
}

// risk returns the probability of no order.
func (l *learned) risk(s situation) float64 { return l.logit.P(s.known[:]) }

// ordersIfAny returns how many order days those who order within the horizon have:
// the mean of the cell's, drawn towards that of customers who order as often, and that
// towards everybody's, as if ten more had been seen; at least 1.
func (l *learned) ordersIfAny(s situation) float64 {
	mean := func(w *watchedCell, wider float64) float64 {
		return model.Shrunk(w.days, w.all-w.quiet, wider, weight)
	}
	return max(1, mean(l.at(s.cell), mean(&l.pace[s.pace], mean(&l.all, 1))))
}
