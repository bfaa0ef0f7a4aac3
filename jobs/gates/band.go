package gates

import (
	"math"
	"slices"
)

// A Band is the range a figure usually lies in.
type Band struct{ Low, Median, High float64 }

// madToSigma makes the median absolute deviation comparable with the standard
// deviation of a normal distribution (Hampel 1974; Leys et al. 2013, Journal of
// Experimental Social Psychology 49, who recommend it over mean and deviation
// because the outliers looked for do not widen it).
const madToSigma = 1.4826

// Usual is the median of some values, plus and minus width times their scaled median
// absolute deviation, and never narrower than a share of the median to either side:
// a figure that was the same for months would otherwise have no room at all.
func Usual(values []float64, width, narrowest float64) Band {
	m := median(values)
	away := make([]float64, len(values))
	for i, x := range values {
		away[i] = math.Abs(x - m)
	}
	half := max(width*madToSigma*median(away), narrowest*math.Abs(m))
	return Band{Low: m - half, Median: m, High: m + half}
}

// Holds reports whether a value lies in the band, its edges included. A value that
// differs from an edge by less than figures are kept to lies on it.
func (b Band) Holds(x float64) bool {
	return x >= b.Low-slack*math.Abs(b.Low) && x <= b.High+slack*math.Abs(b.High)
}

const slack = 1e-9

// median is the middle of some values, not a number where there is none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return sorted[n/2-1]/2 + sorted[n/2]/2 // halved first: the sum may be too large
}
