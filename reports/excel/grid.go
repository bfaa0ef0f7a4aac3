package excel

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"clientele/reports"
)

// grid is a table ready to be placed: heads as shown and unique, and in lists the numbers behind small lines as
// columns of their own, after those that print.
type grid struct {
	reports.Grid
	heads   []string
	visible int // columns that are no numbers behind small lines
	printed int // columns that print: the visible ones, or those up to the last that is to
	sparks  []int
	tallies []tally
}

func (b *book) grid(t reports.Grid, points bool) grid {
	g := grid{Grid: t, visible: len(t.Columns), printed: len(t.Columns)}
	if i := slices.IndexFunc(t.Columns, func(c reports.ColumnHead) bool { return c.Last }); points && i >= 0 {
		g.printed = i + 1
	}
	if err := g.check(headRow); err != nil {
		b.fail(err)
		g.Len, g.Totals = 0, 0
	}
	taken := names{}
	for i, c := range t.Columns {
		g.heads = append(g.heads, taken.take(orElse(oneLine(c.HeadText(b.wb.Currency)), "Column"), 255))
		if c.Kind == reports.KindSpark {
			g.sparks = append(g.sparks, i)
		}
	}
	if !points || len(g.sparks) == 0 {
		g.tallies = b.scan(g)
		return g
	}
	g.Columns = append([]reports.ColumnHead(nil), t.Columns...)
	for _, i := range g.sparks {
		for _, name := range t.Columns[i].Points {
			g.Columns = append(g.Columns, reports.ColumnHead{Text: name, Kind: reports.KindMoney})
			g.heads = append(g.heads, taken.take(orElse(oneLine(name), "Month"), 255))
		}
	}
	spread := g // without the closures below
	row := make([]reports.Value, 0, len(g.Columns))
	g.Row = func(i int) []reports.Value { return spread.spread(row, t.Row(i)) }
	g.Total = func(i int) []reports.Value { return spread.spread(nil, t.Total(i)) }
	g.tallies = b.scan(g)
	return g
}

// spread appends the numbers of small lines to the values of a row, as many as there are heads for them.
func (g grid) spread(out, vs []reports.Value) []reports.Value {
	out = append(out, vs...)
	for _, i := range g.sparks {
		for j := range g.Columns[i].Points {
			v := reports.Value{Kind: reports.KindMoney}
			if j < len(vs[i].Series) && !math.IsNaN(vs[i].Series[j]) {
				v.Known, v.Amount = true, int64(math.Round(vs[i].Series[j]*10_000))
			}
			out = append(out, v)
		}
	}
	return out
}

// check refuses what a sheet cannot hold.
func (g grid) check(firstRow int) error {
	switch {
	case len(g.Columns) == 0:
		return fmt.Errorf("table %q has no columns", g.Title)
	case firstRow+g.Len+g.Totals > 1_048_576:
		return fmt.Errorf("table %q has %d rows, a sheet holds 1,048,576; cap the list and say of how many", g.Title, g.Len)
	case len(g.Columns) > 16_000:
		return fmt.Errorf("table %q has %d columns, a sheet holds 16,384", g.Title, len(g.Columns))
	}
	return nil
}

// tall tells whether any column may need several lines.
func (g grid) tall() bool {
	for _, c := range g.Columns {
		if c.Kind == reports.KindWrap {
			return true
		}
	}
	return false
}

// tally is what one pass over the rows tells about a column.
type tally struct {
	filled   int
	money    int64
	plain    float64
	negative bool
	numeral  bool    // a text that the application would take for a number
	width    float64 // of the longest value shown
}

// scan looks at every value once.
func (b *book) scan(g grid) []tally {
	ts := make([]tally, len(g.Columns))
	for i := range g.Len {
		for j, v := range g.Row(i) {
			if v.Known {
				ts[j].add(v)
				ts[j].widen(v, g.Columns[j], b.wb.Currency, false)
			}
		}
	}
	for i := range g.Totals {
		for j, v := range g.Total(i) {
			if v.Known {
				ts[j].widen(v, g.Columns[j], b.wb.Currency, true)
			}
		}
	}
	return ts
}

func (t *tally) add(v reports.Value) {
	t.filled++
	t.money += v.Amount
	t.plain += v.Number
	t.negative = t.negative || v.Amount < 0 || v.Number < 0
	t.numeral = t.numeral || numeral(v.Text)
}

// numeral tells whether a text begins as a number does and is one, as names of customers and labels may be.
func numeral(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || !strings.ContainsRune("0123456789+-.", rune(s[0])) {
		return false
	}
	_, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSuffix(s, "%"), ",", ""), 64)
	return err == nil
}

// sum adds up a column: amounts exactly, as integers.
func (t tally) sum(k reports.Kind) float64 {
	if k.Money() {
		return numeric(reports.Value{Kind: k, Amount: t.money})
	}
	return t.plain
}
