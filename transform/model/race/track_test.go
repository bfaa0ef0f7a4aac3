package race

import (
	"math"
	"testing"
)

func TestAForecastIsFollowedFromTheDayItWasMadeToTheEnd(t *testing.T) {
	all := crowd(1, 400, 1200)
	r, err := Run(all, 1200, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Tracks) != 13 || r.Tracks[12].Weeks != r.Weeks {
		t.Fatalf("%+v", r.Tracks)
	}
	won, end := r.Next[0], r.Tracks[12]
	if math.Abs(end.Expected-won.Expected) > 1e-9*won.Expected || end.Came != won.Came {
		t.Errorf("the end is %+v, the score %+v", end, won)
	}
	first := 1200 - 7*r.Weeks
	for i, step := range r.Tracks {
		came := 0
		for _, c := range all {
			for _, day := range c {
				if c[0] <= first && day > first && day <= first+7*step.Weeks {
					came++
				}
			}
		}
		if step.Weeks != r.Weeks*int32(i+1)/13 || math.Abs(step.Came-float64(came)) > float64(came)/20 { // several orders of a day are one day
			t.Errorf("%+v, %d orders came", step, came)
		}
		if i > 0 && (step.Came < r.Tracks[i-1].Came || step.Expected <= r.Tracks[i-1].Expected) {
			t.Errorf("%+v after %+v", step, r.Tracks[i-1])
		}
	}
}

func TestTheCalibrationSlopeIsWhatCameForEachOrderForecast(t *testing.T) {
	for _, c := range []struct {
		expected, came []float64
		want           float64
	}{
		{[]float64{1, 2, 3}, []float64{1, 2, 3}, 1},
		{[]float64{2, 4, 6}, []float64{1, 2, 3}, .5},
		{[]float64{0, 1, 2, 3}, []float64{1, 0, 3, 2}, .6},
		{[]float64{.1, .1, .1}, []float64{0, 1, 5}, math.NaN()},
	} {
		if got := slope(c.expected, c.came); math.Abs(got-c.want) > 1e-12 || math.IsNaN(got) != math.IsNaN(c.want) {
			t.Errorf("%v for %v: %v, want %v", c.came, c.expected, got, c.want)
		}
	}
}

func TestTheErrorOfTheChanceIsBriers(t *testing.T) {
	o := &origin{weeks: 13, seen: make([]Seen, 4), came: []float64{0, 0, 3, 1}}
	s, _ := o.judge("a coin", rule{func(Seen) float64 { return math.Ln2 / 13 }, 13, 1}) // half of them order
	if math.Abs(s.Brier-.25) > 1e-12 {
		t.Errorf("a coin has %v, want a quarter", s.Brier)
	}
	sure := &origin{weeks: 13, seen: []Seen{{Recent: 0}, {Recent: 1}}, came: []float64{1, 0}}
	s, _ = sure.judge("the wrong way round", rule{func(x Seen) float64 { return 1e9 * float64(x.Recent) }, 13, 1})
	if math.Abs(s.Brier-1) > 1e-12 {
		t.Errorf("who is always wrong has %v, want 1", s.Brier)
	}
}
