package metrics

import (
	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model"
)

// What a customer's net profit is expected from, the strongest word first.
const (
	BasisPlan       = "plan"        // the company's own plan for the customer
	BasisContract   = "contract"    // the volume agreed, at the margin of the customer or the type
	BasisOwnYear    = "own_year"    // the twelve months before
	BasisTypeMedian = "type_median" // the middle customer of the business type who bought
)

// expect sets what every customer's net profit should be: what is planned of them;
// else what their contracts agree, at the margin they had; else their own twelve
// months before where they were a customer for all of them; else the median of their
// business type, where enough customers of it bought.
func (s *Set) expect() {
	plans := s.planned(extract.TargetProfit)
	s.data.Unplanned = plans.nobody
	types := s.ordinaries()
	for _, l := range s.lives {
		r := l.row
		plan, planned := plans.customers[string(r.ID)]
		byContract := s.earns(r, types[r.Segment], s.agreed(l))
		switch {
		case planned:
			r.Expected, r.ExpectedBasis = extract.Some(s.cents(plan)), BasisPlan
		case byContract.Known:
			r.Expected, r.ExpectedBasis = byContract, BasisContract
		case r.Orders == 0 && r.OrdersBefore == 0:
		case r.Comparable && r.NetBefore.Known && r.OrdersBefore > 0:
			r.Expected, r.ExpectedBasis = r.NetBefore, BasisOwnYear
		case types[r.Segment].known && r.Orders > 0:
			r.Expected, r.ExpectedBasis = extract.Some(types[r.Segment].net), BasisTypeMedian
		}
	}
}

// earns returns what a volume brings at the margin of the customer's year before, else
// at the median margin of the type.
func (s *Set) earns(r *transform.Figures, ours ordinary, volume extract.Opt[Money]) extract.Opt[Money] {
	margin := ours.margin
	if r.NetBefore.Known && r.CostedBefore > 0 {
		margin = transform.Meaningful(share(r.NetBefore.Value, r.CostedBefore))
	}
	if !margin.Known || !volume.Known {
		return extract.Opt[Money]{}
	}
	m, err := volume.Value.Times(margin.Value)
	return opt(s.cents(m), err == nil)
}

// An ordinary is the middle customer of a business type who bought, of at least
// Rules.MinSample.
type ordinary struct {
	known  bool
	net    Money
	margin extract.Opt[extract.Decimal]
}

// ordinaries finds the middle customers by business type.
func (s *Set) ordinaries() map[string]ordinary {
	nets, margins := map[string][]float64{}, map[string][]float64{}
	for _, l := range s.lives {
		r := l.row
		if r.Orders == 0 || !r.Net.Known {
			continue
		}
		nets[r.Segment] = append(nets[r.Segment], float64(r.Net.Value))
		if m := r.Margin(); m.Known {
			margins[r.Segment] = append(margins[r.Segment], m.Value.Float())
		}
	}
	out := map[string]ordinary{}
	for name, v := range nets {
		if len(v) < s.rules.MinSample {
			continue
		}
		t := ordinary{known: true, net: s.cents(Money(model.Median(v)))}
		if m := margins[name]; len(m) >= s.rules.MinSample {
			t.margin = decimal(model.Median(m))
		}
		out[name] = t
	}
	return out
}
