package model_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"clientele/transform/model"
)

// table reads one of the published data sets by column.
func table(t *testing.T, name string) map[string][]float64 {
	t.Helper()
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: the published survival data are not here")
	}
	f, err := os.Open(filepath.Join(dir, "analytics", name))
	if err != nil {
		t.Skip("the published survival data are not here:", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string][]float64{}
	for _, r := range rows[1:] {
		for i, v := range r {
			x, err := strconv.ParseFloat(v, 64)
			if err != nil {
				x = math.NaN()
				if v == "control" {
					x = 0
				}
			}
			columns[rows[0][i]] = append(columns[rows[0][i]], x)
		}
	}
	return columns
}

// Figures of R's survival 4.2.2. Its printed median interval of lung, 285 to 363, is on
// the log scale; ours is on the log-log scale, where R says 284 to 361 too.
func TestPublishedSurvivalOfWaltons(t *testing.T) {
	c := table(t, "lifelines_waltons_dataset.csv")
	var all, control, treated []model.Life
	events := 0
	for i, time := range c["T"] {
		l := model.Life{Time: time, Ended: c["E"][i] == 1}
		all = append(all, l)
		if l.Ended {
			events++
		}
		if c["group"][i] == 0 {
			control = append(control, l)
		} else {
			treated = append(treated, l)
		}
	}
	if len(all) != 163 || events != 156 {
		t.Errorf("%d flies, %d events, want 163 and 156", len(all), events)
	}
	near(t, "standard error at 56", model.StepAt(model.KaplanMeier(all), 56).StdErr, .0390100, 5e-8)
	r := model.LogRank(control, treated)
	near(t, "log-rank", r.ChiSquared, 122.249, 5e-4)
	if r.Freedom != 1 || r.P > 1e-20 {
		t.Errorf("%d degrees of freedom, p %v", r.Freedom, r.P)
	}
}

func TestPublishedSurvivalOfLungBySex(t *testing.T) {
	c := table(t, "lifelines_lung.csv")
	var men, women []model.Life
	for i, time := range c["time"] {
		l := model.Life{Time: time, Ended: lungEnded(c["status"], i)}
		if c["sex"][i] == 1 {
			men = append(men, l)
		} else {
			women = append(women, l)
		}
	}
	medianMen, _, _ := model.MedianLife(model.KaplanMeier(men))
	medianWomen, _, _ := model.MedianLife(model.KaplanMeier(women))
	near(t, "median of men", medianMen, 270, 0)
	near(t, "median of women", medianWomen, 426, 0)
	r := model.LogRank(men, women)
	near(t, "log-rank", r.ChiSquared, 10.3267, 5e-5)
	near(t, "p", r.P, .001311, 5e-7)
	near(t, "all events are expected", r.Expected[0]+r.Expected[1], 165, 1e-9)
	near(t, "events of men", r.Observed[0], 112, 0)
}

// R's manual compares lung by the patients' own score within hospitals and prints a
// chi-squared of 21.4 on 7 degrees of freedom, p 0.00326.
func TestPublishedSurvivalOfLungWithinHospitals(t *testing.T) {
	c := table(t, "lifelines_lung.csv")
	hospitals := make([][][]model.Life, 40)
	for i, time := range c["time"] {
		hospital, score := c["inst"][i], c["pat.karno"][i]
		if math.IsNaN(hospital) || math.IsNaN(score) {
			continue
		}
		in := &hospitals[int(hospital)]
		if *in == nil {
			*in = make([][]model.Life, 11)
		}
		(*in)[int(score/10)] = append((*in)[int(score/10)], model.Life{Time: time, Ended: lungEnded(c["status"], i)})
	}
	r := model.LogRankWithin(hospitals)
	near(t, "log-rank", r.ChiSquared, 21.4, .05)
	near(t, "degrees of freedom", float64(r.Freedom), 7, 0)
	near(t, "p", r.P, .00326, 5e-6)
}

func lived(ended bool, times ...float64) []model.Life {
	var out []model.Life
	for _, time := range times {
		out = append(out, model.Life{Time: time, Ended: ended})
	}
	return out
}

