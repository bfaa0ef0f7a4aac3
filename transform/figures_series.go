package transform

import (
	"strconv"
	"strings"

	"clientele/extract"
)

// The letters of Journey, one for each calendar month.
const (
	StepNone     = '-' // no order yet
	StepNew      = 'n' // first order
	StepActive   = 'a' // active at the start and at the end
	StepLost     = 'l' // active at the start, lost at the end
	StepGone     = 'x' // lost at the start and at the end
	StepReturned = 'r' // lost at the start, ordered again
	StepBoth     = 'b' // lost and ordered again within the month
)

// FiguresSeries is how the customer got here, packed into texts.
type FiguresSeries struct {
	Months  string // revenue of SeriesMonths calendar months, oldest first, blank-separated, in minor units
	Places  int64  // decimals of the minor unit in Months
	Journey string // a Step letter for each of JourneyMonths calendar months, oldest first
	Cohort  Day    // first day of the quarter of the first order
	Kept    string // active after 3, 6 … months: 1 yes, 0 no; ends where the as-of day does
}

// SeriesMonths is the number of calendar months in Months: this one, and two
// years before it. JourneyMonths is the number in Journey.
const (
	SeriesMonths  = 25
	JourneyMonths = 24
)

func (f *FiguresSeries) fields() []extract.Field {
	return []extract.Field{
		{Name: "months", Ptr: &f.Months, Help: "Revenue of 25 calendar months in minor units, oldest first."},
		{Name: "places", Ptr: &f.Places, Help: "Decimals of the minor unit."},
		{Name: "journey", Ptr: &f.Journey, Help: "A letter for each of 24 months: - none, n new, a active, l lost, x gone, r returned, b lost and returned."},
		{Name: "cohort", Ptr: &f.Cohort, Help: "First day of the quarter of the first order."},
		{Name: "kept", Ptr: &f.Kept, Help: "Active 3, 6 … months after that quarter: 1 yes, 0 no."},
	}
}

// Monthly returns the revenue of SeriesMonths calendar months, oldest first; the
// last is the month the day before the as-of day lies in, and may be incomplete.
func (f *FiguresSeries) Monthly() []Money {
	unit := extract.Unit
	for range f.Places {
		unit /= 10
	}
	sums := make([]Money, SeriesMonths)
	for i, s := range strings.Fields(f.Months) {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil && i < len(sums) {
			sums[i] = Money(n) * unit
		}
	}
	return sums
}

// PackMonths writes Months; the amounts must be rounded to that many decimals.
func PackMonths(sums []Money, places int64) string {
	unit := extract.Unit
	for range places {
		unit /= 10
	}
	words := make([]string, len(sums))
	for i, m := range sums {
		words[i] = strconv.FormatInt(int64(m/unit), 10)
	}
	return strings.Join(words, " ")
}
