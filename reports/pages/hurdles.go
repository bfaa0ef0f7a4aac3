package pages

import (
	"cmp"
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

// hurdleTable says who waits below each step, how long, and what holds them.
func (b *book) hurdleTable() reports.Table[metrics.Hurdle] {
	type h = metrics.Hurdle
	count := func(head, help string, of func(h) int64) reports.Column[h] { return reports.Count(head, help, of) }
	t := reports.Table[h]{
		Title: "What holds customers back", Key: "Hurdles", Rows: b.r.Ladder.Hurdles,
		Columns: []reports.Column[h]{
			reports.Text("Step up", "From one step to the next.", func(x h) string { return rungName(x.From) + " → " + rungName(x.To) }).Width(30),
			count("Waiting", "Customers on the lower step.", func(x h) int64 { return x.Waiting }).Bold(),
			count("Reached", "Customers who ever stood on the lower step or above, and since when is known.", func(x h) int64 { return x.Conversion.Of }),
			reports.PercentIf("Went on so far", "Of all who reached the lower step, the share that has gone on.", func(x h) (float64, bool) { return b.share(x.Conversion) }),
			reports.PercentIf("Within a year", "Share that goes on within a year of reaching the lower step, customers still waiting counted as such.", func(x h) (float64, bool) { return b.enoughOf(x.Conversion, x.Within) }),
			reports.Text("Within a year, 95 %", "Of 100 such intervals 95 hold the true share; blank where nobody or everybody went on.", func(x h) string { return b.withinWords(x) }),
			reports.PercentIf("Chance now", "Mean chance of those waiting to go on within the next year, given how long each has waited.", func(x h) (float64, bool) { return b.enoughOf(x.Conversion, x.Next) }),
			reports.CountIf("Median days", "Days from step to step, customers still waiting counted as such; blank where fewer than half went on.", medianDays),
			count("Process", "Waiting with an unanswered enquiry, an open complaint or a late delivery.", func(x h) int64 { return x.Process }),
			count("Product", "Waiting after goods came damaged or wrong.", func(x h) int64 { return x.Product }),
			count("Perception", "Waiting and unhappy in the last survey.", func(x h) int64 { return x.Perception }),
			count("Nothing recorded", "Waiting without anything recorded that explains it.", func(x h) int64 { return x.Unknown }),
		},
		Note: "Each waiting customer is counted under the first hurdle that applies: process, product, perception.",
	}
	var undated, back int64
	for _, x := range b.r.Ladder.Hurdles {
		undated += x.Undated
		back += x.FellBack
	}
	if undated > 0 {
		t.Note += fmt.Sprintf(" Nobody knows since when %s: they wait, and are in no share and no time.", reports.Plural(undated, "customer has stood on their step", "customers have stood on theirs"))
	}
	if back > 0 {
		t.Note += fmt.Sprintf(" Among those waiting %s further up before.", reports.Plural(back, "has been", "have been"))
	}
	return t
}

// enoughOf opens a share read off a curve, false where too few cases are behind it.
func (b *book) enoughOf(behind metrics.Rate, x rate) (float64, bool) {
	v, ok := float(x)
	return v, ok && behind.Of >= b.enough()
}

func (b *book) withinWords(x metrics.Hurdle) string {
	low, ok := b.enoughOf(x.Conversion, x.WithinLow)
	high, also := b.enoughOf(x.Conversion, x.WithinHigh)
	if !ok || !also {
		return ""
	}
	return reports.Percent0Words(low) + " to " + reports.Percent0Words(high)
}

func medianDays(x metrics.Hurdle) (int64, bool) {
	return int64(x.Median.Value.Float() + 0.5), x.Median.Known
}

// mostSteps is how many steps up are shown.
const mostSteps = 10

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
			reports.Count("Waiting", "Customers of the type on the lower step, since when is known, and never further up before.", func(x w) int64 { return x.Waiting }),
			reports.PercentIf("Chance", "Mean chance of those waiting to go on within the next year; of all customers where too few of the type ever stood there.", func(x w) (float64, bool) { return float(x.Chance) }),
			reports.MoneyIf("Worth each", "Profit each on the upper step less the lower one, 12 months.", func(x w) (Money, bool) { return known(x.Each) }),
			reports.MoneyIf("Worth a year", "Worth each × waiting × chance.", func(x w) (Money, bool) { return known(x.Worth) }).Bold(),
			reports.Text("Step up", "From one step to the next.", func(x w) string { return rungName(x.From) + " → " + rungName(x.To) }),
		},
	}
	if len(rows) == 0 {
		t.Note = "Left out: no step up has enough customers on both steps to compare their profit."
	}
	return t
}
