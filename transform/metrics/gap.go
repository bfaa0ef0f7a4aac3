package metrics

import (
	"math"

	"clientele/extract"
	"clientele/transform/model"
)

// usualGap returns the median days between order days, unknown below three order
// days: one gap is no habit.
func usualGap(days []Day) extract.Opt[int64] {
	if len(days) < 3 {
		return extract.Opt[int64]{}
	}
	gaps := make([]float64, len(days)-1)
	for i := range gaps {
		gaps[i] = float64(days[i+1] - days[i])
	}
	return extract.Some(int64(math.Round(model.Median(gaps))))
}
