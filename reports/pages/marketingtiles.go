package pages

import (
	"fmt"

	"clientele/reports"
)

// tileAttrition is the share of last year's customers lost.
func (b *book) tileAttrition() reports.Tile {
	a := b.r.Attrition
	t := reports.Tile{Key: "attrition", Label: "Attrition, 12 months", Against: "no last year to compare with", Note: "nobody was active a year ago"}
	if x, ok := b.share(a.Year); ok {
		t.Value = reports.PercentValue(x)
		t.Note = fmt.Sprintf("%s of %s active a year ago", reports.Thousands(a.Year.Part), reports.Thousands(a.Year.Of))
	}
	if x, ok := b.attritionChange(group{Attrition: a.Year, Before: a.Before}); ok {
		t.Delta, t.Against = reports.DeltaPointsValue(x).LowerIsBetter(), "vs last year"
	}
	t.TrendName = "Attrition of the month"
	t.Trend, t.Points = b.attritionTrend(b.monthRate)
	return t
}

// tileLifetime is the profit still expected of a customer.
func (b *book) tileLifetime() reports.Tile {
	l := b.r.Lifetime
	t := reports.Tile{Key: "lifetime_value", Label: fmt.Sprintf("Lifetime value each, next %d months", b.r.Rules.LifetimeMonths), Against: b.noComparison()}
	whom := "customers with an estimate"
	if l.Winner != "" { // which expects something of the silent, too
		whom = "who ever ordered"
	}
	if m, ok := b.aheadEach(b.r.Profitability.Total); ok { // as Segments and Lifetime value close
		t.Value = reports.MoneyValue(m)
		t = b.moreThan(t, m.Float())
	}
	t.Note = b.tileMoney(l.Ahead) + " of all " + whom
	return t
}

// moreThan compares a state of which more is better with the preceding period.
func (b *book) moreThan(t reports.Tile, now float64) reports.Tile {
	t = b.since(t, now)
	t.Delta.Lower = false
	return t
}

// tileCategories is breadth, for customers who bought.
func (b *book) tileCategories() reports.Tile {
	p := b.r.Products
	t := reports.Tile{Key: "categories", Label: "Categories per customer, 12 months", Against: b.noComparison(), Note: "of customers who bought"}
	if x, ok := b.mean(p.PerCustomer); ok {
		t.Value = reports.Number2Value(x)
		t = b.moreThan(t, x)
	}
	if x, ok := b.mean(p.PerHousehold); ok {
		t.NoteValue, t.Note = reports.Number2Value(x), "per household"
	}
	return t
}

// tileSatisfaction is the mean answer and the share of the two best of five.
func (b *book) tileSatisfaction() reports.Tile {
	s := b.r.Satisfaction
	t := reports.Tile{Key: "satisfaction", Label: "Satisfaction, 1–5", Against: "no last year to compare with", Note: fmt.Sprintf("%s: too few to show a mean", reports.Plural(s.Mean.N, "answer", "answers"))}
	mean, ok := b.mean(s.Mean)
	if !ok {
		return t
	}
	t.Value = reports.Number2Value(mean)
	if before, was := b.mean(s.Before); was {
		t.Delta, t.Against = reports.DeltaNumber1Value(mean-before), "vs last year"
	}
	if top, ok := b.share(s.Top); ok {
		t.Note = fmt.Sprintf("%s best two of 5 (%s–%s), n = %s", reports.Percent0Words(top), bound(s.Top.Low), bound(s.Top.High), reports.Thousands(s.Top.Of))
	}
	return t
}

func bound(x rate) string { return reports.Percent0Words(x.Value.Float()) }
