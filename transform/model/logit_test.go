package model_test

import (
	"math"
	"testing"

	"clientele/transform/model"
)

func closeTo(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// With as many coefficients as groups and next to no prior the fit goes through the
// groups' own log odds: 1 of 4 and 3 of 4 lie log 3 below and above one half.
func TestLogitGoesThroughTwoGroups(t *testing.T) {
	l := model.FitLogit([]model.Trials{{X: []float64{0}, Of: 400, Yes: 100}, {X: []float64{1}, Of: 400, Yes: 300}}, 1e6)
	closeTo(t, "constant", l[0], -math.Log(3), 1e-8)
	closeTo(t, "slope", l[1], 2*math.Log(3), 1e-8)
	closeTo(t, "half way", l.P([]float64{.5}), .5, 1e-9)
}

// Hours of study and passing an exam: the data set of twenty students that textbooks
// work through, with coefficients -4.0777 and 1.5046.
func TestLogitOfTwentyStudents(t *testing.T) {
	hours := []float64{.5, .75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5}
	passed := []float64{0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1}
	var trials []model.Trials
	for i := range hours {
		trials = append(trials, model.Trials{X: hours[i : i+1], Of: 1, Yes: passed[i]})
	}
	l := model.FitLogit(trials, 1e6)
	closeTo(t, "constant", l[0], -4.0777, 5e-5)
	closeTo(t, "hours", l[1], 1.5046, 5e-5)
}

func TestThePriorKeepsWhatIsToldApartWithoutErrorFinite(t *testing.T) {
	for name, trials := range map[string][]model.Trials{
		"told apart":      {{X: []float64{0}, Of: 10}, {X: []float64{1}, Of: 10, Yes: 10}},
		"all of them":     {{X: []float64{0}, Of: 10, Yes: 10}, {X: []float64{1}, Of: 10, Yes: 10}},
		"nothing known":   {{X: []float64{3}, Of: 1e9, Yes: 1}},
		"the same twice":  {{X: []float64{1, 1}, Of: 5, Yes: 1}, {X: []float64{2, 2}, Of: 5, Yes: 4}},
		"on a wild scale": {{X: []float64{-1e6}, Of: 5, Yes: 1}, {X: []float64{1e6}, Of: 5, Yes: 4}},
	} {
		l := model.FitLogit(trials, 2)
		for i, b := range l {
			if math.IsNaN(b) || math.Abs(b) > 40 {
				t.Errorf("%s: coefficient %d is %v", name, i, b)
			}
		}
		for _, x := range trials {
			if p := l.P(x.X); math.IsNaN(p) || p < 0 || p > 1 {
				t.Errorf("%s: probability %v", name, p)
			}
		}
	}
}

func TestWithoutTrialsALogitSaysOneHalf(t *testing.T) {
	closeTo(t, "half", model.FitLogit(nil, 2).P([]float64{7}), .5, 0)
}
