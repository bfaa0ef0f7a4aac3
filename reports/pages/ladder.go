package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

func (b *book) byGrowth() []group {
	rows := b.growing()
	slices.SortStableFunc(rows, func(x, y group) int {
		gx, _ := growth(x.Revenue, x.RevenueBefore)
		gy, _ := growth(y.Revenue, y.RevenueBefore)
		return cmp.Or(cmp.Compare(gy, gx), cmp.Compare(x.Name, y.Name))
	})
	return rows
}

// growthTable compares business types with last year, fastest first, then those too
// small to speak of growth. Types without revenue in 24 months are left to the rest.
func (b *book) growthTable() reports.Table[group] {
	rows := b.byGrowth()
	for _, g := range b.r.RFM.ByType {
		if told := slices.ContainsFunc(rows, func(o group) bool { return o.Name == g.Name }); !told && (g.Revenue != 0 || g.RevenueBefore != 0) {
			rows = append(rows, g)
		}
	}
	total := b.r.Profitability.Total
	_, told := growth(total.Revenue, total.RevenueBefore)
	told = told && total.Customers >= b.enough()
	return reports.Table[group]{
		Title: "Growth by business type", Key: "Growth", Rows: rows, Totals: b.ending("No revenue in 24 months", rows...),
		Columns: []reports.Column[group]{
			grpName("Business type"), grpCustomers(), b.grpRevenue(), b.grpBefore(), b.grpChange(), b.grpGrowth().Bold(),
			reports.DeltaPointsIf("Part of growth", "What the change adds to the growth of all customers' revenue, in percentage points; the lines add up to it. Blank where that is not told.",
				func(g group) (float64, bool) {
					x, ok := of(g.Revenue-g.RevenueBefore, total.RevenueBefore)
					return 100 * x, ok && told
				}),
		},
	}
}

// ladderTable is how many stand on each step and what each is worth.
func (b *book) ladderTable() reports.Table[metrics.Rung] {
	cols := []reports.Column[metrics.Rung]{
		reports.Text("Step", "Step on the loyalty ladder.", func(r metrics.Rung) string { return rungName(r.Name) }).Width(20),
		reports.Count("Customers", "Customers standing on it, each on exactly one.", func(r metrics.Rung) int64 { return r.Customers }).Bold(),
	}
	if b.profitable() {
		cols = append(cols, reports.MoneyIf("Profit each", capital(b.profitWord())+" of 12 months for each of them.", func(r metrics.Rung) (Money, bool) { return known(r.Each) }))
	}
	cols = append(cols, reports.Text("Means", "Who stands there.", func(r metrics.Rung) string { return b.rungMeans(r.Name) }).NoTotal())
	total := metrics.Rung{Group: b.r.Profitability.Total}
	total.Name = allCustomers
	return reports.Table[metrics.Rung]{Title: "Loyalty ladder", Key: "Ladder", Columns: cols, Rows: b.r.Ladder.Rungs, Totals: []metrics.Rung{total}}
}

func rungName(s string) string {
	if s == metrics.Multiple {
		return "Multiple purchase"
	}
	return s
}

func (b *book) rungMeans(name string) string {
	l := b.r.Rules.Ladder
	switch name {
	case metrics.Aware:
		return "Known to us, never ordered"
	case metrics.Trial:
		return "Quote, sample or small first order"
	case metrics.Purchase:
		return "Ordered on one day"
	case metrics.Multiple:
		return "Ordered on two days and more"
	case metrics.Loyalty:
		return fmt.Sprintf("%d order days in %d of 4 quarters", l.LoyalOrderDays, l.LoyalQuarters)
	}
	return ""
}

// ladderChart draws the ladder.
func (b *book) ladderChart() reports.Chart {
	c := reports.Chart{Key: "ladder", Kind: reports.Bars, Value: reports.KindCount, Labels: true, Unit: "Customers by loyalty step", Message: b.ladderMessage()}
	s := reports.Series{Name: "Customers", Role: reports.Actual}
	for _, r := range b.r.Ladder.Rungs {
		c.Categories = append(c.Categories, rungName(r.Name))
		s.Values = append(s.Values, float64(r.Customers))
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// ladderMessage is the share of buyers that reached the top.
func (b *book) ladderMessage() string {
	var loyal int64
	for _, r := range b.r.Ladder.Rungs {
		if r.Name == metrics.Loyalty {
			loyal = r.Customers
		}
	}
	buyers := b.r.RFM.Total.Customers
	if buyers == 0 {
		return "Nobody has bought yet"
	}
	if buyers < b.enough() {
		return fmt.Sprintf("At loyalty: %d of %s", loyal, reports.Plural(buyers, "buyer", "buyers"))
	}
	return fmt.Sprintf("%s of %s at loyalty", reports.Percent0Words(float64(loyal)/float64(buyers)), reports.Plural(buyers, "buyer stands", "buyers stand"))
}
