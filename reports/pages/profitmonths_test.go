package pages

import (
	"testing"

	"clientele/transform/metrics"
)

func TestMonthsOfProfitAddUpToTheLineBelowThem(t *testing.T) {
	months := []profitMonth{
		{Window: metrics.Window{From: 739617, To: 739648}, Revenue: euros(100), Gross: euros(40), Pools: euros(30)},
		{Window: metrics.Window{From: 739648, To: 739676}, Revenue: euros(50), Gross: -euros(10), Pools: euros(5)},
	}
	sum := sumOfMonths(months)
	if sum.Revenue != euros(150) || sum.Gross != euros(30) || sum.Pools != euros(35) || sum.From != 739617 || sum.To != 739676 {
		t.Errorf("%+v", sum)
	}
	same(t, profitMonthWord(months[0])+", "+profitMonthWord(sum), "Jan 2026, Together")
}

func TestAMonthTheYearBeginsInTheMiddleOfIsNotShown(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Profitability.Months = []profitMonth{{Window: metrics.Window{From: 739627, To: 739648}, Revenue: euros(70)}}
	})
	if block := b.monthlyProfit(); block != nil {
		t.Errorf("shown: %+v", block)
	}
}
