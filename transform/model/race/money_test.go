package race

import (
	"math"
	"testing"
)

// All customers order every 20 days; what one buys each time is its number.
func TestMoneyIsForecastOrderDaysTimesTheirWorth(t *testing.T) {
	all := make([]Customer, 60)
	for i := range all {
		for day := int32(i % 20); day <= 1100; day += 20 {
			all[i] = append(all[i], day)
		}
	}
	asked := map[[2]int32]bool{}
	r, err := Run(all, 1100, func(customers []int32, ago, weeks int32) (each, came []float64) {
		asked[[2]int32{ago, weeks}] = true
		for _, c := range customers {
			each, came = append(each, float64(c)), append(came, float64(c)*18)
		}
		return each, came
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(asked) != 2 || !asked[[2]int32{104, 52}] || !asked[[2]int32{52, 52}] {
		t.Errorf("asked what orders were worth on %v", asked)
	}
	won := r.Next[0].Money
	if won.Came != 18*59*30 || math.Abs(won.Error()) > .03 || won.RMSE < won.MAE {
		t.Errorf("%+v", won)
	}
	for _, s := range append(r.Choice, r.Next...) {
		if s.Failed == "" && s.Money == nil {
			t.Errorf("%s has no score in money", s.Name)
		}
	}
}

func TestCustomersOfAnEvenPartAreNumberedAsAll(t *testing.T) {
	few := crowd(1, 997, 1200)
	var many []Customer
	for range MostRaced/len(few) + 6 {
		many = append(many, few...)
	}
	seen := 0
	_, err := Run(many, 1200, func(customers []int32, ago, weeks int32) (each, came []float64) {
		for _, c := range customers {
			had := many[c].days(-1, 1200-7*ago)
			if had == 0 {
				t.Fatalf("customer %d had not ordered %d weeks ago", c, ago)
			}
			seen = max(seen, int(c))
			each, came = append(each, 1), append(came, float64(many[c].days(1200-7*ago, 1200-7*(ago-weeks))))
		}
		return each, came
	})
	if err != nil || seen < len(many)*9/10 {
		t.Errorf("the highest number of %d is %d: %v", len(many), seen, err)
	}
}

func TestWithoutAWordOnWorthThereIsNoScoreInMoney(t *testing.T) {
	r, err := Run(crowd(1, 400, 1200), 1200, nil)
	if err != nil || r.Next[0].Money != nil {
		t.Errorf("%+v, %v", r.Next[0].Money, err)
	}
}

func TestEveryDayOfARaceIsAmongThoseMoneyIsKeptFor(t *testing.T) {
	ago := map[int32]bool{}
	for _, weeks := range Ago() {
		ago[weeks] = true
	}
	for _, weeks := range lengths() {
		if !ago[weeks] || !ago[2*weeks] {
			t.Errorf("a horizon of %d weeks begins on a day that Ago does not list", weeks)
		}
	}
}
