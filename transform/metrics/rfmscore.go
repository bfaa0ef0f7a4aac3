package metrics

import (
	"slices"

	"clientele/transform/model"
)

// A scored is a customer who had ordered before a day, as scored on that day.
type scored struct {
	*life
	days    []Day // with an order, before the day
	r, f, m int64
}

// segment returns the segment the scores stand for.
func (x *scored) segment() string {
	if len(x.days) == 1 {
		return segmentOfOne(x.r)
	}
	return segmentOf(x.r, x.f)
}

// ranked scores everybody who ordered before a day. Scores go by midrank, so that
// equal values always score equal. Customers with two order days or more are scored
// among themselves; one order day is scored in recency and money among everybody who
// ever ordered, with frequency 1. Where there are fewer than 25 of either, recency
// and frequency go by fixed limits instead; where the company set limits, by those.
// Money is always of all orders up to the as-of day.
func (s *Set) ranked(asOf Day) []scored {
	var all, repeat []scored
	for _, l := range s.lives {
		n, _ := slices.BinarySearch(l.days, asOf)
		if n == 0 {
			continue
		}
		x := scored{life: l, days: l.days[:n]}
		all = append(all, x)
		if n > 1 {
			repeat = append(repeat, x)
		}
	}
	s.scoreAmong(all, asOf)
	s.scoreAmong(repeat, asOf)
	next := 0
	for i := range all {
		all[i].f = 1
		if len(all[i].days) > 1 {
			all[i] = repeat[next]
			next++
		}
	}
	return all
}

// scoreAmong scores customers beside each other.
func (s *Set) scoreAmong(list []scored, asOf Day) {
	rules := s.rules.Segments
	by := func(of func(*scored) float64) []float64 {
		values := make([]float64, len(list))
		for i := range list {
			values[i] = of(&list[i])
		}
		return model.Midranks(values)
	}
	last := func(x *scored) Day { return x.days[len(x.days)-1] }
	r := by(func(x *scored) float64 { return float64(last(x)) })
	f := by(func(x *scored) float64 { return float64(len(x.days)) })
	m := by(func(x *scored) float64 { return rules.money(x.life) })
	for i := range list {
		x := &list[i]
		silent := int(asOf - last(x))
		x.r, x.f, x.m = model.Fifth(r[i]), model.Fifth(f[i]), model.Fifth(m[i])
		if len(list) < fewToRank {
			x.r, x.f = recencyByLimit(int64(silent), int64(s.rules.LapsedAfter)), frequencyByLimit(int64(len(x.days)))
		}
		if len(rules.RecencyDays) > 0 {
			x.r = atMost(rules.RecencyDays, silent)
		}
		if len(rules.OrderDays) > 0 {
			x.f = atLeast(rules.OrderDays, len(x.days))
		}
		if len(rules.Amounts) > 0 {
			x.m = atLeast(rules.Amounts, Money(rules.money(x.life)))
		}
	}
}

// segmentNumber numbers the segments in the order of Segments from 1 on; 0 is none.
func segmentNumber(name string) int8 { return int8(1 + slices.Index(Segments(), name)) }
