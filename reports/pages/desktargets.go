package pages

import (
	"math"
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

// What a measure does with its target.
const (
	targetMet    = "met"
	targetMissed = "missed"
)

// ofScale are the measures that grow with how much there is to do: the company's target
// says nothing of a part of it.
func ofScale() []string {
	return []string{
		metrics.OrdersADay, metrics.MedianOrders, metrics.ContactsADay, metrics.SalesCallsADay, metrics.SalesCallRevenue, metrics.OpenContacts,
	}
}

// targeted reports whether any measure of the desk has a target here.
func (b *book) targeted() bool {
	return slices.ContainsFunc(b.r.Rules.ServiceTargets, func(t metrics.ServiceTarget) bool { return b.company() || !slices.Contains(ofScale(), t.Measure) })
}

// aimed sets the company's target beside each measure that has one.
func (b *book) aimed(u deskUnit, rows []deskRow) []deskRow {
	for i, r := range rows {
		target, ok := float(b.r.Rules.ServiceTarget(r.key))
		if r.key == "" || !ok || !b.company() && slices.Contains(ofScale(), r.key) {
			continue
		}
		rows[i].target = valueOf(u.kind, target)
		rows[i].reached = reached(u.kind, r, target)
	}
	return rows
}

// valueOf is a number as a value of a kind the desk has.
func valueOf(k reports.Kind, x float64) reports.Value {
	switch k {
	case reports.KindPercent:
		return reports.PercentValue(x)
	case reports.KindCount:
		return reports.CountValue(int64(math.Round(x)))
	case reports.KindMoney:
		return reports.MoneyValue(Money(math.Round(x * 10_000)))
	case reports.KindNumber2:
		return reports.Number2Value(x)
	}
	return reports.Number1Value(x)
}

// reached says whether a measure reaches its target, both as precise as they are shown:
// 90.0 % beside a target of 90.0 % is no miss.
func reached(k reports.Kind, r deskRow, target float64) string {
	now, want := rounded(k, size(r.now)), rounded(k, target)
	switch {
	case !r.now.Known:
		return ""
	case now == want, (now > want) == (r.better == higherIsBetter):
		return targetMet
	}
	return targetMissed
}

// rounded is a number with the digits its kind shows.
func rounded(k reports.Kind, x float64) float64 {
	switch k {
	case reports.KindPercent:
		return math.Round(x * 1000)
	case reports.KindNumber1:
		return math.Round(x * 10)
	case reports.KindNumber2:
		return math.Round(x * 100)
	}
	return math.Round(x)
}

// targetNote says where targets of the desk come from, or that there are none.
func (b *book) targetNote() string {
	switch {
	case len(b.r.Rules.ServiceTargets) == 0:
		return "No target is set: service_targets in the configuration names them."
	case !b.company():
		return "Targets are the company's; what grows with the number of customers has none here."
	}
	return ""
}
