package metrics

import (
	"errors"
	"fmt"
	"slices"
)

// What the money score goes by.
const (
	MoneyOrder = "order" // mean net value of an order to date; after A. M. Hughes, Strategic Database Marketing (1994)
	MoneyTotal = "total" // everything bought to date
)

// SegmentRules say how recency, frequency and money are scored. Limits are four,
// ascending, or none: then scores go by rank.
type SegmentRules struct {
	Money       string  // MoneyOrder, also where it is empty, or MoneyTotal
	RecencyDays []int   // days since the last order: up to the first is 5, beyond the last 1
	OrderDays   []int   // days with an order: from the last on is 5, below the first 1
	Amounts     []Money // of money: from the last on is 5, below the first 1
}

// fixed reports whether recency and frequency go by the company's own limits, which
// are the two that segments hang on.
func (r SegmentRules) fixed() bool { return len(r.RecencyDays) > 0 && len(r.OrderDays) > 0 }

// money is what a customer's money score goes by.
func (r SegmentRules) money(l *life) float64 {
	if r.Money == MoneyTotal {
		return float64(l.all.sales)
	}
	return float64(l.all.sales) / float64(l.all.orders)
}

// atMost scores a number by limits of which less is better: 5 up to the first.
func atMost[N int | Money](limits []N, v N) int64 {
	at, _ := slices.BinarySearch(limits, v)
	return int64(5 - at)
}

// atLeast scores a number by limits of which more is better: 5 from the last on.
func atLeast[N int | Money](limits []N, v N) int64 {
	at, found := slices.BinarySearch(limits, v)
	return 1 + int64(at) + one(found)
}

// check returns what is wrong with limits.
func (r SegmentRules) check() error {
	if r.Money != "" {
		if err := oneOf("segments.money", r.Money, MoneyOrder, MoneyTotal); err != nil {
			return err
		}
	}
	for _, x := range []struct {
		name   string
		limits int
	}{{"recency_days", len(r.RecencyDays)}, {"order_days", len(r.OrderDays)}, {"amounts", len(r.Amounts)}} {
		if x.limits != 0 && x.limits != 4 {
			return fmt.Errorf("segments.%s has %d limits: four part the scores 1 to 5", x.name, x.limits)
		}
	}
	if !slices.IsSorted(r.RecencyDays) || !slices.IsSorted(r.OrderDays) || !slices.IsSorted(r.Amounts) {
		return errors.New("the limits of segments do not rise: put each above the one before")
	}
	return nil
}