// The leukaemia of R. G. Miller, Survival Analysis (1981), as R's survival compares it.
func TestPublishedSurvivalOfLeukaemia(t *testing.T) {
	maintained := append(lived(true, 9, 13, 18, 23, 31, 34, 48), lived(false, 13, 28, 45, 161)...)
	not := append(lived(true, 5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45), lived(false, 16)...)
	r := model.LogRank(maintained, not)
	near(t, "log-rank", r.ChiSquared, 3.396, 5e-4)
	near(t, "p", r.P, .0653, 5e-5)
	near(t, "expected of the maintained", r.Expected[0], 10.69, .005)
	median, _, _ := model.MedianLife(model.KaplanMeier(maintained))
	near(t, "median of the maintained", median, 31, 0)
	median, _, _ = model.MedianLife(model.KaplanMeier(not))
	near(t, "median of the others", median, 23, 0)
	curve := model.KaplanMeier(maintained)
	for _, c := range [][2]float64{{9, .9091}, {13, .8182}, {18, .7159}, {23, .6136}, {31, .4909}, {34, .3682}, {48, .1841}} {
		near(t, fmt.Sprintf("maintained, still so at %v", c[0]), model.StepAt(curve, c[0]).Survival, c[1], 5.1e-5)
	}
	// Two strata that say the same are twice the evidence.
	twice := model.LogRankWithin([][][]model.Life{{maintained, not}, {maintained, not}})
	near(t, "log-rank of both twice", twice.ChiSquared, 2*r.ChiSquared, 1e-9)
}

func TestNothingToCompareIsNoDifference(t *testing.T) {
	same := lived(true, 1, 2, 3, 4)
	for name, groups := range map[string][][]model.Life{
		"no group":              {},
		"one group":             {same},
		"an empty one":          {same, nil},
		"no time known":         {lived(true, math.NaN(), math.NaN()), lived(true, math.NaN())},
		"nobody left":           {lived(false, 1, 2), lived(false, 1, 2)},
		"the same people":       {same, same},
		"who never met another": {lived(true, 1, 2), lived(false, .5, .5)},
	} {
		if r := model.LogRank(groups...); r.P < 1-1e-9 || r.ChiSquared > 1e-9 {
			t.Errorf("%s: %+v", name, r)
		}
	}
	if r := model.LogRankWithin(nil); r.P != 1 {
		t.Errorf("no stratum: %+v", r)
	}
}

func TestLogRankDoesNotAskForAnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		life := rapid.Custom(func(t *rapid.T) model.Life {
			return model.Life{Time: float64(rapid.IntRange(0, 5).Draw(t, "time")), Ended: rapid.Bool().Draw(t, "ended")}
		})
		groups := rapid.SliceOfN(rapid.SliceOfN(life, 0, 8), 1, 4).Draw(t, "groups")
		r := model.LogRank(groups...)
		slices.Reverse(groups)
		for _, g := range groups {
			slices.Reverse(g)
		}
		if s := model.LogRank(groups...); math.Abs(r.ChiSquared-s.ChiSquared) > 1e-8*(1+r.ChiSquared) || r.Freedom != s.Freedom {
			t.Fatalf("%+v, reversed %+v", r, s)
		}
		events, expected := 0., 0.
		for i := range r.Observed {
			events, expected = events+r.Observed[i], expected+r.Expected[i]
		}
		if math.Abs(events-expected) > 1e-9 || !(r.P >= 0 && r.P <= 1) {
			t.Fatalf("%+v", r)
		}
	})
}

func TestALifeOfNoKnownTimeIsInNoCurve(t *testing.T) {
	lives := append(lived(true, 1, 2, math.NaN(), math.NaN()), lived(false, math.Inf(1))...)
	steps := model.KaplanMeier(lives)
	if len(steps) != 2 || steps[0].AtRisk != 3 || math.Abs(steps[1].Survival-1./3) > 1e-12 {
		t.Errorf("%+v", steps)
	}
	many := model.KaplanMeier(lived(true, make([]float64, 10_000)...))
	if len(many) != 1 || many[0].Survival != 0 {
		t.Errorf("ten thousand at once: %+v", many)
	}
}

// lungEnded reads 1 watched, 2 died, or 0 and 1.
func lungEnded(status []float64, i int) bool {
	most := 0.
	for _, s := range status {
		most = math.Max(most, s)
	}
	return status[i] == most
}
