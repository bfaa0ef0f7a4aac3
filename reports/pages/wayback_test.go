package pages

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

func TestFewerEventsMakeALossGood(t *testing.T) {
	for _, c := range []struct {
		name       string
		n          int64
		cost, loss Money
		left       int64
		enough     bool
	}{
		{"a third less of twelve", 12, 120, 40, 8, true},
		{"rounded to whole ones", 12, 120, 41, 7, true},
		{"all of them would not be enough", 12, 120, 121, 0, false},
		{"none can be left", 12, 120, 120, 0, false},
		{"one stays one", 1, 120, 10, 0, false},
		{"nothing costs nothing", 5, 0, 10, 0, false},
	} {
		if left, enough := fewer(c.n, c.cost, c.loss); left != c.left || enough != c.enough {
			t.Errorf("%s: %d, %v", c.name, left, enough)
		}
	}
}

func TestGoodsSoldBelowCostAreTheLargestDriverWhereTheyLoseMost(t *testing.T) {
	for _, c := range []struct {
		name            string
		gross, delivery Money
		known           bool
		want            string
	}{
		{"goods lose more than deliveries take", -euros(20), euros(5), true, "Goods"},
		{"deliveries take more", -euros(5), euros(20), true, "Delivery drops"},
		{"goods bring something", euros(5), euros(20), true, "Delivery drops"},
		{"nobody knows what goods bring", 0, euros(20), false, "Delivery drops"},
		{"goods lose and nothing was served", -euros(5), 0, true, "Goods"},
	} {
		r := row(&transform.Figures{})
		r.Gross, r.Costs.Delivery = extract.Opt[Money]{Value: c.gross, Known: c.known}, c.delivery
		if c.delivery > 0 {
			r.LargestDriver = "delivery"
		}
		same(t, c.name+": "+largestDriver(r), c.name+": "+c.want)
	}
}
