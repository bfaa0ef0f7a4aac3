package pages

import (
	"testing"

	"clientele/transform/metrics"
)

func TestMonthsOfProfitAddUpToTheLineBelowThem(t *testing.T) {
	months := []profitMonth{
		{Window: metrics.Window{From: 20454, To: 20485}, Revenue: euros(100), Gross: euros(40), Pools: euros(30)},
		{Window: metrics.Window{From: 20485, To: 20513}, Revenue: euros(50), Gross: -euros(10), Pools: euros(5)},
	}
	sum := sumOfMonths(months)
	if sum.Revenue != euros(150) || sum.Gross != euros(30) || sum.Pools != euros(35) || sum.From != 20454 || sum.To != 20513 {
		t.Errorf("%+v", sum)
	}
	same(t, profitMonthWord(months[0])+", "+profitMonthWord(sum), "Jan 2026, Together")
}

func TestAMonthTheYearBeginsInTheMiddleOfIsNotShown(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Profitability.Months = []profitMonth{{Window: metrics.Window{From: 20464, To: 20485}, Revenue: euros(70)}}
	})
	if block := b.monthlyProfit(); block != nil {
		t.Errorf("shown: %+v", block)
	}
}
