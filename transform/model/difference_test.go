package model_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"clientele/transform/model"
)

func TestWelch(t *testing.T) {
	// Means 3 and 6, variances 2.5 and 10: t = -3 ÷ √2.5, 6.25 ÷ 1.0625 degrees.
	d := model.Welch([]float64{1, 2, 3, 4, 5}, []float64{2, 4, 6, 8, 10})
	near(t, "difference", d.By, -3, 1e-12)
	near(t, "p", d.P, .1075, .00005)
	near(t, "low", d.Low, -6.8876, .0005)
	near(t, "high", d.High, .8876, .0005)
	near(t, "one value tells nothing", model.Welch([]float64{1}, []float64{1, 2}).P, math.NaN(), 0)
	near(t, "all alike and equal", model.Welch([]float64{4, 4}, []float64{4, 4, 4}).P, 1, 0)
	near(t, "all alike and apart", model.Welch([]float64{4, 4}, []float64{3, 3}).P, 0, 0)
}

func TestWhatIsLeftOfASample(t *testing.T) {
	got := model.Gather([]float64{1, 2, 3, 4, 5, 9, 7}).Without(model.Gather([]float64{2, 9, 7}))
	want := model.Gather([]float64{1, 3, 4, 5})
	near(t, "values", got.N, want.N, 0)
	near(t, "mean", got.Mean, want.Mean, 1e-12)
	near(t, "squares", got.Squares, want.Squares, 1e-12)
	near(t, "nothing is left of all", model.Gather([]float64{1, 2}).Without(model.Gather([]float64{1, 2})).N, 0, 0)
}

func TestSharesAsPublished(t *testing.T) {
	for _, c := range []struct {
		name           string
		a, n, b, m     int64
		by, low, high  float64
		p, withinOfAll float64
	}{
		{"Newcombe 1998, table II (a)", 56, 70, 48, 80, .2, .0524, .3339, .0083, .0002},
		{"Newcombe 1998, table II (b)", 9, 10, 3, 10, .6, .1705, .8090, .0076, .0001},
		{"Newcombe 1998, table II (h)", 10, 10, 0, 10, 1, .6075, 1, 0, .0001},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := model.Shares(c.a, c.n, c.b, c.m)
			near(t, "difference", d.By, c.by, 1e-12)
			near(t, "low", d.Low, c.low, .00005)
			near(t, "high", d.High, c.high, .00005)
			near(t, "p", d.P, c.p, c.withinOfAll)
		})
	}
	near(t, "nobody asked", model.Shares(0, 0, 1, 2).By, math.NaN(), 0)
	near(t, "nobody said so", model.Shares(0, 9, 0, 8).P, 1, 0)
}

func TestTheChangeOfARecommendationScore(t *testing.T) {
	d := model.NetPromoters([3]int64{18, 12, 6}, [3]int64{18, 12, 6})
	near(t, "no change", d.By, 0, 1e-12)
	near(t, "by chance", d.P, 1, 1e-12)
	// 33.3 less 0: 12/39 less 0 after three answers each; variances (25.5/39 - .0947)/39
	// and (24.5/39... by hand: .0143512 and .0157791.
	d = model.NetPromoters([3]int64{18, 12, 6}, [3]int64{12, 12, 12})
	near(t, "difference", d.By, 100./3, 1e-9)
	up := (25.5/39 - (12./39)*(12./39)) / 39
	down := (25.5 / 39) / 39
	near(t, "low", d.Low, 100*(12./39-1.959964*math.Sqrt(up+down)), 1e-4)
	near(t, "high", d.High, 100*(12./39+1.959964*math.Sqrt(up+down)), 1e-4)
}

func TestHomogeneous(t *testing.T) {
	// 30 of 100, 20 of 100, 40 of 100: expected 30 each, chi² = 200/30 + 200/70 = 9.52.
	near(t, "p", model.Homogeneous([]int64{30, 20, 40}, []int64{100, 100, 100}), math.Exp(-9.5238095/2), 1e-7)
	near(t, "one group", model.Homogeneous([]int64{3}, []int64{9}), 1, 0)
	near(t, "everybody", model.Homogeneous([]int64{3, 4}, []int64{3, 4}), 1, 0)
}

// The thirteen vaccine trials of G. A. Colditz et al. (JAMA 271, 1994), a standard
// example of pooled risk differences.
func TestMatchedAsPublished(t *testing.T) {
	var strata []model.Stratum
	for _, r := range [][4]int64{
		{4, 119, 11, 128},
		{6, 300, 29, 274},
		{3, 228, 11, 209},
		{62, 13536, 248, 12619},
		{33, 5036, 47, 5761},
		{180, 1361, 372, 1079},
		{8, 2537, 10, 619},
		{505, 87886, 499, 87892},
		{29, 7470, 45, 7232},
		{17, 1699, 65, 1600},
		{186, 50448, 141, 27197},
		{5, 2493, 3, 2338},
		{27, 16886, 29, 17825},
	} {
		strata = append(strata, model.Stratum{Exposed: r[0] + r[1], ExposedYes: r[0], Unexposed: r[2] + r[3], UnexposedYes: r[2]})
	}
	d, _ := model.Matched(strata)
	near(t, "difference", d.By, -.0033, .00005)
	near(t, "low", d.Low, -.0039, .00005)
	near(t, "high", d.High, -.0027, .00005)
	near(t, "z", d.By/((d.High-d.Low)/2/1.959964), -11.4708, .0001)
}

func TestMatchingTakesLikeWithLike(t *testing.T) {
	// Within either stratum exposed and unexposed do alike; taken together they would
	// not: 28 of 40 against 52 of 160.
	d, n := model.Matched([]model.Stratum{
		{Exposed: 30, ExposedYes: 27, Unexposed: 20, UnexposedYes: 18},
		{Exposed: 10, ExposedYes: 1, Unexposed: 140, UnexposedYes: 14},
		{Exposed: 5, ExposedYes: 5}, // nobody to compare with
	})
	near(t, "difference", d.By, 0, 1e-12)
	if n != 40 {
		t.Errorf("%d exposed count, want 40", n)
	}
	_, none := model.Matched([]model.Stratum{{Exposed: 5}})
	if none != 0 {
		t.Error("somebody was compared with nobody")
	}
}

func TestDifferencesHaveTheirSign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.Int64Range(1, 40).Draw(t, "n"), rapid.Int64Range(1, 40).Draw(t, "m")
		a, b := rapid.Int64Range(0, n).Draw(t, "a"), rapid.Int64Range(0, m).Draw(t, "b")
		d, r := model.Shares(a, n, b, m), model.Shares(b, m, a, n)
		if math.Abs(d.By+r.By) > 1e-12 || math.Abs(d.P-r.P) > 1e-12 || d.Low > d.By+1e-12 || d.High < d.By-1e-12 || d.Low < -1-1e-12 || d.High > 1+1e-12 {
			t.Fatalf("%+v and %+v", d, r)
		}
		one, _ := model.Matched([]model.Stratum{{Exposed: n, ExposedYes: a, Unexposed: m, UnexposedYes: b}})
		if math.Abs(one.By-d.By) > 1e-12 {
			t.Fatalf("one stratum differs by %v, the shares by %v", one.By, d.By)
		}
	})
}
