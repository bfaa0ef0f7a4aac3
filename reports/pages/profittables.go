package pages

import (
	"fmt"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform/metrics"
)

// fifthColumns are the columns of the fifths, cost to serve by activity among them.
func (b *book) fifthColumns() []reports.Column[group] {
	cols := []reports.Column[group]{grpName("Group"), grpCustomers(), b.grpRevenue()}
	if b.costed() {
		cols = append(cols, b.grpGross())
	}
	cols = append(cols, b.grpProfit().Bold())
	if b.costed() {
		for _, a := range withParts() {
			col := reports.PercentIf(a.name, a.help+", % of revenue; blank where nobody bought whose profit is known.", func(g group) (float64, bool) { return shareOfSales(a.of(g.Costs), g) })
			if a.isSubtotal() {
				col = col.Bold()
			}
			cols = append(cols, col)
		}
	}
	return append(cols, b.grpMargin(), b.grpShare(b.r.Profitability.Total.Net))
}

// shareOfSales is a cost as a share of revenue, where the group has a margin: what
// was spent on people who never bought is no share of a few credits.
func shareOfSales(cost Money, g group) (float64, bool) {
	if _, sold := float(g.Margin()); !sold {
		return 0, false
	}
	return of(cost, g.Revenue)
}

// fifthTotals end the fifths so that they add up to all customers: who bought
// earlier, who never did or has no known cost, and all.
func (b *book) fifthTotals() []group {
	quiet := b.r.RFM.Lost
	quiet.Name = "No order in 12 months"
	var rows []group
	if quiet.Customers > 0 {
		rows = append(rows, quiet)
	}
	return append(rows, b.ending("Never bought or no known cost", append(rows, b.r.Profitability.Fifths...)...)...)
}

// factorTable sets the best fifth apart from the worst.
func (b *book) factorTable() reports.Table[metrics.Factor] {
	mean := func(head, help string, of func(metrics.Factor) rate) reports.Column[metrics.Factor] {
		return reports.Number1If(head, help, func(f metrics.Factor) (float64, bool) { return float(of(f)) })
	}
	return reports.Table[metrics.Factor]{
		Title: "What sets profitable customers apart", Key: "Factors", Rows: b.r.Profitability.Factors,
		Columns: []reports.Column[metrics.Factor]{
			reports.Text("Factor, mean per customer", "What is compared, of 12 months.", func(f metrics.Factor) string { return b.factor(f.Name) }).Width(26),
			mean("Best fifth", "Mean of the fifth with the most profit.", func(f metrics.Factor) rate { return f.Best }),
			mean("All", "Mean of all buying customers.", func(f metrics.Factor) rate { return f.All }),
			mean("Worst fifth", "Mean of the fifth with the least profit.", func(f metrics.Factor) rate { return f.Worst }),
			reports.Number1If("Worst ÷ best", "Worst fifth over best fifth.", func(f metrics.Factor) (float64, bool) { return float(f.Ratio) }).Bold(),
		},
		Note: b.factorNote(),
	}
}

func (b *book) factorNote() string {
	if len(b.r.Profitability.Factors) == 0 {
		return fmt.Sprintf("Left out: a fifth has fewer than %d customers.", b.enough())
	}
	return ""
}

func (b *book) factor(code string) string {
	switch code {
	case "orders":
		return "Orders a year"
	case "order_value":
		return "Average order, " + reports.Symbol(b.in.Currency)
	case "lines":
		return "Order lines a year"
	case "shipments":
		return "Deliveries a year"
	case "visits":
		return "Visits of reps a year"
	case "calls":
		return "Calls of reps a year"
	case "tickets":
		return "Contacts with service a year"
	case "returns":
		return "Returns a year"
	case "complaints":
		return "Complaints a year"
	case "days_to_pay":
		return "Days to pay"
	case "categories":
		return "Product categories"
	}
	return code
}

// typeMargins compares margins by business type.
func (b *book) typeMargins() reports.Table[group] {
	types := b.r.Profitability.ByType
	return reports.Table[group]{
		Title: "Margin by business type", Key: "MarginByType", Rows: types, Totals: b.ending("Other", types...),
		Columns: append([]reports.Column[group]{grpName("Business type"), grpCustomers(), b.grpRevenue(), b.grpProfit(), b.grpMargin().Bold(), grpMarginChange()}, planColumns(b, types, func(g group) group { return g })...),
	}
}

// trend says whether the slope of a customer's months is more than chance.
func trend(r row) string {
	switch {
	case !r.SlopeP.Known:
		return ""
	case r.SlopeP.Value > extract.One*5/100 || r.Slope.Value == 0:
		return "no clear trend"
	case r.Slope.Value > 0:
		return "rising"
	}
	return "falling"
}

// typeChart draws profit by business type, where no cost to serve is known.
func (b *book) typeChart() reports.Chart {
	types := first(b.r.Profitability.ByType, 10)
	c := reports.Chart{
		Key: "profit_by_type", Kind: reports.Bars, Value: b.scale(), Signed: true, Labels: true,
		Message: b.typeMessage(types), Unit: capital(b.profitWord()) + " of 12 months by business type, " + b.unit(),
	}
	s := reports.Series{Name: capital(b.profitWord())}
	for _, g := range types {
		if g.Name == "" && len(types) == 1 {
			break
		}
		c.Categories = append(c.Categories, named(g.Name))
		s.Values = append(s.Values, g.Net.Float())
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// typeMessage names the group that earns most.
func (b *book) typeMessage(groups []group) string {
	if len(groups) == 0 {
		return "No customers to compare"
	}
	best := groups[0]
	for _, g := range groups {
		if g.Net > best.Net {
			best = g
		}
	}
	if x, ok := of(best.Net, b.r.Profitability.Total.Net); ok && len(groups) > 1 {
		return fmt.Sprintf("Most comes from %s: %s, %s of all", named(best.Name), b.money(best.Net), reports.Percent0Words(x))
	}
	return fmt.Sprintf("%s: %s", named(best.Name), b.money(best.Net))
}

func belowBy(r row) (Money, bool) {
	return r.Net.Value - r.Expected.Value, r.Net.Known && r.Expected.Known
}
