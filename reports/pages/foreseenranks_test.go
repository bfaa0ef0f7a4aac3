package pages

import (
	"testing"

	"clientele/extract"
	"clientele/transform/metrics"
)

func TestRanksByProfitAreOfAllWhoBoughtBestFirst(t *testing.T) {
	b := open(larger(t, 160))
	ranks := b.profitRanks()
	for id, at := range ranks {
		better := int64(0)
		for _, r := range b.rows {
			if r.Orders > 0 && r.Net.Known && r.Net.Value > b.at[id].Net.Value {
				better++
			}
		}
		if at < better+1 || at > int64(len(ranks)) {
			t.Errorf("%s is on rank %d, %d are better", id, at, better)
		}
	}
	if len(ranks) == 0 {
		t.Error("nobody has a rank")
	}
}

func TestPaybackIsTheCostOverAMonthsProfit(t *testing.T) {
	b := open(larger(t, 160))
	r := b.rows[0]
	x := metrics.Foreseen{ID: r.ID}
	r.AcquisitionCost, r.Net = extract.Some(euros(60)), extract.Some(euros(240))
	if got, ok := b.payback(x); !ok || got != 3 {
		t.Errorf("60 at 20 a month: %v months", got)
	}
	r.Net = extract.Some(-euros(240))
	if _, ok := b.payback(x); ok {
		t.Error("who brings a loss pays nothing back")
	}
	r.Net, r.AcquisitionCost.Known = extract.Some(euros(240)), false
	if _, ok := b.payback(x); ok {
		t.Error("no cost is recorded")
	}
}
