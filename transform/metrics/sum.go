package metrics

import "clientele/extract"

// A sum is what sales in one window add up to.
type sum struct {
	orders  int64
	sales   Money // purchases
	credits Money // credit notes, negative
	covered Money
	goods   Money
	off     Money // discounts taken off sales
	costed  int32 // purchases with any known cost
	promos  int32 // purchases that were promotional
}

func (s *sum) add(x *sale) {
	if x.credit {
		s.credits += x.net
		return
	}
	s.orders++
	s.sales += x.net
	s.covered += x.covered
	s.goods += x.goods
	s.off += x.off
	s.promos += int32(one(x.promo))
	if x.costed {
		s.costed++
	}
}

func (s *sum) net() Money { return s.sales + s.credits }

// gross returns gross profit of what has a known cost, less credit notes; unknown
// where something was bought and nothing of it has a cost.
func (s *sum) gross() extract.Opt[Money] {
	if s.orders > 0 && s.costed == 0 {
		return extract.Opt[Money]{}
	}
	return extract.Some(s.covered - s.goods + s.credits)
}

// A fraction is a part of a whole, counted; results say it as a Rate.
type fraction struct{ part, of int64 }

func (f *fraction) add(o fraction) { f.part, f.of = f.part+o.part, f.of+o.of }

func (f fraction) rate() Rate { return rate(f.part, f.of) }
