package model_test

import (
	"math"
	"testing"

	"clientele/transform/model"
)

// Smokers among four groups of lung patients, the example of R's prop.trend.test: a
// chi-squared of 8.2249, p 0.004132. After J. L. Fleiss, Statistical Methods for Rates
// and Proportions, 2nd ed. (1981).
func TestTrendAsPublished(t *testing.T) {
	z, p := model.Trend([]int64{83, 90, 129, 70}, []int64{86, 93, 136, 82})
	near(t, "chi-squared", z*z, 8.2249, 5e-5)
	near(t, "p", p, .004132, 5e-7)
	if z > 0 {
		t.Errorf("shares fall, z is %v", z)
	}
}

func TestTrendKnowsItsDirection(t *testing.T) {
	up, p := model.Trend([]int64{10, 20, 30}, []int64{100, 100, 100})
	down, q := model.Trend([]int64{30, 20, 10}, []int64{100, 100, 100})
	near(t, "down", down, -up, 1e-12)
	near(t, "p", p, q, 1e-12)
	if !(up > 0 && p < .001) {
		t.Errorf("z %v, p %v", up, p)
	}
	// A group of nobody keeps its place: the rise is slower.
	gap, _ := model.Trend([]int64{10, 0, 30}, []int64{100, 0, 100})
	near(t, "two ends", gap, 20/math.Sqrt(.2*.8*200), 1e-12)
}

func TestNothingToCompareHasNoTrend(t *testing.T) {
	for name, c := range map[string][2][]int64{
		"no group":          {nil, nil},
		"one group":         {{3}, {9}},
		"nobody anywhere":   {{0, 0}, {0, 0}},
		"all of them":       {{5, 5}, {5, 5}},
		"none of them":      {{0, 0}, {5, 5}},
		"all in one period": {{0, 3, 0}, {0, 9, 0}},
	} {
		if z, p := model.Trend(c[0], c[1]); z != 0 || p != 1 {
			t.Errorf("%s: z %v, p %v", name, z, p)
		}
	}
}
