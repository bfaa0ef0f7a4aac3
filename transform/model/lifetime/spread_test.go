package lifetime

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// unseen draws customers by a model and what they do in the weeks after the last day,
// moment by moment: nothing of this is shared with the models' own simulation.
func unseen(n int, weeks float64, source *rand.PCG, life func(rng *rand.Rand) (rate float64, leaves func(t float64) bool, gone float64)) (seen []History, later []float64) {
	rng := rand.New(source)
	for range n {
		age := int32(70 + rng.IntN(500))
		rate, leaves, gone := life(rng)
		h, next := History{Age: age}, 0.
		for t := rng.ExpFloat64() / rate; t < gone && t < float64(age)/daysAWeek+weeks; t += rng.ExpFloat64() / rate {
			// To the models a day is a moment, so orders of one day are one.
			if day := int32(math.Ceil(t * daysAWeek)); day > age {
				next++
			} else if day > h.Last {
				h.Repeats, h.Last = h.Repeats+1, day
			}
			if leaves(t) {
				break
			}
		}
		seen, later = append(seen, h), append(later, next)
	}
	return seen, later
}

func TestNinetyPercentIntervalsHoldNinetyPercent(t *testing.T) {
	if testing.Short() {
		t.Skip("fits 220 sets of customers")
	}
	t.Parallel()
	const weeks = 26
	for _, c := range []struct {
		family Family
		sets   int
		life   func(source *rand.PCG) func(*rand.Rand) (float64, func(float64) bool, float64)
	}{
		{BGNBD(), 120, func(source *rand.PCG) func(*rand.Rand) (float64, func(float64) bool, float64) {
			return func(rng *rand.Rand) (float64, func(float64) bool, float64) {
				p := distuv.Beta{Alpha: .8, Beta: 2.5, Src: source}.Rand()
				return drawGamma(.6, 10, source), func(float64) bool { return rng.Float64() < p }, math.Inf(1)
			}
		}},
		{PNBD(), 100, func(source *rand.PCG) func(*rand.Rand) (float64, func(float64) bool, float64) {
			return func(rng *rand.Rand) (float64, func(float64) bool, float64) {
				return drawGamma(.6, 10, source), func(float64) bool { return false }, rng.ExpFloat64() / drawGamma(.8, 15, source)
			}
		}},
	} {
		totals, customers, all := 0, 0., 0.
		for set := range c.sets {
			source := rand.NewPCG(42, uint64(set))
			seen, later := unseen(150, weeks, source, c.life(source))
			e, err := c.family.Fit(group(t, seen))
			if err != nil {
				t.Fatal(err)
			}
			spread := e.Spread(uint64(set))
			var sum Total
			for i, h := range seen {
				p := spread.Orders(h, weeks, uint64(i))
				sum.Add(p, e.Expected(h, weeks))
				customers += inside(p.Drawn, later[i], rand.New(source).Float64())
				all++
			}
			low, high := sum.Of(len(seen), sum.forecast).Between(.9)
			if s := total(later); s >= low && s <= high {
				totals++
			}
		}
		share := float64(totals) / float64(c.sets)
		t.Logf("%s: %.3f of totals, %.4f of customers", c.family.Name, share, customers/all)
		if share < .85 || share > .95 {
			t.Errorf("%s: the 90 %% interval holds the total of %d of %d sets", c.family.Name, totals, c.sets)
		}
		if c := customers / all; c < .89 || c > .91 {
			t.Errorf("the 90 %% interval holds %v of customers", c)
		}
	}
}

// inside says whether what happened lies within the middle nine tenths of what was
// drawn. Counts tie, so its place among equals is drawn: without that an interval of
// whole orders holds more than its level.
func inside(drawn []float64, happened, chance float64) float64 {
	below, equal := 0., 0.
	for _, d := range drawn {
		switch {
		case d < happened:
			below++
		case d == happened:
			equal++
		}
	}
	place := (below + chance*(equal+1)) / float64(len(drawn)+1)
	if place > .05 && place < .95 {
		return 1
	}
	return 0
}

func TestSimulationHasTheMomentsOfTheFormulas(t *testing.T) {
	const plays = 40_000
	for _, m := range []interface {
		Model
		Moments(h History, weeks float64) (mean, variance float64)
		play(h History, weeks float64, source rand.Source) (drawn, expected float64)
	}{
		ParetoNBD{R: .55, Alpha: 10.6, S: .61, Beta: 11.7},
		ParetoNBD{R: 3, Alpha: 5, S: 2, Beta: 30},
		BetaGeometric{R: .24, Alpha: 4.4, A: .79, B: 2.43},
		BetaGeometric{R: .52, Alpha: 6.2, A: .89, B: 1.6, Modified: true},
	} {
		for _, h := range []History{{0, 0, 30}, {4, 150, 200}, {26, 216, 217}, {10, 140, 273}} {
			source := rand.NewPCG(3, 5)
			var sum, squares, some float64
			for range plays {
				n, _ := m.play(h, 26, source)
				sum, squares = sum+n, squares+n*n
				if n > 0 {
					some++
				}
			}
			mean, variance := m.Moments(h, 26)
			got := sum / plays
			if math.Abs(got-mean) > 4*math.Sqrt(variance/plays) {
				t.Errorf("%s %+v: mean %v, want %v", m.Name(), h, got, mean)
			}
			if v := squares/plays - got*got; math.Abs(v/variance-1) > .12 {
				t.Errorf("%s %+v: variance %v, want %v", m.Name(), h, v, variance)
			}
			if p := m.ProbOrder(h, 26); math.Abs(some/plays-p) > 4*math.Sqrt(p*(1-p)/plays)+1e-9 {
				t.Errorf("%s %+v: some order %v, want %v", m.Name(), h, some/plays, p)
			}
			if math.Abs(m.Expected(h, 26)-mean) > 1e-12*mean {
				t.Errorf("%s %+v: two means", m.Name(), h)
			}
		}
	}
}

