package pages

import (
	"fmt"
	"strconv"

	"clientele/reports"
	"clientele/transform/metrics"
)

// since compares a state with the accepted edition of the preceding period.
func (b *book) since(t reports.Tile, now float64) reports.Tile {
	was, known, t := b.accepted(t)
	switch {
	case known && was > 0:
		t.Delta, t.Against = reports.DeltaPercentValue(now/was-1).LowerIsBetter(), "vs "+b.r.Period.Previous().Label()
	case known:
		t.Against = "none in " + b.r.Period.Previous().Label()
	}
	return t
}

// accepted returns what the accepted edition of the preceding period said of a state, where that can be compared, and
// the tile that says why it cannot.
func (b *book) accepted(t reports.Tile) (was float64, known bool, _ reports.Tile) {
	t.Delta, t.Against = reports.Nothing(), b.noComparison()
	if !b.preceded() {
		return 0, false, t
	}
	if b.redefined(t.Key) {
		t.Against = b.redefinedWords()
		return 0, false, t
	}
	was, err := strconv.ParseFloat(b.in.Previous[t.Key], 64)
	if err != nil {
		t.Against = "not measured in " + b.r.Period.Previous().Label()
	}
	return was, err == nil, t
}

// tileRevenue is the period's revenue against the same period last year.
func (b *book) tileRevenue() reports.Tile {
	o := b.r.Overview
	now, before := o.Period.Company(), o.PeriodBefore.Company()
	t := reports.Tile{Key: "revenue", Label: "Revenue, " + b.r.Period.Label(), Value: reports.MoneyValue(now), Against: "no " + yearAgo(b.r.Period) + " to compare with"}
	t = b.moneyChange(t, now, before, yearAgo(b.r.Period), b.fewOrdersThen(), b.soldBefore(b.r.Period.From.AddMonths(-12)))
	t.Note = "12 months: " + b.tileYear(o.Revenue.Company(), o.RevenueBefore.Company())
	if met, ok := of(now, o.PeriodTarget.Value); ok && o.PeriodTarget.Known {
		t.Note = reports.Percent0Words(met) + " of target · 12 months " + b.tileMoney(o.Revenue.Company())
	}
	t.TrendName = "Revenue"
	t.Trend, t.Points = b.trend(func(m metrics.MonthTotal) float64 { return m.Revenue.Float() })
	return t
}

// tileRisk is the revenue expected to go with customers at risk.
func (b *book) tileRisk() reports.Tile {
	o := b.r.Overview
	return b.since(reports.Tile{
		Key: "revenue_at_risk", Label: "Revenue at risk, a year", Value: reports.MoneyValue(o.RevenueAtRisk),
		Note: fmt.Sprintf("%s at %s risk or more", reports.Plural(o.AtRisk, "account", "accounts"), b.threshold()),
	}, o.RevenueAtRisk.Float())
}

// tileComplaints is how many complaints are open.
func (b *book) tileComplaints() reports.Tile {
	o := b.r.Overview
	t := reports.Tile{Key: "open_complaints", Label: "Open complaints", Value: reports.CountValue(o.OpenComplaints), Note: "none is open"}
	if o.OldestComplaint.Known {
		t.Note = "the oldest waits for " + reports.Plural(o.OldestComplaint.Value, "day", "days")
	}
	return b.since(t, float64(o.OpenComplaints))
}

// tileContracts is the share of contracts met.
func (b *book) tileContracts() reports.Tile {
	met := b.r.Overview.ContractsMet
	share, ok := float(met.Share())
	t := reports.Tile{Key: "contracts_met", Label: "Contracts met", Against: b.noComparison(), Note: fmt.Sprintf("%d of %s", met.Part, reports.Plural(met.Of, "contract", "contracts"))}
	if ok {
		t.Value = reports.Percent0Value(share)
	}
	if short := b.r.Contracts.Shortfall; short > 0 {
		t.Note = b.tileMoney(short) + " short of agreed volume"
	}
	was, known, t := b.accepted(t)
	if ok && known {
		t.Delta, t.Against = reports.DeltaPointsValue((share-was)*100), "vs "+b.r.Period.Previous().Label()
	}
	return t
}

// tileActive is how many customers are active.
func (b *book) tileActive() reports.Tile {
	o := b.r.Overview
	t := reports.Tile{
		Key: "active", Label: "Active customers", Value: reports.CountValue(o.Active), Against: "no last year to compare with",
		Note: fmt.Sprintf("ordered within %d days", b.r.Rules.LapsedAfter),
	}
	t = b.countChange(t, o.Active, o.ActiveBefore, "last year", b.soldBefore(b.r.Period.To.AddMonths(-12)))
	t.Trend, t.Points = b.attritionTrend(func(m metrics.AttritionMonth) (float64, bool) { return float64(m.Closing), true })
	return t
}

// tileOrders is the period's orders.
func (b *book) tileOrders() reports.Tile {
	o := b.r.Overview
	t := reports.Tile{
		Key: "orders", Label: "Orders, " + b.r.Period.Label(), Value: reports.CountValue(o.PeriodOrders.Company()),
		Note: "12 months: " + reports.Thousands(o.Orders.Company()), Against: "",
	}
	switch before := o.OrdersBefore.Company(); {
	case before >= b.enough():
		t.Note += fmt.Sprintf(" (%s)", reports.SignedPercent(float64(o.Orders.Company())/float64(before)-1))
	case before > 0:
		t.Note += fmt.Sprintf(" (%s the year before)", reports.Thousands(before))
	}
	t = b.ordersBefore(t)
	t.TrendName = "Orders"
	t.Trend, t.Points = b.trend(func(m metrics.MonthTotal) float64 { return float64(m.Orders) })
	return t
}

// ordersBefore sets the orders of a whole month beside those of the same month a year ago.
func (b *book) ordersBefore(t reports.Tile) reports.Tile {
	before, ok := b.monthThen()
	if !ok {
		return t
	}
	return b.countChange(t, b.r.Overview.PeriodOrders.Company(), before, yearAgo(b.r.Period), true)
}

// attritionTrend is a line over the complete months of attrition, 13 at most.
func (b *book) attritionTrend(of func(metrics.AttritionMonth) (float64, bool)) (line []float64, names []string) {
	months := wholeMonths(b.r.Attrition.Months)
	for _, m := range months[max(0, len(months)-13):] {
		if x, ok := of(m); ok {
			line, names = append(line, x), append(names, m.Month.Time().Format("Jan 06"))
		}
	}
	return line, names
}

func wholeMonths(months []metrics.AttritionMonth) []metrics.AttritionMonth {
	var out []metrics.AttritionMonth
	for _, m := range months {
		if !m.Partial {
			out = append(out, m)
		}
	}
	return out
}
