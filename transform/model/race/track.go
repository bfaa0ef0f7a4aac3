package race

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// A Track is what all customers together had ordered by some weeks after an origin, and
// what was forecast of it. Source of the plot: P. S. Fader, B. G. S. Hardie and K. L. Lee,
// "Counting your customers" the easy way, Marketing Science 24 (2005), figure 4; here from
// the origin on, where the forecast begins.
type Track struct {
	Weeks          int32
	Expected, Came float64 // order days of all customers, from the origin on
}

// tracked is into how many parts of equal length a horizon is cut.
const tracked = 13

// track follows a forecast through the horizon.
func (o *origin) track(f Forecast) []Track {
	out := make([]Track, tracked)
	_, model := f.(byModel)
	for k := range out {
		t := &out[k]
		t.Weeks = o.weeks * int32(k+1) / tracked
		for _, e := range o.each(func(s Seen) float64 { return f.Expected(s, float64(t.Weeks)) }, model) {
			t.Expected += e
		}
		for _, c := range o.customers {
			if len(c) > 0 && c[0] <= o.day {
				t.Came += float64(c.days(o.day, o.day+7*t.Weeks))
			}
		}
	}
	return out
}

// slope is what came for each order day forecast, from customer to customer: 1 is right,
// below it high forecasts are too high and low ones too low. NaN where all forecasts are
// alike. Source: D. R. Cox, Two further applications of a model for binary regression,
// Biometrika 45 (1958), for chances; here for counts, by least squares.
func slope(expected, came []float64) float64 {
	if low, high := slices.Min(expected), slices.Max(expected); high-low <= 1e-9*high {
		return math.NaN()
	}
	_, b := stat.LinearRegression(expected, came, nil, false)
	return b
}
