package pages

import (
	"testing"
	"time"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

func TestOfFewerOrdersThanAPercentageNeedsTheRevenueTileSaysTheDifference(t *testing.T) {
	for _, c := range []struct {
		name           string
		now, before    int64
		orders         int64 // of the month a year ago
		first          extract.Day
		delta, against string
		tone           reports.Tone
	}{
		{"many orders", 110, 100, 10, 0, "▲ 10.0 %", "vs Oct 2025", reports.Welcome},
		{"one too few", 110, 100, 9, 0, "▲ € 10", "vs Oct 2025: € 100", reports.Welcome},
		{"nothing now", 0, 523, 4, 0, "▼ € 523", "vs Oct 2025: € 523", reports.Unwelcome},
		{"as much", 100, 100, 4, 0, "= € 0", "vs Oct 2025: € 100", reports.Neutral},
		{"credited now, of many", -10, 100, 40, 0, "▼ € 110", "vs Oct 2025: € 100", reports.Unwelcome},
		{"out of credit notes", 10, -100, 4, 0, "▲ € 110", "vs Oct 2025: −\u202f€ 100", reports.Welcome},
		{"no sale then, though we sold before", 10, 0, 0, extract.Date(2025, time.September, 30), "▲ € 10", "vs Oct 2025: € 0", reports.Welcome},
		{"no sale before", 10, 0, 0, extract.Date(2025, time.October, 1), "", "no Oct 2025 to compare with", reports.Neutral},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := over(func(r *metrics.Results) {
				r.Rules.MinSample = 10
				r.Overview.Period.Customers, r.Overview.PeriodBefore.Customers = euros(c.now), euros(c.before)
				r.ToDate.Months = []metrics.MonthTotal{{Month: extract.Date(2025, time.October, 1), Orders: c.orders}}
				f := &transform.Figures{}
				f.First = c.first
				r.Rows = []*transform.Figures{f}
			})
			tile := b.tileRevenue()
			same(t, b.change(tile.Delta), c.delta)
			same(t, tile.Against, c.against)
			if got := tone(tile.Delta); got != c.tone {
				t.Errorf("tone %v, want %v", got, c.tone)
			}
		})
	}
}

func TestAFewOrdersAreComparedInOrders(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Rules.MinSample = 10
		r.ToDate.Months = []metrics.MonthTotal{{Month: extract.Date(2025, time.October, 1), Orders: 4}}
	})
	same(t, b.change(b.tileOrders().Delta)+" "+b.tileOrders().Against, "▼ 4 vs Oct 2025: 4")
}

func TestTheSubjectHasNoPercentageOfAHandful(t *testing.T) {
	b := over(func(r *metrics.Results) {
		r.Rules.MinSample = 10
		r.Overview.PeriodBefore.Customers, r.Overview.OrdersBefore.Customers = euros(523), 6
	})
	same(t, b.salesSubject()[0], "€ 0 (−\u202f€ 523)")
	same(t, b.marketingSubject()[0], "€ 0 revenue (−\u202f€ 523)")
	b.r.Overview.OrdersBefore.Customers = 10
	same(t, b.salesSubject()[0], "€ 0 (−100.0 %)")
}
