package metrics

import (
	"math/bits"
	"slices"
)

// portion returns a*b/of, truncated toward zero, exact in between; of must not be
// zero and the result must fit.
func portion(a, b, of int64) int64 {
	negative := (a < 0) != (b < 0) != (of < 0)
	hi, lo := bits.Mul64(size(a), size(b))
	q, _ := bits.Div64(hi%size(of), lo, size(of))
	if negative {
		return -int64(q)
	}
	return int64(q)
}

func size(v int64) uint64 {
	if v < 0 {
		return -uint64(v)
	}
	return uint64(v)
}

// spread divides an amount over weights in whole units by largest remainder; ties
// go to whoever comes first. Shares add up to the amount but for what is less than
// a unit. No weight must be negative; without any weight nothing is spread.
func spread(amount, unit Money, weights []int64) []Money {
	shares := make([]Money, len(weights))
	var total int64
	for _, w := range weights {
		total += w
	}
	if total == 0 || amount < unit {
		return shares
	}
	units := uint64(amount / unit)
	rests := make([]uint64, len(weights))
	left := units
	for i, w := range weights {
		hi, lo := bits.Mul64(units, uint64(w))
		q, r := bits.Div64(hi, lo, uint64(total))
		shares[i], rests[i] = Money(q)*unit, r
		left -= q
	}
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case rests[a] > rests[b]:
			return -1
		case rests[a] < rests[b]:
			return 1
		}
		return 0
	})
	for i := range int(left) {
		shares[order[i]] += unit
	}
	return shares
}
