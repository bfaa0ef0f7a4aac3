package metrics

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"clientele/transform"
)

// shoppers live by BG/NBD and spend by Gamma-Gamma, and leave two fifths of every amount as
// profit. Beside them stands the profit of each within the months after the as-of day,
// discounted from the middle of its month.
func shoppers(seed uint64, n int, rules Rules) (list []transform.History, came map[transform.CustomerID]float64) {
	source := rand.NewPCG(seed, 11)
	rng := rand.New(source)
	gamma := func(shape, rate float64) float64 { return distuv.Gamma{Alpha: shape, Beta: rate, Src: source}.Rand() }
	list, came = make([]transform.History, n), map[transform.CustomerID]float64{}
	for i := range list {
		list[i] = customer(i)
		list[i].Customer.Segment = []string{"retail", "trade"}[i%2]
		ago := 70 + rng.Float64()*900
		rate, worth := gamma(1.1, 8)/7, gamma(4, 60)
		leaves := distuv.Beta{Alpha: .7, Beta: 4, Src: source}.Rand()
		for o := 0; ; o, ago = o+1, ago-rng.ExpFloat64()/rate {
			amount := math.Round(100*gamma(6, worth)) / 100
			if month := math.Floor(-ago / (365.2425 / 12)); ago < 0 && month < float64(rules.LifetimeMonths) {
				came[list[i].Customer.ID] += .4 * amount * math.Pow(1+rules.DiscountRate.Float(), -(month+.5)/12)
			} else if ago < 0 {
				break
			} else {
				list[i].Orders = append(list[i].Orders, priced(i*10000+o, 1+int(ago), amount))
			}
			if o > 0 && rng.Float64() < leaves {
				break
			}
		}
	}
	return list, came
}

// What a sheet prints is tested as it is printed: the race decides who forecasts, and the
// interval of all is drawn from those listed and a part of the others.
func TestNinetyPercentIntervalsOfProfitHoldNinetyPercent(t *testing.T) {
	if testing.Short() {
		t.Skip("measures 60 companies")
	}
	t.Parallel()
	rules := Defaults()
	rules.LifetimeMonths = 12
	var sets, totals int
	var below, above, customers float64
	for seed := range uint64(60) {
		list, came := shoppers(seed, 300, rules)
		l := finished(t, october(), &transform.Ledger{}, rules, list).Results(transform.Scope{}).Lifetime
		if !l.Low.Known {
			continue // a plain rule won
		}
		sum := 0.
		for _, h := range list {
			sum += came[h.Customer.ID]
		}
		sets++
		totals += int(one(sum >= l.Low.Value.Float() && sum <= l.High.Value.Float()))
		for _, b := range l.Best {
			below += float64(one(came[b.ID] < b.Low.Value.Float()-.005))
			above += float64(one(came[b.ID] > b.High.Value.Float()+.005))
			customers++
		}
	}
	share := float64(totals) / float64(sets)
	t.Logf("%d sets: %.3f of totals; of customers listed %.4f brought less, %.4f more", sets, share, below/customers, above/customers)
	if sets < 50 {
		t.Errorf("a model won %d races of 60: too few to tell", sets)
	}
	if share < .85 || share > .95 {
		t.Errorf("the 90 %% interval holds the total of %d of %d sets", totals, sets)
	}
	if held := 1 - (below+above)/customers; held < .85 || held > .95 {
		t.Errorf("the 90 %% interval holds %.3f of the customers listed", held)
	}
	if below/customers > .075 || above/customers > .075 {
		t.Errorf("%.3f bring less than the interval, %.3f more", below/customers, above/customers)
	}
}
