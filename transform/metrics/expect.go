package metrics

import (
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// What a customer's net profit is expected from.
const (
	BasisOwnYear    = "own_year"    // the twelve months before
	BasisTypeMedian = "type_median" // the middle customer of the business type who bought
)

// expect sets what every buying customer's net profit should be: their own of the
// twelve months before where they were a customer for all of them, else the median
// of their business type, where enough customers of it bought.
func (s *Set) expect() {
	medians := s.typeMedians()
	for _, l := range s.lives {
		r := l.row
		median, found := medians[r.Segment]
		switch {
		case r.Orders == 0 && r.OrdersBefore == 0:
		case r.Comparable && r.NetBefore.Known && r.OrdersBefore > 0:
			r.Expected, r.ExpectedBasis = r.NetBefore, BasisOwnYear
		case found && r.Orders > 0:
			r.Expected, r.ExpectedBasis = extract.Some(median), BasisTypeMedian
		}
	}
}

func (s *Set) typeMedians() map[string]Money {
	nets := map[string][]float64{}
	for _, l := range s.lives {
		if r := l.row; r.Orders > 0 && r.Net.Known {
			nets[r.Segment] = append(nets[r.Segment], float64(r.Net.Value))
		}
	}
	medians := map[string]Money{}
	for name, v := range nets {
		if len(v) >= s.rules.MinSample {
			medians[name] = s.cents(Money(model.Median(v)))
		}
	}
	return medians
}

// clearly reports whether a customer's revenue moved by enough to speak of: by
// more than a tenth of what the mean buying customer spends, by more than a fifth
// of what they spent before, and month against month of last year by more than
// chance (paired t interval of 95 %).
func (s *Set) clearly(r *transform.Figures, floor Money) bool {
	move := r.Revenue - r.RevenueBefore
	if !r.Comparable || max(move, -move) <= floor || max(move, -move)*5 <= r.RevenueBefore {
		return false
	}
	months := r.Monthly()
	last := len(months) - int(one(s.win.partial((s.win.asOf - 1).Month())))
	now, then := make([]float64, 12), make([]float64, 12)
	for i := range 12 {
		now[i], then[i] = months[last-12+i].Float(), months[last-24+i].Float()
	}
	return model.Paired(now, then)
}

// floor returns a tenth of what the mean buying customer spends in twelve months.
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
	return sum / n / 10
}
