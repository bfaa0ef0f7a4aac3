package metrics

import (
	"clientele/extract"
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
