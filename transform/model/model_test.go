package model_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"clientele/transform/model"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	t.Logf("%-32s want %-14.8g ours %-14.8g", what, want, got)
	if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > within {
		t.Errorf("%s is %.8g, want %.8g", what, got, want)
	}
}

func TestWilsonAsPublished(t *testing.T) {
	for _, c := range []struct {
		name        string
		part, whole int64
		low, high   float64
	}{
		{"four of five", 4, 5, 37.55, 96.38},
		{"24 of 30", 24, 30, 62.69, 90.49},
		{"80 of 100", 80, 100, 71.12, 86.66},
		{"none of ten still has width", 0, 10, 0, 27.75},
		{"81 of 263", 81, 263, 25.53, 36.62},
		{"nothing known covers all", 0, 0, 0, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			low, high := model.Wilson(c.part, c.whole)
			near(t, "low", 100*low, c.low, .005)
			near(t, "high", 100*high, c.high, .005)
		})
	}
}

func TestNetPromoterAsPublished(t *testing.T) {
	for _, c := range []struct {
		name             string
		up, mid, down    int64
		score, low, high float64
	}{
		{"324 answers", 162, 108, 54, 33.33, 24.95, 41.11},
		{"36 answers", 18, 12, 6, 33.33, 7.30, 54.24},
		{"10 answers", 5, 3, 2, 30, -19.05, 65.20},
		{"all promoters, cut at 100", 50, 0, 0, 100, 86.64, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			score, low, high := model.NetPromoter(c.up, c.mid, c.down)
			near(t, "score", score, c.score, .005)
			near(t, "low", low, c.low, .005)
			near(t, "high", high, c.high, .005)
		})
	}
}

func TestKaplanMeierOfMaintainedLeukaemia(t *testing.T) {
	steps := model.KaplanMeier([]model.Life{
		{9, true},
		{13, true},
		{13, false},
		{18, true},
		{23, true},
		{28, false},
		{31, true},
		{34, true},
		{45, false},
		{48, true},
		{161, false},
	})
	want := []float64{.9091, .8182, .7159, .6136, .4909, .3682, .1841}
	if len(steps) != len(want) {
		t.Fatalf("%d steps, want %d", len(steps), len(want))
	}
	for i, w := range want {
		near(t, "survival", steps[i].Survival, w, .00005)
	}
}

func TestKaplanMeierOfPublishedData(t *testing.T) {
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: the published survival data are not here")
	}
	fly := model.KaplanMeier(lives(t, filepath.Join(dir, "analytics", "lifelines_waltons_dataset.csv"), "T", "E"))
	for at, want := range map[float64]float64{6: .993865, 26: .858090, 40: .777837, 56: .429903, 60: .311524} {
		near(t, "waltons", model.Survives(fly, at), want, 5e-7)
	}
	median, low, high := model.MedianLife(fly)
	near(t, "waltons median", median, 56, 0)
	near(t, "waltons low", low, 53, 0)
	near(t, "waltons high", high, 58, 0)
	lung := model.KaplanMeier(lives(t, filepath.Join(dir, "analytics", "lifelines_lung.csv"), "time", "status"))
	near(t, "lung 180", model.Survives(lung, 180), .7216707, 5e-8)
	near(t, "lung 365", model.Survives(lung, 365), .4092416, 5e-8)
	median, low, high = model.MedianLife(lung)
	near(t, "lung median", median, 310, 0)
	near(t, "lung low", low, 284, 0)
	near(t, "lung high", high, 361, 0)
}

func lives(t *testing.T, file, time, event string) []model.Life {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	most := 0.0
	var out []model.Life
	for _, r := range rows[1:] {
		v, _ := strconv.ParseFloat(r[column[time]], 64)
		e, _ := strconv.ParseFloat(r[column[event]], 64)
		most = math.Max(most, e)
		out = append(out, model.Life{Time: v, Ended: e == 1})
	}
	if most == 2 { // coded 1 watched, 2 died
		for i, r := range rows[1:] {
			out[i].Ended = r[column[event]] == "2"
		}
	}
	return out
}

func TestMidranks(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		want   []float64
	}{
		{"equal values share the middle", []float64{7, 7, 7}, []float64{.5, .5, .5}},
		{"order does not matter", []float64{3, 1, 2}, []float64{5. / 6, 1. / 6, .5}},
		{"ties half way", []float64{1, 1, 2}, []float64{1. / 3, 1. / 3, 5. / 6}},
		{"none", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, r := range model.Midranks(c.values) {
				near(t, "rank", r, c.want[i], 1e-12)
			}
		})
	}
}

func TestMidranksKeepTiesAndOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ints := rapid.SliceOfN(rapid.IntRange(0, 9), 1, 60).Draw(t, "values")
		values := make([]float64, len(ints))
		for i, v := range ints {
			values[i] = float64(v)
		}
		ranks := model.Midranks(values)
		for i := range values {
			if s := model.Fifth(ranks[i]); s < 1 || s > 5 {
				t.Fatalf("score %d", s)
			}
			for j := range values {
				if (values[i] < values[j]) != (ranks[i] < ranks[j]) || (values[i] == values[j]) != (ranks[i] == ranks[j]) {
					t.Fatalf("%v and %v are ranked %v and %v", values[i], values[j], ranks[i], ranks[j])
				}
			}
		}
	})
}

func TestAUC(t *testing.T) {
	near(t, "perfect", model.AUC([]float64{1, 2, 3, 4}, []bool{false, false, true, true}), 1, 1e-12)
	near(t, "reversed", model.AUC([]float64{4, 3, 2, 1}, []bool{false, false, true, true}), 0, 1e-12)
	near(t, "all tied", model.AUC([]float64{5, 5, 5}, []bool{true, false, true}), .5, 1e-12)
	near(t, "nothing happened", model.AUC([]float64{1, 2}, []bool{false, false}), math.NaN(), 0)
}

func TestSlope(t *testing.T) {
	near(t, "a line", model.TheilSen([]float64{1, 3, 5, 7}), 2, 1e-12)
	near(t, "one outlier barely moves it", model.TheilSen([]float64{1, 3, 500, 7, 9}), 2, 1)
	near(t, "one value has none", model.TheilSen([]float64{1}), math.NaN(), 0)
}

func TestMean(t *testing.T) {
	mean, half := model.Mean([]float64{1, 2, 3, 4, 5})
	near(t, "mean", mean, 3, 1e-12)
	near(t, "half width", half, 1.9632, .0001) // t(4) = 2.7764, sd = 1.5811
	_, half = model.Mean([]float64{1})
	near(t, "one value has no width", half, math.NaN(), 0)
}

func TestDiscoveries(t *testing.T) {
	got := model.Discoveries([]float64{.04, .001, .9, .011}, .05)
	for i, want := range []bool{false, true, false, true} {
		if got[i] != want {
			t.Errorf("p-value %d stands: %v, want %v", i, got[i], want)
		}
	}
	near(t, "three or more of one expected", model.PoissonAtLeast(3, 1), 1-2.5*math.Exp(-1), 1e-12)
	near(t, "nothing is always reached", model.PoissonAtLeast(0, 0), 1, 0)
}

func TestShrunk(t *testing.T) {
	near(t, "nothing seen is the wider share", model.Shrunk(0, 0, .3, 10), .3, 1e-12)
	near(t, "half way at the weight", model.Shrunk(10, 10, .5, 10), .75, 1e-12)
}
