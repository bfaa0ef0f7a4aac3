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

// growthTable compares business types with last year.
func (b *book) growthTable() reports.Table[group] {
	rows := b.r.RFM.ByType
	return reports.Table[group]{
		Title: "Growth by business type", Key: "Growth", Rows: rows, Totals: b.ending("Never bought", rows...),
		Columns: []reports.Column[group]{grpName("Business type"), grpCustomers(), b.grpRevenue().Bold(), b.grpBefore(), b.grpChange(), grpGrowth()},
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
	return fmt.Sprintf("%s of %s at loyalty", reports.Percent0Words(float64(loyal)/float64(buyers)), reports.Plural(buyers, "buyer stands", "buyers stand"))
}

// hurdleTable says who waits below each step, how long, and what holds them.
func (b *book) hurdleTable() reports.Table[metrics.Hurdle] {
	type h = metrics.Hurdle
	count := func(head, help string, of func(h) int64) reports.Column[h] { return reports.Count(head, help, of) }
	return reports.Table[h]{
		Title: "What holds customers back", Key: "Hurdles", Rows: b.r.Ladder.Hurdles,
		Columns: []reports.Column[h]{
			reports.Text("Step up", "From one step to the next.", func(x h) string { return rungName(x.From) + " → " + rungName(x.To) }).Width(30),
			count("Waiting", "Customers on the lower step.", func(x h) int64 { return x.Waiting }).Bold(),
			reports.PercentIf("Went on", "Of those who ever reached the lower step, the share that went on.", func(x h) (float64, bool) { return b.share(x.Conversion) }),
			reports.CountIf("Median days", "Days from step to step, customers still waiting counted as such; blank where fewer than half went on.", medianDays),
			count("Process", "Waiting with an unanswered enquiry, an open complaint or a late delivery.", func(x h) int64 { return x.Process }),
			count("Product", "Waiting after goods came damaged or wrong.", func(x h) int64 { return x.Product }),
			count("Perception", "Waiting and unhappy in the last survey.", func(x h) int64 { return x.Perception }),
			count("Nothing recorded", "Waiting without anything recorded that explains it.", func(x h) int64 { return x.Unknown }),
		},
		Note: "Each waiting customer is counted under the first hurdle that applies: process, product, perception.",
	}
}

func medianDays(x metrics.Hurdle) (int64, bool) {
	return int64(x.Median.Value.Float() + 0.5), x.Median.Known
}

// mostSteps is how many steps up are shown.
const mostSteps = 12

// stepTable says what one step up would be worth, by business type.
func (b *book) stepTable() reports.Table[metrics.StepWorth] {
	type w = metrics.StepWorth
	var rows []w
	for _, s := range b.r.Ladder.Steps {
		if s.Worth.Known && s.Worth.Value > 0 {
			rows = append(rows, s)
		}
	}
	slices.SortStableFunc(rows, func(x, y w) int { return cmp.Compare(y.Worth.Value, x.Worth.Value) })
	t := reports.Table[w]{
		Title: "One step up is worth", Key: "Steps", Rows: first(rows, mostSteps), Of: len(rows),
		Columns: []reports.Column[w]{
			reports.Text("Business type", "Kind of business or customer group.", func(x w) string { return named(x.Type) }).Width(30),
			reports.Text("Step up", "From one step to the next.", func(x w) string { return rungName(x.From) + " → " + rungName(x.To) }),
			reports.Count("Waiting", "Customers of the type on the lower step.", func(x w) int64 { return x.Waiting }),
			reports.MoneyIf("Worth each", "Profit each on the upper step less the lower one, 12 months.", func(x w) (Money, bool) { return known(x.Each) }),
			reports.MoneyIf("Worth a year", "Worth each × waiting × share that went on.", func(x w) (Money, bool) { return known(x.Worth) }).Bold(),
		},
	}
	if len(rows) == 0 {
		t.Note = "Left out: no step up has enough customers on both steps to compare their profit."
	}
	return t
}
