package lifetime

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func TestPublishedGammaGamma(t *testing.T) {
	s := cdnow(t)
	all := make([]Spend, len(s.histories))
	for i, h := range s.histories {
		all[i] = Spend{Orders: h.Repeats, Mean: s.spent[i]}
	}
	e, err := GammaGammaMaximumLikelihood(all)
	if err != nil {
		t.Fatal(err)
	}
	rows := []row{
		{"p", 6.249572, e.P, 1e-5, false, "6.25"},
		{"q", 3.744225, e.Q, 1e-5, false, "3.74"},
		{"gamma", 15.443521, e.Gamma, 1e-5, false, "15.44"},
		{"log-likelihood", -4055.9177, e.LogLikelihood, 1e-4, true, "-4055.9177"},
		{"customers", 946, float64(e.Customers), 0, true, "946"},
	}
	for _, c := range []struct {
		orders     int
		mean, want float64
		as         string
	}{{2, 22.35, 24.66, "24.65"}, {1, 11.77, 18.91, "18.91"}, {0, 0, 35.17, "35.17"}, {7, 73.74, 71.46, "71.46"}, {2, 25.55, 27.28, "27.28"}} {
		rows = append(rows, row{"E[M | x, m]", c.want, e.Expected(c.orders, c.mean), 5.1e-3, true, c.as})
	}
	// The correlation is printed of the file that rounds mean values to cents.
	if e, err = GammaGammaMaximumLikelihood(summary(t)); err != nil {
		t.Fatal(err)
	}
	compare(t, append(rows, row{"correlation of orders and value", .113884, e.Correlation, 1e-6, true, ".113884"}))
}

// spenders draws customers whose orders are worth what the model says.
func spenders(n int, g GammaGamma, seed uint64) []Spend {
	source := rand.NewPCG(seed, 1)
	rng := rand.New(source)
	all := make([]Spend, n)
	for i := range all {
		rate := distuv.Gamma{Alpha: g.Q, Beta: g.Gamma, Src: source}.Rand()
		orders := 1 + rng.IntN(6)
		all[i] = Spend{Orders: int32(orders), Mean: distuv.Gamma{Alpha: g.P * float64(orders), Beta: rate * float64(orders), Src: source}.Rand()}
	}
	return all
}

func TestGammaGammaFindsWhatTheDataWereDrawnFrom(t *testing.T) {
	truth := GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	e, err := FitGammaGamma(spenders(20000, truth, 5))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{truth.P, truth.Q, truth.Gamma} {
		if p := e.Parameters[i]; math.Abs(p.Value-want) > 4*p.SE || p.SE > .08*want {
			t.Errorf("%s %v ± %v, drawn from %v", p.Name, p.Value, p.SE, want)
		}
	}
}

func TestGammaGammaConvergesOnAnySpread(t *testing.T) {
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 2))
		truth := GammaGamma{P: math.Exp(2 * rng.NormFloat64()), Q: math.Exp(rng.NormFloat64()), Gamma: math.Exp(6 * rng.NormFloat64())}
		e, err := FitGammaGamma(spenders(10+rng.IntN(200), truth, seed))
		if err != nil && !errors.Is(err, ErrHeavyTail) && !errors.Is(err, ErrCorrelated) {
			t.Errorf("%d, %+v: %v", seed, truth, err)
		}
		for _, p := range e.Parameters {
			if !(p.Value > 0) || !(p.SE > 0) || math.IsInf(p.Value, 0) || math.IsInf(p.SE, 0) {
				t.Errorf("%d, %+v: %+v", seed, truth, p)
			}
		}
	}
}

func TestValuesTheModelIsNotFor(t *testing.T) {
	with := func(n int, f func(i int) Spend) []Spend {
		all := make([]Spend, n)
		for i := range all {
			all[i] = f(i)
		}
		return all
	}
	for name, c := range map[string]struct {
		spends []Spend
		want   error
	}{
		"nobody":                 {nil, ErrFewSpenders},
		"nine":                   {with(9, func(i int) Spend { return Spend{1, float64(i + 1)} }), ErrFewSpenders},
		"one price":              {with(10000, func(int) Spend { return Spend{3, 9.99} }), ErrSameSpend},
		"who buys often pays up": {with(100, func(i int) Spend { return Spend{int32(1 + i), 10 + float64(i)} }), ErrCorrelated},
		"a few pay fortunes":     {with(100, func(i int) Spend { return Spend{1, math.Pow(10, float64(i)/5)} }), ErrHeavyTail},
	} {
		if _, err := FitGammaGamma(c.spends); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	e, err := FitGammaGamma(append(spenders(50, GammaGamma{5, 4, 20}, 1), Spend{0, 0}, Spend{2, -4}, Spend{1, 0}))
	if err != nil || e.Customers != 50 || e.Unusable != 3 {
		t.Errorf("%d fitted to, %d unusable, %v", e.Customers, e.Unusable, err)
	}
	if _, err := FitGammaGamma([]Spend{{1, math.NaN()}}); err == nil {
		t.Error("a value that is no number was taken")
	}
}

func TestOneMoreOrderDrawsLessToTheMeanOfAll(t *testing.T) {
	g := GammaGamma{P: 6.25, Q: 3.74, Gamma: 15.44}
	last := g.Expected(0, 0)
	for orders := 1; orders < 1000; orders *= 2 {
		v := g.Expected(orders, 100)
		if v <= last || v >= 100 {
			t.Errorf("%d orders of 100: %v after %v", orders, v, last)
		}
		last = v
	}
	if heavy := (GammaGamma{P: 1, Q: .5, Gamma: 10}); !math.IsInf(heavy.Mean(), 1) {
		t.Errorf("the mean of a tail without one: %v", heavy.Mean())
	}
}
