package metrics

import (
	"testing"

	"clientele/extract"
	"clientele/transform"
)

// buyers are customers who bought once for 100 each and leave these profits.
func buyers(profits ...float64) (list []transform.History) {
	for i, p := range profits {
		h := customer(i)
		o := order(i, 30, 100)
		o.Lines = []extract.Line{{Ref: ref("line", i), Net: extract.Some(euros(100)), Cost: extract.Some(euros(100 - p))}}
		h.Orders = append(h.Orders, o)
		list = append(list, h)
	}
	return list
}

func TestTheWhaleCurveSaysPeakAndErosion(t *testing.T) {
	none := extract.Opt[extract.Decimal]{}
	for _, c := range []struct {
		name    string
		profits []float64
		at      int64
		peak    float64
		of      extract.Opt[extract.Decimal]
		eroded  float64
		erosion extract.Opt[extract.Decimal]
		curve   []float64
	}{
		{"two of five give 30 % back", []float64{-10, 60, 50, -20, 20}, 3, 130, extract.Some(extract.One * 130 / 100), 30, extract.Some(extract.One * 30 / 100), []float64{60, 110, 130, 120, 100}},
		{"nobody loses", []float64{60, 40}, 2, 100, extract.Some(extract.One), 0, extract.Some(extract.Decimal(0)), []float64{60, 100}},
		{"more is lost than earned: money, no shares", []float64{60, -70, -20}, 1, 60, none, 90, none, []float64{60, 40, -30}},
		{"all is lost again", []float64{50, -50}, 1, 50, none, 50, none, []float64{50, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := finished(t, october(), &transform.Ledger{}, Defaults(), buyers(c.profits...)).Results(transform.Scope{}).Profitability
			same(t, "customers at the peak", p.Peak.Customers, c.at)
			same(t, "profit at the peak", p.Peak.Profit, euros(c.peak))
			same(t, "peak of all", p.Peak.Of, c.of)
			same(t, "eroded", p.Eroded, euros(c.eroded))
			same(t, "erosion", p.Erosion, c.erosion)
			same(t, "points", len(p.Whale), len(c.curve))
			for i, x := range c.curve {
				same(t, "point", p.Whale[i].Profit, euros(x))
			}
		})
	}
}
