package model

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
