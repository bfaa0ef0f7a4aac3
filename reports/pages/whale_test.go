package pages

import (
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// eroding is a company whose best 60 % of ten customers earn 300; four take from it.
func eroding(loss int64) *book {
	return over(func(r *metrics.Results) {
		p := &r.Profitability
		total := 300 - loss
		point := func(n, profit int64) metrics.WhalePoint {
			w := metrics.WhalePoint{Customers: n, Share: extract.One * extract.Decimal(n) / 10, Profit: euros(profit)}
			if total > 0 {
				w.Of = extract.Some(extract.One * extract.Decimal(profit) / extract.Decimal(total))
			}
			return w
		}
		p.Whale = []metrics.WhalePoint{point(6, 300), point(10, total)}
		p.Peak, p.Eroded = p.Whale[0], euros(loss)
		if total > 0 {
			p.Erosion = extract.Some(p.Peak.Of.Value - extract.One)
		}
		p.Losing = group{Customers: 4, Net: -euros(loss)}
	})
}

func TestTheWhaleSpeaksOfLossesOnlyWhereThereAreSome(t *testing.T) {
	b := eroding(50)
	same(t, b.profitFinding(), "The best 60 % of customers earn 120 % of today's profit; 4 loss-makers give € 50 back.")
	same(t, b.whaleMessage(), "Profit peaks at 120 % of today's with the best 60 % of customers; the rest erode 20 %")
	b.r.Profitability.Idle = group{Customers: 1, Net: -euros(20)} // bought nothing, so it stands on no curve
	same(t, b.profitFinding(), "The best 60 % of customers earn 120 % of today's profit; 3 loss-makers give € 30 back.")
	b.r.Profitability.Losing, b.r.Profitability.Idle = group{}, group{}
	same(t, b.profitFinding(), "No customer costs more than they bring; the best fifth earns all of it.")
	same(t, b.whaleMessage(), "Every customer adds to profit")
	b.r.Profitability.Whale = nil
	same(t, b.profitFinding(), "No buying customer's cost of goods is known, so profit by customer cannot be told.")
}

func TestTheWhaleIsDrawnInMoneyWhereNothingIsLeftToTakeAShareOf(t *testing.T) {
	b := eroding(350)
	same(t, b.profitFinding(), "The best 60 % of customers earn € 300; 4 customers lose € 350, which leaves −\u202f€ 50.")
	same(t, b.whaleMessage(), "Profit peaks at € 300 with the best 60 % of customers; the rest erode € 350")
	c := b.whale()
	if len(c.Series) != 2 || c.Value != reports.KindMoney || c.Series[0].Values[1] != 300 || c.Series[0].Values[2] != -50 || c.Series[1].Values[0] != -50 {
		t.Errorf("drawn as %+v", c)
	}
	b.r.Profitability.Peak = metrics.WhalePoint{Customers: 1, Profit: -euros(5)}
	same(t, b.profitFinding(), "No buying customer leaves a profit; 4 customers lose € 350.")
	same(t, b.whaleMessage(), "No customer adds to profit")
}
