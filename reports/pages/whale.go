package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// whale draws profit accumulated from the best customer to the worst: as a share of
// all profit, and in money where there is none to take a share of.
func (b *book) whale() reports.Chart {
	c := reports.Chart{
		Key: "whale", Kind: reports.Scatter, Value: reports.KindPercent0, XValue: reports.KindPercent0, XTitle: "Share of customers, best first",
		Message: b.whaleMessage(), Unit: "Cumulative " + b.profitWord() + ", % of today's total · buying customers ranked best to worst",
	}
	today := 1.0
	if p := b.r.Profitability; !p.Peak.Of.Known {
		today = (p.Peak.Profit - p.Eroded).Float()
		c.Value, c.Unit = b.scale(), "Cumulative "+b.profitWord()+", "+b.unit()+" · buying customers ranked best to worst"
	}
	curve := b.whaleCurve()
	if len(curve.X) < 3 {
		return c
	}
	c.Series = []reports.Series{curve, {Name: "Today's profit", Role: reports.Guide, X: []float64{0, 1}, Values: []float64{today, today}}}
	c.Alt = c.Message + ". " + b.profitFinding()
	return c
}

func (b *book) whaleCurve() reports.Series {
	p := b.r.Profitability
	curve := reports.Series{Name: "Cumulative profit", Role: reports.Actual, X: []float64{0}, Values: []float64{0}}
	for _, w := range p.Whale {
		curve.X, curve.Values = append(curve.X, w.Share.Float()), append(curve.Values, whaleHeight(w, p.Peak.Of.Known))
	}
	return curve
}

func whaleHeight(w metrics.WhalePoint, shares bool) float64 {
	if shares {
		return w.Of.Value.Float()
	}
	return w.Profit.Float()
}

// whaleMessage says the peak, who stands there, and how much of it the others erode.
func (b *book) whaleMessage() string {
	p := b.r.Profitability
	losing, _ := b.givenBack()
	switch {
	case losing == 0 && p.Peak.Profit > 0:
		return "Every customer adds to profit"
	case p.Peak.Profit <= 0:
		return "No customer adds to profit"
	}
	peak, eroded := b.money(p.Peak.Profit), b.money(p.Eroded)
	if p.Peak.Of.Known {
		peak, eroded = reports.Percent0Words(p.Peak.Of.Value.Float())+" of today's", reports.Percent0Words(p.Erosion.Value.Float())
	}
	return fmt.Sprintf("Profit peaks at %s with the best %s of customers; the rest erode %s", peak, reports.Percent0Words(p.Peak.Share.Float()), eroded)
}
