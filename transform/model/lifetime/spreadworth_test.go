package lifetime

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// A buyer lives by BG/NBD and spends by Gamma-Gamma: own rate, own chance to leave, own
// mean of what an order is worth. The generator shares nothing with the models' plays.
type buyer struct {
	seen  History
	spent Spend
	later float64 // what the orders of the weeks after the last day were worth
}

// buyers draws customers who came within 10 to 81 weeks before the last day.
func buyers(n int, weeks float64, source *rand.PCG, orders BetaGeometric, values GammaGamma) []buyer {
	rng := rand.New(source)
	list := make([]buyer, n)
	for i := range list {
		b := &list[i]
		age := int32(70 + rng.IntN(500))
		rate := drawGamma(orders.R, orders.Alpha, source)
		leaves := distuv.Beta{Alpha: orders.A, Beta: orders.B, Src: source}.Rand()
		worth := drawGamma(values.Q, values.Gamma, source)
		b.seen.Age = age
		for t := rng.ExpFloat64() / rate; t < float64(age)/daysAWeek+weeks; t += rng.ExpFloat64() / rate {
			value := drawGamma(values.P, worth, source)
			switch day := int32(math.Ceil(t * daysAWeek)); {
			case day > age:
				b.later += value
			case day > b.seen.Last: // to the models a day is a moment: orders of one day are one
				b.seen.Repeats, b.seen.Last = b.seen.Repeats+1, day
				fallthrough
			default:
				b.spent.Mean += value
			}
			if rng.Float64() < leaves {
				break
			}
		}
		if b.spent.Orders = b.seen.Repeats; b.spent.Orders > 0 {
			b.spent.Mean /= float64(b.spent.Orders)
		}
	}
	return list
}

func TestNinetyPercentIntervalsOfMoneyHoldNinetyPercent(t *testing.T) {
	if testing.Short() {
		t.Skip("fits 200 sets of customers")
	}
	t.Parallel()
	const weeks, customers = 52, 200
	for name, c := range map[string]struct {
		sets   int
		orders BetaGeometric
		values GammaGamma
	}{
		"a shop":                     {100, BetaGeometric{R: .6, Alpha: 10, A: .8, B: 2.5}, GammaGamma{P: 6, Q: 4, Gamma: 15}},
		"orders of very many values": {100, BetaGeometric{R: 1.2, Alpha: 8, A: .5, B: 4}, GammaGamma{P: 1.5, Q: 3.2, Gamma: 200}},
	} {
		totals, held, all := 0, 0., 0.
		for set := range c.sets {
			source := rand.NewPCG(7, uint64(set))
			list := buyers(customers, weeks, source, c.orders, c.values)
			var seen []History
			var spends []Spend
			for _, b := range list {
				seen = append(seen, b.seen)
				if b.spent.Orders > 0 {
					spends = append(spends, b.spent)
				}
			}
			e, err := BGNBD().Fit(group(t, seen))
			if err != nil {
				t.Fatal(err)
			}
			v, err := FitGammaGamma(spends)
			if err != nil {
				t.Fatalf("%s, set %d: %v", name, set, err)
			}
			orders, values := e.Spread(uint64(set)), v.Spread(uint64(set))
			var sum Total
			came := 0.
			for i, b := range list {
				p := values.Worth(b.spent, orders.Orders(b.seen, weeks, uint64(i)), uint64(i))
				sum.Add(p, e.Expected(b.seen, weeks)*v.Expected(int(b.spent.Orders), b.spent.Mean))
				came += b.later
				held += inside(p.Drawn, b.later, rand.New(source).Float64())
				all++
			}
			if low, high := sum.Of(customers, sum.forecast).Between(.9); came >= low && came <= high {
				totals++
			}
		}
		share := float64(totals) / float64(c.sets)
		t.Logf("%s: %.3f of totals, %.4f of customers", name, share, held/all)
		if share < .85 || share > .95 {
			t.Errorf("%s: the 90 %% interval holds the total of %d of %d sets", name, totals, c.sets)
		}
		if held := held / all; held < .88 || held > .92 {
			t.Errorf("%s: the 90 %% interval holds %v of customers", name, held)
		}
	}
}
