package pages

import (
	"clientele/reports"
)

// tileProfit is what customers left in the period, with the twelve months as the note.
func (b *book) tileProfit() reports.Tile {
	o := b.r.Overview
	t := reports.Tile{Key: "period_profit", Label: "Profit after cost to serve, " + b.r.Period.Label(), Against: "no " + yearAgo(b.r.Period) + " to compare with"}
	t.TrendName = "Net profit of customers"
	if !b.costed() {
		t.Label, t.TrendName = "Gross profit of customers, "+b.r.Period.Label(), "Gross profit of customers"
	}
	if now, ok := known(o.PeriodProfit); ok {
		t.Value = reports.MoneyValue(now)
		t = b.profitBefore(t, now)
	}
	t.Note = "12 months: " + b.tileYear(o.Profit.Customers, o.ProfitBefore.Value)
	if met, ok := of(o.PeriodProfit.Value, o.PeriodProfitTarget.Value); ok && o.PeriodProfit.Known && o.PeriodProfitTarget.Known {
		t.Note = reports.Percent0Words(met) + " of target · 12 months " + b.tileMoney(o.Profit.Customers)
	}
	t.Trend, t.Points = b.profitTrend()
	return t
}

// profitBefore sets the profit of a period beside the same a year ago: where that was a loss, or this is one, no share
// says anything and the amount by which they differ stands there.
func (b *book) profitBefore(t reports.Tile, now Money) reports.Tile {
	before, was := known(b.r.Overview.PeriodProfitBefore)
	if !was {
		return t
	}
	return b.moneyChange(t, now, before, yearAgo(b.r.Period), b.fewOrdersThen(), false)
}

// profitTrend is the line of the tile: months before the first sale are left out.
func (b *book) profitTrend() (line []float64, names []string) {
	sold := b.totals(b.lastMonths(13))
	for _, m := range b.r.Overview.ProfitMonths {
		if len(sold) > 0 && m.Month >= sold[0].Month {
			line, names = append(line, m.Net.Float()), append(names, m.Month.Time().Format("Jan 06"))
		}
	}
	return line, names
}

// tileMoney writes an amount in a note with the digits of the value above it.
func (b *book) tileMoney(m Money) string { return reports.MoneyTile(b.in.Currency, m) }

// tileYear writes a sum of 12 months with its change in a note.
func (b *book) tileYear(now, before Money) string {
	return b.tileMoney(now) + b.inBrackets(now, before, b.fewOrdersBefore())
}
