package model

import "math"

// TheilSen returns the median slope over all pairs of equally spaced values, per
// step; NaN below two values. Sources: H. Theil, Proc. Kon. Ned. Akad. v.
// Wetensch. A 53 (1950); P. K. Sen, JASA 63 (1968).
func TheilSen(values []float64) float64 {
	slopes := make([]float64, 0, len(values)*(len(values)-1)/2)
	for i := range values {
		for j := i + 1; j < len(values); j++ {
			slopes = append(slopes, (values[j]-values[i])/float64(j-i))
		}
	}
	return Median(slopes)
}

// Paired reports whether two series of equal length differ in the mean at 95 % by
// a paired t interval. Fewer than three pairs, or no difference at all, never do.
func Paired(a, b []float64) bool {
	d := make([]float64, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	if len(d) < 3 {
		return false
	}
	mean, half := Mean(d)
	return math.Abs(mean) > half
}
