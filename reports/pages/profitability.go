package pages

import (
	"fmt"

	"clientele/reports"
)

// profitability shows who makes and who consumes profit.
func (b *book) profitability() reports.Page {
	p := b.r.Profitability
	word := b.profitWord()
	return reports.Board{
		Head: reports.Head{
			Tab: "Profitability", Title: "Customer profitability",
			Question: "Which customers make our profit, which ones consume it, and what sets them apart?",
			Finding:  b.profitFinding(),
		},
		Bands: []reports.Band{
			b.profitCharts(),
			{reports.Table[group]{Title: "Five equal groups of buying customers, by " + word, Key: "Fifths", Columns: b.fifthColumns(), Rows: named5(p.Fifths), Totals: b.fifthTotals(), Note: b.distortion()}},
			beside(b.factorTable(), when(told(p.ByType, groupName), b.typeMargins())),
			beside(b.belowTable(), b.monthlyProfit()),
		},
	}
}

// profitFinding reads the whale curve: how far profit would go without losses.
func (b *book) profitFinding() string {
	p := b.r.Profitability
	losing, loss := b.givenBack()
	switch {
	case len(p.Whale) == 0:
		return "No buying customer's cost of goods is known, so profit by customer cannot be told."
	case losing == 0:
		return fmt.Sprintf("No customer costs more than they bring; the best fifth earns %s.", b.fifthShare())
	case p.Peak.Of.Known:
		return fmt.Sprintf("The best %s of customers earn %s of today's profit; %s %s back.",
			reports.Percent0Words(p.Peak.Share.Float()), reports.Percent0Words(p.Peak.Of.Value.Float()),
			reports.Plural(losing, "loss-maker gives", "loss-makers give"), b.money(loss))
	}
	lose := reports.Plural(losing, "customer loses", "customers lose") + " " + b.money(loss)
	if p.Peak.Profit <= 0 {
		return "No buying customer leaves a profit; " + lose + "."
	}
	return fmt.Sprintf("The best %s of customers earn %s; %s, which leaves %s.",
		reports.Percent0Words(p.Peak.Share.Float()), b.money(p.Peak.Profit), lose, b.money(p.Peak.Profit-p.Eroded))
}

// givenBack counts the buying customers that lose us money, and what they lose.
// Who bought nothing stands on no curve.
func (b *book) givenBack() (customers int64, loss Money) {
	p := b.r.Profitability
	return p.Losing.Customers - p.Idle.Customers, p.Idle.Net - p.Losing.Net
}

// fifthShare is the part of profit the best fifth earns.
func (b *book) fifthShare() string {
	f := b.r.Profitability.Fifths
	if len(f) == 0 {
		return "all of it"
	}
	if x, ok := of(f[0].Net, b.r.Profitability.Total.Net); ok {
		return reports.Percent0Words(x) + " of profit"
	}
	return b.money(f[0].Net)
}

// profitHeight is how many rows the charts of profit cover: with the fifths below them
// they fill a page.
const profitHeight = 12

func (b *book) profitCharts() reports.Band {
	left, right := b.whale(), b.typeChart()
	if b.costed() {
		right = b.costChart()
	}
	left.Height, right.Height = profitHeight, profitHeight
	return reports.Band{left, right}
}

// costChart stacks cost to serve by activity for the fifths.
func (b *book) costChart() reports.Chart {
	fifths := b.r.Profitability.Fifths
	c := reports.Chart{
		Key: "cost_to_serve", Kind: reports.StackedBars, Value: reports.KindPercent0, Message: b.costMessage(),
		Unit: "Cost to serve, % of revenue, by activity · five equal groups by net profit",
	}
	for i := range fifths {
		c.Categories = append(c.Categories, fifthName(i, len(fifths)))
	}
	for _, a := range sixActivities() {
		s := reports.Series{Name: a.name, Role: a.role}
		for _, g := range fifths {
			x, ok := of(a.of(g.Costs), g.Revenue)
			s.Values, s.Missing = append(s.Values, x), append(s.Missing, !ok)
		}
		c.Series = append(c.Series, s)
	}
	c.Alt = c.Message + "."
	return c
}

// costMessage compares what serving the worst and the best fifth takes.
func (b *book) costMessage() string {
	f := b.r.Profitability.Fifths
	if len(f) < 2 {
		return b.costOfAll()
	}
	best, ok := of(f[0].CostToServe, f[0].Revenue)
	worst, also := of(f[len(f)-1].CostToServe, f[len(f)-1].Revenue)
	if !ok || !also {
		return b.costOfAll()
	}
	return fmt.Sprintf("Cost to serve takes %s of the worst fifth's revenue, %s of the best fifth's", reports.Percent0Words(worst), reports.Percent0Words(best))
}

// costOfAll is what serving everybody takes, where fifths cannot be told apart.
func (b *book) costOfAll() string {
	all := b.r.Profitability.Total
	if x, ok := of(all.CostToServe, all.Revenue); ok {
		return fmt.Sprintf("Cost to serve takes %s of revenue", reports.Percent0Words(x))
	}
	return fmt.Sprintf("Cost to serve is %s, and there is no revenue to set it beside", b.money(all.CostToServe))
}

func fifthName(i, n int) string {
	if n != 5 {
		return fmt.Sprintf("Group %d", i+1)
	}
	return [...]string{"Best fifth", "Second fifth", "Middle fifth", "Fourth fifth", "Worst fifth"}[i]
}

func named5(fifths []group) []group {
	out := append([]group{}, fifths...)
	for i := range out {
		out[i].Name = fifthName(i, len(out))
	}
	return out
}
