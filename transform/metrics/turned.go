package metrics

import (
	"clientele/transform"
	"clientele/transform/model"
)

// monthsTurned is how many months are held against the same of last year, and
// monthsUsual how many before them say what is usual.
const (
	monthsTurned = 3
	monthsUsual  = 9
)

// turned reports whether an active customer buys clearly less, or clearly more, in the
// last three months than in the same three a year ago: by more than a floor, by more than
// a fifth, and by more than chance (see model.Unusual) given how far the nine months
// before moved against their own of the year before. Where either is so it remembers the
// month the level changed. Who was not there for all of last year is not compared.
func (s *Set) turned(r *transform.Figures, floor Money) (declining, growing bool) {
	move := r.Recent - r.RecentBefore
	size := max(move, -move)
	if !r.Comparable || r.State != transform.StateActive || size <= floor || size*5 <= r.RecentBefore {
		return false, false
	}
	months := s.complete(r)
	usual := make([]float64, monthsUsual)
	for i := range usual {
		at := len(months) - monthsTurned - monthsUsual + i
		usual[i] = (months[at] - months[at-12]).Float()
	}
	if !model.Unusual(move.Float(), monthsTurned, usual) {
		return false, false
	}
	r.ChangedFrom = s.changed(r, months, move < 0)
	return move < 0, move > 0
}

// complete returns the revenue of the last 24 complete months, oldest first.
func (s *Set) complete(r *transform.Figures) []Money {
	months := r.Monthly()
	last := len(months) - int(one(s.win.partial((s.win.asOf - 1).Month())))
	return months[last-24 : last]
}

// changed returns the first day of the month from which the level of revenue is another
// one, in the direction of the move; 0 where no month stands out at 5 %. Months before
// the first order are no level.
func (s *Set) changed(r *transform.Figures, months []Money, down bool) Day {
	oldest := s.win.asOf.Month().AddMonths(-len(months))
	from := min(max(0, monthsFrom(oldest, r.First.Month())), len(months))
	values := make([]float64, 0, len(months))
	for _, m := range months[from:] {
		values = append(values, m.Float())
	}
	shift := model.Pettitt(values)
	if shift.P > .05 || shift.Down != down {
		return 0
	}
	return oldest.AddMonths(from + shift.At)
}

// floor returns a tenth of what the mean buying customer spends in three of the twelve
// months: below it no move is worth speaking of.
func (s *Set) floor() Money {
	var sum Money
	n := Money(0)
	for _, l := range s.lives {
		if l.row.Orders > 0 {
			sum += l.row.Revenue
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n / 40
}
