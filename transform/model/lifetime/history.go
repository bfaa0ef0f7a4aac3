package lifetime

import (
	"errors"
	"fmt"
	"sort"
)

// daysAWeek turns days into weeks, the unit of every rate here.
const daysAWeek = 7

// MaxDays is the longest age and the highest number of orders of a History: 179 years.
const MaxDays = 65535

// History is all a model sees of one customer, in days. Several orders of one day
// are one: to the models a day is a moment.
type History struct {
	Repeats int32 // order days after the first: x in the papers
	Last    int32 // days from the first order day to the last, 0 without repeats: t_x
	Age     int32 // days from the first order day to the last day looked at: T
}

// ErrNoOrder is returned for a customer whose first order lies after the last day.
var ErrNoOrder = errors.New("no order up to the last day looked at")

// Observe returns the history of a customer up to and with the day end. days are the
// days of their orders, ascending, from any origin; equal ones are merged and later
// ones left out, so the same days can be asked for several ends.
func Observe(days []int32, end int32) (History, error) {
	seen := sort.Search(len(days), func(i int) bool { return days[i] > end })
	if seen == 0 {
		return History{}, ErrNoOrder
	}
	h := History{Age: end - days[0]}
	for i := 1; i < seen; i++ {
		switch {
		case days[i] < days[i-1]:
			return h, fmt.Errorf("order day %d after %d: days must ascend", days[i], days[i-1])
		case days[i] > days[i-1]:
			h.Repeats++
			h.Last = days[i] - days[0]
		}
	}
	return h, h.check()
}

// check says what no customer can have done.
func (h History) check() error {
	switch {
	case h.Age < 0 || h.Age > MaxDays:
		return fmt.Errorf("history of %d days: it must have 0 to %d", h.Age, MaxDays)
	case h.Last < 0 || h.Last > h.Age:
		return fmt.Errorf("last order %d days after the first: it must lie within the %d days looked at", h.Last, h.Age)
	case h.Repeats < 0 || h.Repeats > h.Last:
		return fmt.Errorf("%d repeat orders within %d days: at most one counts a day", h.Repeats, h.Last)
	case h.Repeats == 0 && h.Last != 0:
		return fmt.Errorf("last order %d days after the first without a repeat order", h.Last)
	}
	return nil
}

// weeks returns what the formulas ask for: repeats, and recency and age in weeks.
func (h History) weeks() (x, last, age float64) {
	return float64(h.Repeats), float64(h.Last) / daysAWeek, float64(h.Age) / daysAWeek
}
