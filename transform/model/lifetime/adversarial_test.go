package lifetime

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// world is how customers of a generated set live: by the model, by day, so that
// several orders of a day are one.
type world struct {
	r, alpha, a, b float64
	weeks          int  // how long the youngest and the oldest are known at most
	modified       bool // leaving after the first order is possible
}

// histories draws n customers who came at any time within the weeks.
func (w world) histories(n int, source *rand.PCG) []History {
	rng := rand.New(source)
	rates := distuv.Gamma{Alpha: w.r, Beta: w.alpha, Src: source}
	leaving := distuv.Beta{Alpha: w.a, Beta: w.b, Src: source}
	all := make([]History, n)
	for i := range all {
		h := &all[i]
		h.Age = int32(1 + rng.IntN(w.weeks*daysAWeek))
		rate, leaves, t := rates.Rand()/daysAWeek, leaving.Rand(), 0.0
		for gone := w.modified && rng.Float64() < leaves; !gone; {
			t += rng.ExpFloat64() / rate
			if t > float64(h.Age) {
				break
			}
			if day := int32(math.Ceil(t)); day > h.Last {
				h.Repeats, h.Last = h.Repeats+1, day
			}
			gone = rng.Float64() < leaves
		}
	}
	return all
}

// anything draws a world from a wide range of those that occur.
func anything(rng *rand.Rand) world {
	some := func(centre, spread float64) float64 { return centre * math.Exp(spread*rng.NormFloat64()) }
	return world{r: some(.6, .8), alpha: some(6, .9), a: some(.8, .8), b: some(2.5, .8), weeks: 20 + rng.IntN(130), modified: rng.IntN(2) == 0}
}

// adversaries lists the kinds of customers that stop the optimisers of the public
// packages, and how many sets of each are drawn.
var adversaries = []struct {
	name  string
	sets  int
	draws func(*rand.Rand, *rand.PCG) []History
}{
	{"30 customers", 200, func(rng *rand.Rand, s *rand.PCG) []History { return anything(rng).histories(30, s) }},
	{"100 customers", 200, func(rng *rand.Rand, s *rand.PCG) []History { return anything(rng).histories(100, s) }},
	{"500 customers", 150, func(rng *rand.Rand, s *rand.PCG) []History { return anything(rng).histories(500, s) }},
	{"nobody leaves", 120, func(rng *rand.Rand, s *rand.PCG) []History {
		w := anything(rng)
		w.a, w.b, w.modified = 1e-3, 1e3, false
		return w.histories(500, s)
	}},
	{"few order again", 120, func(rng *rand.Rand, s *rand.PCG) []History {
		w := anything(rng)
		w.r, w.alpha = .01+.04*rng.Float64(), 10+20*rng.Float64()
		return w.histories(1000, s)
	}},
	{"daily buyers", 80, func(rng *rand.Rand, s *rand.PCG) []History {
		return world{r: 5 + 10*rng.Float64(), alpha: 1, a: .2, b: 5 + 20*rng.Float64(), weeks: 104}.histories(1000, s)
	}},
	{"business customers", 120, func(rng *rand.Rand, s *rand.PCG) []History {
		return world{r: 2 + 8*rng.Float64(), alpha: 1 + 4*rng.Float64(), a: .3, b: 5 + 20*rng.Float64(), weeks: 156}.histories(300, s)
	}},
	{"leaving with a=1", 60, func(rng *rand.Rand, s *rand.PCG) []History {
		w := anything(rng)
		w.a = 1
		return w.histories(1000, s)
	}},
	{"one order each", 60, func(rng *rand.Rand, _ *rand.PCG) []History {
		all := make([]History, 1+rng.IntN(400))
		for i := range all {
			all[i].Age = int32(1 + rng.IntN(700))
		}
		return all
	}},
	{"all alike", 60, func(rng *rand.Rand, _ *rand.PCG) []History {
		h := History{Age: int32(1 + rng.IntN(2000))}
		if h.Last = int32(rng.IntN(int(h.Age) + 1)); h.Last > 0 {
			h.Repeats = 1 + int32(rng.IntN(int(h.Last)))
		}
		all := make([]History, 1+rng.IntN(10000))
		for i := range all {
			all[i] = h
		}
		return all
	}},
	{"one buys every day for decades", 30, func(rng *rand.Rand, s *rand.PCG) []History {
		return append(anything(rng).histories(50, s), History{20000, 20000, 20000 + int32(rng.IntN(3))}, History{1, 1, MaxDays})
	}},
	{"new today", 30, func(rng *rand.Rand, s *rand.PCG) []History {
		return append(make([]History, 500), anything(rng).histories(1+rng.IntN(20), s)...)
	}},
}

func TestEverySetOfCustomersHasAnEstimate(t *testing.T) {
	t.Parallel()
	sets := 0
	for kind, adversary := range adversaries {
		t.Run(adversary.name, func(t *testing.T) {
			most, all := 0, 0
			for i := range adversary.sets {
				source := rand.NewPCG(uint64(kind), uint64(i))
				histories := adversary.draws(rand.New(source), source)
				for _, family := range []Family{BGNBD(), MBGNBD()} {
					asked, err := sound(family, histories, adversary.name == "all alike")
					if err != nil {
						t.Errorf("set %d of %d customers: %v", i, len(histories), err)
					}
					most, all = max(most, asked), all+asked
				}
				sets++
			}
			t.Logf("%-32s %3d sets, evaluations of either model: %d in the mean, %d at most", adversary.name, adversary.sets, all/adversary.sets/2, most)
		})
	}
	if sets < 1000 {
		t.Errorf("%d sets drawn, at least 1,000 are wanted", sets)
	}
}

// sound fits and says what is wrong: no optimum, a wild parameter, or a forecast that
// is none; and how often the likelihood was asked. Of customers who are all alike large parameters are the truth: they say
// that customers do not differ.
func sound(family Family, histories []History, alike bool) (asked int, err error) {
	p, err := Group(histories)
	if err != nil {
		return 0, err
	}
	e, err := family.Fit(p)
	if err != nil {
		return 0, err
	}
	for i, parameter := range e.Parameters {
		most := 1e3
		if alike {
			most = 1e8
		}
		if i == 1 {
			most *= float64(p.MaxAge) / daysAWeek
		}
		if !(parameter.Value < most) || !(parameter.Value > 1e-4) || !(parameter.SE > 0) || math.IsInf(parameter.SE, 0) {
			return e.Evaluations, fmt.Errorf("%s: wild %+v", family.Name, e.Parameters)
		}
	}
	m := e.Model.(BetaGeometric)
	for _, row := range p.Rows {
		expected, variance := m.Moments(row.History, 52)
		order, alive := m.ProbOrder(row.History, 52), m.Alive(row.History)
		if !(expected >= 0) || math.IsInf(expected, 0) || !(variance >= 0) || !(order >= 0 && order <= alive && alive <= 1) || expected < order*(1-1e-12) {
			return e.Evaluations, fmt.Errorf("%s: %+v expected %v ± %v, order %v, alive %v", family.Name, row, expected, variance, order, alive)
		}
	}
	return e.Evaluations, nil
}
