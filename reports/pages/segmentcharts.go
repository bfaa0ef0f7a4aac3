package pages

import (
	"clientele/reports"
)

// segmentChart draws profit by segment, signed.
func (b *book) segmentChart() reports.Chart {
	c := reports.Chart{Key: "profit_by_segment", Kind: reports.Bars, Value: b.scale(), Signed: true, Labels: true, Message: b.segmentMessage()}
	s := reports.Series{Name: "Profit"}
	rows, _ := b.peopled()
	for _, g := range rows {
		m, word := b.worth(g)
		s.Name = capital(word)
		c.Unit = s.Name + " of 12 months by segment, " + b.unit()
		c.Categories = append(c.Categories, g.Name)
		s.Values = append(s.Values, m.Float())
	}
	if b.r.RFM.Total.Customers > 0 {
		c.Series = []reports.Series{s}
	}
	c.Alt = c.Message + "."
	return c
}

// growthChart draws revenue growth by business type, fastest first.
func (b *book) growthChart() reports.Chart {
	c := reports.Chart{Key: "growth_by_type", Kind: reports.Bars, Value: reports.KindPercent, Signed: true, Labels: true, Unit: "Revenue against last year, %, by business type"}
	fast, slow, ok := b.fastSlow()
	c.Message = "No business type can be compared with last year"
	if ok {
		c.Message = typeGrowth(fast, slow)
	}
	s := reports.Series{Name: "vs last year"}
	for _, g := range first(b.byGrowth(), 12) {
		x, _ := growth(g.Revenue, g.RevenueBefore)
		c.Categories = append(c.Categories, named(g.Name))
		s.Values = append(s.Values, x)
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}
