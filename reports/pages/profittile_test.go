package pages

import (
	"testing"

	"clientele/extract"
	"clientele/transform/metrics"
)

func TestTheProfitTileIsOfThePeriodWithTwelveMonthsAsTheNote(t *testing.T) {
	for _, c := range []struct {
		name               string
		now, before, year  int64
		target             int64
		delta, other, note string
	}{
		{"rising", 1_500, 1_000, 19_136_000, 0, "▲ 50.0 %", "vs Oct 2025", "12 months: € 19.14 M (+91.4 %)"},
		{"falling", 500, 1_000, 500_000, 1_000, "▼ 50.0 %", "vs Oct 2025", "50 % of target · 12 months € 500 k"},
		{"a loss", -500, 1_000, -9_000, 0, "▼ € 1,500", "vs Oct 2025: € 1,000", "12 months: −\u202f€ 9,000 (−\u202f€ 10.0 M)"},
		{"out of a loss", 500, -1_000, 9_000, 0, "▲ € 1,500", "vs Oct 2025: −\u202f€ 1,000", "12 months: € 9,000 (−99.9 %)"},
		{"nothing a year ago", 500, 0, 10_000_000, 0, "", "no Oct 2025 to compare with", "12 months: € 10.00 M (0.0 %)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := over(func(r *metrics.Results) {
				o := &r.Overview
				o.OrdersBefore.Customers = 10
				o.PeriodProfit, o.PeriodProfitBefore = extract.Some(euros(c.now)), extract.Some(euros(c.before))
				o.Profit.Customers, o.ProfitBefore = euros(c.year), extract.Some(euros(10_000_000))
				if c.target > 0 {
					o.PeriodProfitTarget = extract.Some(euros(c.target))
				}
			})
			tile := b.tileProfit()
			same(t, b.change(tile.Delta), c.delta)
			same(t, tile.Against, c.other)
			same(t, tile.Note, c.note)
			same(t, tile.Label, "Gross profit of customers, October 2026")
		})
	}
}
