package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// How many customers below expectation are shown, and how many of each basis at least.
const (
	mostBelow  = 12
	leastBelow = 3
)

// bases are what profit may be expected from, the strongest word first.
func bases() []string {
	return []string{metrics.BasisPlan, metrics.BasisContract, metrics.BasisOwnYear, metrics.BasisTypeMedian}
}

// belowTable lists who earns less than is to be expected of them.
func (b *book) belowTable() reports.Table[row] {
	all := b.find(b.r.Profitability.Below)
	return reports.Table[row]{
		Title: "Below expectation", Key: "Below", Rows: b.belowRows(all), Of: len(all), Note: b.belowNote(all),
		Columns: placed(b, []reports.Column[row]{
			colCustomer(), colTerritory(),
			reports.MoneyIf("Expected", "Profit to be expected of 12 months: see Basis.", func(r row) (Money, bool) { return known(r.Expected) }),
			b.colProfit(),
			reports.DeltaMoneyIf("vs expected", "Profit less the profit expected.", belowBy).Bold(),
			reports.Text("Basis", "What is expected is taken from: the plan for the customer, the volume agreed at their margin, their own year before, or the median of their business type.", basis),
			reports.DeltaMoneyIf("12-month slope", "Change of monthly gross profit from month to month: the median over all pairs of months.", func(r row) (Money, bool) { return known(r.Slope) }),
			reports.Text("Trend", "Whether the 12 months rise or fall by more than chance (Mann-Kendall, 5 %); the slope alone does not say.", trend).BadWords("falling"),
		}),
	}
}

// belowRows are the customers furthest below, the furthest of every basis among them:
// own years of large customers would leave no room for anybody else.
func (b *book) belowRows(all []row) []row {
	var rows []row
	in := map[row]bool{}
	take := func(list []row, n int) {
		for _, r := range list {
			if n > 0 && !in[r] {
				rows, in[r], n = append(rows, r), true, n-1
			}
		}
	}
	for _, word := range bases() {
		take(slices.DeleteFunc(slices.Clone(all), func(r row) bool { return r.ExpectedBasis != word }), leastBelow)
	}
	take(all, mostBelow-len(rows))
	slices.SortFunc(rows, func(x, y row) int {
		return cmp.Or(cmp.Compare(x.Net.Value-x.Expected.Value, y.Net.Value-y.Expected.Value), cmp.Compare(x.ID, y.ID))
	})
	return rows
}

// belowNote says how many are below by each basis, and by how much.
func (b *book) belowNote(all []row) string {
	var parts []string
	for _, word := range bases() {
		n, short := 0, Money(0)
		for _, r := range all {
			if by, ok := belowBy(r); ok && r.ExpectedBasis == word {
				n, short = n+1, short-by
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s, %s short", strings.ToLower(basisWord(word)), reports.Plural(n, "customer", "customers"), b.money(short)))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "By basis: " + strings.Join(parts, "; ") + "."
}

func basis(r row) string { return basisWord(r.ExpectedBasis) }

func basisWord(code string) string {
	switch code {
	case metrics.BasisPlan:
		return "Plan for the customer"
	case metrics.BasisContract:
		return "Volume agreed"
	case metrics.BasisOwnYear:
		return "Own year before"
	case metrics.BasisTypeMedian:
		return "Median of the type"
	}
	return ""
}