func TestASpreadIsTheSameTwice(t *testing.T) {
	p := group(t, scattered(400))
	e, err := BGNBD().Fit(p)
	if err != nil {
		t.Fatal(err)
	}
	h := History{4, 150, 200}
	a, b := e.Spread(20261101).Orders(h, 26, 7), e.Spread(20261101).Orders(h, 26, 7)
	if !slices.Equal(a.Drawn, b.Drawn) || !slices.Equal(a.Expected, b.Expected) {
		t.Error("the same seed and customer, another play")
	}
	other, later := e.Spread(20261101).Orders(h, 26, 8), e.Spread(20261201).Orders(h, 26, 7)
	if slices.Equal(a.Drawn, other.Drawn) || slices.Equal(a.Drawn, later.Drawn) {
		t.Error("another customer or seed, the same play")
	}
}

// A fifth of the customers tells the spread of all their orders.
func TestASampleTellsTheSpreadOfTheTotal(t *testing.T) {
	histories := world{r: .5, alpha: 6, a: .8, b: 2.5, weeks: 60}.histories(4000, rand.NewPCG(1, 2))
	p := group(t, histories)
	e, err := BGNBD().Fit(p)
	if err != nil {
		t.Fatal(err)
	}
	forecast := p.Total(func(h History) float64 { return e.Expected(h, 26) })
	spread := e.Spread(1)
	width := func(step int) float64 {
		var sum Total
		for i := 0; i < len(histories); i += step {
			sum.Add(spread.Orders(histories[i], 26, uint64(i)), e.Expected(histories[i], 26))
		}
		low, high := sum.Of(len(histories), forecast).Between(.9)
		if !(low < forecast && forecast < high) {
			t.Errorf("%v to %v, forecast %v", low, high, forecast)
		}
		return high - low
	}
	all, some := width(1), width(5)
	if some < .75*all || some > 1.35*all {
		t.Errorf("%v wide by all, %v by a fifth", all, some)
	}
}

func TestWorthFollowsOrdersAndValues(t *testing.T) {
	source := rand.NewPCG(9, 9)
	g := GammaGamma{P: 6, Q: 4, Gamma: 15}
	spends := make([]Spend, 3000)
	for i := range spends {
		rate := drawGamma(g.Q, g.Gamma, source)
		spends[i].Orders = 1 + int32(i%5)
		spends[i].Mean = drawGamma(g.P*float64(spends[i].Orders), rate, source) / float64(spends[i].Orders)
	}
	e, err := FitGammaGamma(spends)
	if err != nil {
		t.Fatal(err)
	}
	orders := Play{make([]float64, Draws), make([]float64, Draws)}
	for i := range orders.Drawn {
		orders.Drawn[i], orders.Expected[i] = 3, 3
	}
	spread := e.Spread(5)
	var mean, middle float64
	for customer := range uint64(200) {
		p := spread.Worth(Spend{4, 40}, orders, customer)
		mean, middle = mean+total(p.Drawn)/Draws/200, middle+total(p.Expected)/Draws/200
	}
	if want := 3 * e.GammaGamma.Expected(4, 40); math.Abs(middle/want-1) > .01 || math.Abs(mean/want-1) > .01 {
		t.Errorf("three orders are worth %v, expected %v, by the estimate %v", mean, middle, want)
	}
	low, high := spread.Worth(Spend{4, 40}, orders, 1).Between(.9)
	one, most := spread.Worth(Spend{400, 40}, orders, 1).Between(.9)
	if !(low < one && most < high) {
		t.Errorf("of four orders %v to %v, of four hundred %v to %v", low, high, one, most)
	}
	if p := spread.Worth(Spend{4, 40}, Play{make([]float64, Draws), make([]float64, Draws)}, 1); total(p.Drawn) != 0 {
		t.Error("no order is worth something")
	}
}

func TestAnIntervalOfNothing(t *testing.T) {
	if low, high := (Play{}).Between(.9); !math.IsNaN(low) || !math.IsNaN(high) {
		t.Errorf("%v to %v", low, high)
	}
	var sum Total
	if low, _ := sum.Of(10, 5).Between(.9); !math.IsNaN(low) {
		t.Errorf("%v", low)
	}
	low, high := Play{Drawn: []float64{3, 1, 2}}.Between(.9)
	if low != 1 || high != 3 {
		t.Errorf("%v to %v", low, high)
	}
}

// Sets that stop other optimisers leave much open; what is drawn from it must still be
// numbers, and soon.
func TestASpreadOfAnyCustomersIsNumbers(t *testing.T) {
	t.Parallel()
	for kind, adversary := range adversaries {
		source := rand.NewPCG(uint64(kind), 1)
		p := group(t, adversary.draws(rand.New(source), source))
		for _, family := range []Family{BGNBD(), MBGNBD(), PNBD()} {
			e, err := family.Fit(p)
			if err != nil {
				t.Fatal(err)
			}
			spread := e.Spread(1)
			for i := 0; i < len(p.Rows); i += 1 + len(p.Rows)/10 {
				play := spread.Orders(p.Rows[i].History, 52, uint64(i))
				low, high := play.Between(.9)
				if len(play.Drawn) != Draws || !(low >= 0 && low <= high) || math.IsInf(high, 1) || !(total(play.Expected) >= 0) {
					t.Errorf("%s, %s, %+v: %v to %v", adversary.name, family.Name, p.Rows[i], low, high)
				}
			}
		}
	}
}
