package metrics

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/model/contract"
	"clientele/transform/model/lifetime"
)

// Customers sign at different times, renew every year by chances of their own, and order
// at rates of their own. Beside each interval stands what the three years after brought.
func TestNinetyPercentIntervalsUnderContractHoldNinetyPercent(t *testing.T) {
	t.Parallel()
	const customers, companies, shape = 40, 160, 2.
	s := New(october(), &transform.Ledger{}, Defaults())
	s.forecast.worth.gamma = &lifetime.ValueEstimate{GammaGamma: lifetime.GammaGamma{P: shape}}
	var totals, held, all float64
	for company := range uint64(companies) {
		source := rand.NewPCG(company, 9)
		rng := rand.New(source)
		renewals := make([]contract.Renewal, 4)
		var lives []*life
		var firsts []Day
		var came []float64
		for n := 0; len(lives) < customers; n++ {
			lapse := distuv.Beta{Alpha: 1.5, Beta: 5, Src: source}.Rand()
			signed := 1 + n%4 // years ago, and some months
			first := s.win.asOf.AddMonths(-12*signed - n%11)
			stays := true
			for y := range signed {
				renewals[y].Due++
				if stays = rng.Float64() >= lapse; !stays {
					renewals[y].Lost++
					break
				}
			}
			if !stays {
				continue
			}
			l := &life{row: &transform.Figures{}}
			l.row.ID = idOf(int(company)*1000 + n)
			rate := distuv.Gamma{Alpha: 4, Beta: .3, Src: source}.Rand() // order days a year
			value := 50 + rng.ExpFloat64()*100
			order := func() float64 { return distuv.Gamma{Alpha: shape, Beta: shape, Src: source}.Rand() * value }
			profit := 0.
			for day := 0.; ; {
				if day += rng.ExpFloat64() * 365 / rate; day >= 365 {
					break
				}
				l.days = append(l.days, s.win.year.From+Day(day))
				profit += order()
			}
			l.row.Net = extract.Some(Money(profit * float64(extract.Unit)))
			_, ahead := s.renewals(first)
			sum, gone := 0., math.MaxInt
			for y := 1; y <= ahead[len(ahead)-1]; y++ {
				if rng.Float64() < lapse {
					gone = y
					break
				}
			}
			for k, y := range ahead {
				if y >= gone {
					break
				}
				for range int(distuv.Poisson{Lambda: rate / 12, Src: source}.Rand()) {
					sum += order() * s.discount(k+1)
				}
			}
			lives, firsts, came = append(lives, l), append(firsts, first), append(came, sum)
		}
		m, err := contract.FitSBG(renewals, lapsePrior)
		if err != nil {
			t.Fatal(err)
		}
		s.forecast.held, s.forecast.lapses = &m, m.Draws(lifetime.Draws, rand.NewPCG(company, 1))
		var total lifetime.Play
		brought := 0.
		for i, l := range lives {
			p := s.playHeld(l, firsts[i], l.row.Net.Value.Float())
			total = plus(total, p, 1)
			low, high := p.Between(level)
			held += float64(one(came[i] >= low && came[i] <= high))
			brought += came[i]
			all++
		}
		low, high := total.Between(level)
		totals += float64(one(brought >= low && brought <= high))
	}
	t.Logf("%.2f of totals, %.4f of customers", totals/companies, held/all)
	if share := totals / companies; share < .85 || share > .95 {
		t.Errorf("the 90 %% interval holds the total of %v companies", share)
	}
	if share := held / all; share < .85 || share > .95 {
		t.Errorf("the 90 %% interval holds %v of customers", share)
	}
}
