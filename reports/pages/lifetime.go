package pages

import (
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// lifetimeHeight is how many rows the charts of the sheet cover.
const lifetimeHeight = 10

// lifetime shows what customers have brought and are still expected to bring.
func (b *book) lifetime() reports.Page {
	l := b.r.Lifetime
	types := told(l.ByType, groupName)
	sources := told(l.BySource, func(s metrics.Source) string { return s.Name })
	board := reports.Board{
		Head: reports.Head{
			Tab: "Lifetime value", Title: "Lifetime value",
			Question: "What will customers still bring, which kinds bring most, and what may winning them cost?",
			Finding:  b.lifetimeFinding(),
		},
		Bands: []reports.Band{
			beside(b.tenthChart(), when(types, b.lifetimeTypeChart())),
			beside(when(types, b.lifetimeTable()), when(sources, b.sourceTable())),
			{b.standsStack(), b.aheadStack()},
		},
	}
	board.Bands = append(board.Bands, b.forecastBands()...)
	board.Bands = append(board.Bands, reports.Band{b.tenthTable()})
	board.Bands = slices.DeleteFunc(board.Bands, func(band reports.Band) bool { return len(band) == 0 })
	return board
}

// standsStack sets what was brought beside what is expected, and shows what a plain
// estimate rests on.
func (b *book) standsStack() reports.Stack {
	if b.r.Lifetime.Winner != "" {
		return reports.Stack{b.matrixTable()}
	}
	return reports.Stack{b.matrixTable(), b.retentionTable()}
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
	if _, words := b.worthMost(); words != "" {
		text += "; " + lower(words)
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
		Key: "tenths", Height: lifetimeHeight, Kind: reports.Columns, Value: b.scale(), Signed: true, Labels: true,
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
	c := reports.Chart{Key: "lifetime_by_type", Height: lifetimeHeight, Kind: reports.Bars, Value: reports.KindMoney, Signed: true, Labels: true, Unit: "Lifetime value of one customer by business type, ¤"}
	s := reports.Series{Name: "Lifetime value each"}
	groups, words := b.worthMost()
	for _, g := range groups {
		m, _ := b.aheadEach(g)
		c.Categories = append(c.Categories, named(g.Name))
		s.Values = append(s.Values, m.Float())
	}
	c.Message = orElse(words, "No business type has enough customers to compare")
	c.Series, c.Alt = []reports.Series{s}, c.Message+"."
	return c
}

// worthMost lists the business types of enough customers, and says which is worth most.
func (b *book) worthMost() (groups []group, words string) {
	var most Money
	for _, g := range first(b.r.Lifetime.ByType, mostGroups) {
		m, ok := b.aheadEach(g)
		if !ok || g.Customers < b.enough() || !told(b.r.Lifetime.ByType, groupName) {
			continue
		}
		groups = append(groups, g)
		if words == "" || m > most {
			most, words = m, fmt.Sprintf("Worth most: %s, %s a customer", named(g.Name), b.money(m))
		}
	}
	return groups, words
}
