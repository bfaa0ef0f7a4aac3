package pages

import (
	"fmt"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// lifetime shows what customers have brought and are still expected to bring.
func (b *book) lifetime() reports.Page {
	return reports.Board{
		Head: reports.Head{
			Tab: "Lifetime value", Title: "Lifetime value",
			Question: "What will customers still bring, which kinds bring most, and what may winning them cost?",
			Finding:  b.lifetimeFinding(),
			Note:     b.lifetimeModel() + ". A simple rule, not a promise; losses go on as losses.",
		},
		Bands: []reports.Band{
			{b.tenthChart(), b.lifetimeTypeChart()},
			{b.lifetimeTable(), b.sourceTable()},
			{b.matrixTable(), b.retentionTable()},
			{b.tenthTable()},
		},
	}
}

// lifetimeFinding adds the estimate up and says how much the best tenth holds.
func (b *book) lifetimeFinding() string {
	l := b.r.Lifetime
	text := fmt.Sprintf("Customers have brought %s to date and are expected to bring %s in the next %d months", b.money(l.Past), b.money(l.Ahead), l.Months)
	if len(l.Tenths) > 0 {
		if x, ok := of(l.Tenths[0].Ahead, l.Ahead); ok {
			text += fmt.Sprintf("; the best tenth holds %s of it", reports.Percent0Words(x))
		}
	}
	return text + "."
}

// lifetimeModel names the estimate; without cost to serve it is of gross profit.
func (b *book) lifetimeModel() string {
	return strings.ReplaceAll(orElse(b.r.Lifetime.Model, "Not estimated"), "net profit", b.profitWord())
}

func tenthName(i, n int) string {
	switch {
	case n != 10:
		return fmt.Sprintf("Group %d", i+1)
	case i == 0:
		return "Best tenth"
	case i == 9:
		return "Last tenth"
	}
	return fmt.Sprintf("Tenth %d", i+1)
}

func tenths(groups []group) []group {
	out := append([]group{}, groups...)
	for i := range out {
		out[i].Name = tenthName(i, len(out))
	}
	return out
}

// tenthChart draws what each tenth is expected to bring.
func (b *book) tenthChart() reports.Chart {
	c := reports.Chart{
		Key: "tenths", Kind: reports.Columns, Value: b.scale(), Signed: true, Labels: true,
		Unit: fmt.Sprintf("Profit expected in the next %d months, %s, by tenths of customers", b.r.Lifetime.Months, b.unit()),
	}
	s := reports.Series{Name: "Expected profit"}
	for _, g := range tenths(b.r.Lifetime.Tenths) {
		c.Categories = append(c.Categories, g.Name)
		s.Values = append(s.Values, g.Ahead.Float())
	}
	c.Series, c.Message = []reports.Series{s}, b.tenthMessage()
	c.Alt = c.Message + "."
	return c
}

func (b *book) tenthMessage() string {
	t := b.r.Lifetime.Tenths
	if len(t) < 2 {
		return "Too few customers to divide into tenths"
	}
	text := fmt.Sprintf("The best tenth is expected to bring %s", b.money(t[0].Ahead))
	if last := t[len(t)-1].Ahead; last < 0 {
		text += fmt.Sprintf(", the last to cost %s", b.money(-last))
	}
	return text
}

// lifetimeTypeChart draws the value of one customer by business type.
func (b *book) lifetimeTypeChart() reports.Chart {
	c := reports.Chart{Key: "lifetime_by_type", Kind: reports.Bars, Value: reports.KindMoney, Signed: true, Labels: true, Unit: "Lifetime value of one customer by business type, ¤"}
	s := reports.Series{Name: "Lifetime value each"}
	best, most := "", Money(0)
	for _, g := range first(b.r.Lifetime.ByType, mostGroups) {
		m, ok := aheadEach(g)
		if !ok || g.Customers < b.enough() {
			continue
		}
		c.Categories = append(c.Categories, named(g.Name))
		s.Values = append(s.Values, m.Float())
		if best == "" || m > most {
			best, most = named(g.Name), m
		}
	}
	c.Message = "No business type has enough customers to compare"
	if best != "" {
		c.Message = fmt.Sprintf("Worth most: %s, %s a customer", best, b.money(most))
	}
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// lifetimeTable compares business types by what a customer brings.
func (b *book) lifetimeTable() reports.Table[group] {
	rows := b.r.Lifetime.ByType
	return reports.Table[group]{
		Title: "By business type", Key: "LifetimeByType", Rows: first(rows, mostGroups), Of: len(rows), Totals: b.ending("Other", first(rows, mostGroups)...),
		Columns: []reports.Column[group]{grpName("Business type"), grpCustomers(), grpPast(), grpAhead().Bold(), b.grpProfit()},
	}
}

// sourceTable sets what customers bring beside what winning them cost.
func (b *book) sourceTable() reports.Table[metrics.Source] {
	type s = metrics.Source
	rows := b.r.Lifetime.BySource
	return reports.Table[s]{
		Title: "By source, with the cost to win a customer", Key: "LifetimeBySource", Rows: first(rows, mostGroups), Of: len(rows),
		Columns: []reports.Column[s]{
			reports.Text("Came through", "How customers came to us.", func(x s) string { return named(x.Name) }).Width(20),
			reports.Count("Customers", "Customers in the group, buying or not.", func(x s) int64 { return x.Customers }),
			reports.MoneyIf("Profit to date each", "Profit a customer has brought so far.", func(x s) (Money, bool) { return each(x.Lifetime, x.Customers-x.NetUnknown) }),
			reports.MoneyIf("Lifetime value each", "Profit a customer is still expected to bring.", func(x s) (Money, bool) { return aheadEach(x.Group) }).Bold(),
			reports.MoneyIf("Cost to win one", "Mean cost to win a customer, of those where it is recorded.", func(x s) (Money, bool) { return known(x.Cost) }),
			reports.Number1If("Value ÷ cost", "Profit to date and expected, over the cost to win.", func(x s) (float64, bool) { return float(x.Return) }),
		},
	}
}

// matrixTable sets what was brought beside what is expected.
func (b *book) matrixTable() reports.Table[group] {
	names := [4]string{"High so far, high ahead", "High so far, low ahead", "Low so far, high ahead", "Low so far, low ahead"}
	advice := map[string]string{names[0]: "Keep", names[1]: "Find out what changed", names[2]: "Invest", names[3]: "Serve at low cost"}
	var rows []group
	for i, g := range b.r.Lifetime.Matrix {
		g.Name = names[i]
		rows = append(rows, g)
	}
	return reports.Table[group]{
		Title: "So far × ahead", Key: "Matrix", Rows: rows,
		Columns: []reports.Column[group]{
			grpName("Customers with profit"), grpCustomers().Bold(), grpPast(), grpAhead(),
			reports.Text("What to do", "One line for each quarter.", func(g group) string { return advice[g.Name] }),
		},
		Note: "High: above the median of customers with an estimate.",
	}
}

// retentionTable shows what the estimate rests on.
func (b *book) retentionTable() reports.Table[metrics.Retention] {
	type t = metrics.Retention
	return reports.Table[t]{
		Title: "Yearly retention the estimate uses", Key: "Retention", Rows: b.r.Lifetime.Retention,
		Columns: []reports.Column[t]{
			reports.Text("Order days in the year before", "Customers active a year ago, by how often they had ordered.", func(x t) string { return x.Cell }).Width(26),
			reports.Count("Customers", "Active a year ago.", func(x t) int64 { return x.Raw.Of }),
			reports.PercentIf("Still active", "Share active now.", func(x t) (float64, bool) { return b.share(x.Raw) }),
			reports.Percent("Used", "The share drawn towards everybody's, more so where few are behind it.", func(x t) float64 { return x.Shrunk.Float() }).Bold(),
		},
	}
}

// tenthTable is the numbers behind the tenths.
func (b *book) tenthTable() reports.Table[group] {
	rows := tenths(b.r.Lifetime.Tenths)
	return reports.Table[group]{
		Title: "Tenths of customers by profit expected", Key: "Tenths", Rows: rows, Totals: b.ending("Without an estimate", rows...),
		Columns: []reports.Column[group]{grpName("Group"), grpCustomers(), grpPast(), grpAhead().Bold(), b.grpRevenue(), b.grpProfit(), b.grpRisk()},
	}
}
