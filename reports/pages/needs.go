package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// need is one stated need and who states it.
type need struct {
	name   string
	people []row
	types  map[string]int
}

// needs shows what customers say they need most.
func (b *book) needs() reports.Page {
	rows, asked := b.needRows()
	board := reports.Board{
		Head: reports.Head{
			Tab: "Needs", Title: "Needs and preferences",
			Question: "What do customers need most, who needs what, and what do they ask for that we do not offer?",
			Finding:  needFinding(rows, asked),
			Note:     "Each customer's most important stated need; whom to contact about it stands in the customer file.",
		},
		Bands: []reports.Band{{b.needChart(rows, asked)}, {b.needTable(rows, asked)}},
	}
	if len(b.r.Prospects.NotInRange) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.wantTable()})
	}
	return board
}

// needRows counts needs, most frequent first, and everybody who stated one.
func (b *book) needRows() (rows []need, asked int) {
	at := map[string]int{}
	for _, r := range b.rows {
		if r.TopNeed == "" {
			continue
		}
		asked++
		i, seen := at[r.TopNeed]
		if !seen {
			i = len(rows)
			at[r.TopNeed] = i
			rows = append(rows, need{name: r.TopNeed, types: map[string]int{}})
		}
		rows[i].people = append(rows[i].people, r)
		rows[i].types[r.Segment]++
	}
	slices.SortFunc(rows, func(x, y need) int {
		return cmp.Or(cmp.Compare(len(y.people), len(x.people)), cmp.Compare(x.name, y.name))
	})
	return rows, asked
}

func needFinding(rows []need, asked int) string {
	if len(rows) == 0 {
		return "Nobody stated a need."
	}
	return fmt.Sprintf("%s is the need stated most: by %s of %s.", rows[0].name, reports.Percent0Words(float64(len(rows[0].people))/float64(asked)), reports.Plural(asked, "customer who stated one", "customers who stated one"))
}

func (b *book) needChart(rows []need, asked int) reports.Chart {
	c := reports.Chart{
		Key: "needs", Kind: reports.Bars, Value: reports.KindPercent0, Labels: true, Message: strings.TrimSuffix(needFinding(rows, asked), "."),
		Unit: "Customers who state it as most important, % of those who stated one",
	}
	s := reports.Series{Name: "Share", Role: reports.Actual}
	for _, n := range first(rows, mostGroups) {
		c.Categories = append(c.Categories, n.name)
		s.Values = append(s.Values, float64(len(n.people))/float64(max(1, asked)))
	}
	if c.Series = []reports.Series{s}; int64(asked) < b.enough() {
		c.Series = nil
	}
	c.Alt = c.Message
	return c
}

// mostTypes is how many business types have a column of their own.
const mostTypes = 6

// needTable shows how many state a need and its share in each business type.
func (b *book) needTable(rows []need, asked int) reports.Table[need] {
	cols := []reports.Column[need]{
		reports.Text("Need", "Most important stated need.", func(n need) string { return n.name }).Width(30),
		reports.Count("Customers", "Customers who state it.", func(n need) int { return len(n.people) }).Bold(),
		reports.Percent0If("Share", "Of all who stated a need.", func(n need) (float64, bool) {
			return float64(len(n.people)) / float64(max(1, asked)), int64(asked) >= b.enough()
		}),
		scaled(b, "Revenue", "Net revenue of 12 months of those who state it.", func(n need) Money { return sum(n.people, revenue) }),
	}
	for _, g := range first(b.r.RFM.ByType, mostTypes) {
		stated := 0
		for _, n := range rows {
			stated += n.types[g.Name]
		}
		cols = append(cols, reports.Percent0If(named(g.Name), "Share of this business type's customers who state the need; blank: too few were asked.",
			func(n need) (float64, bool) {
				return float64(n.types[g.Name]) / float64(max(1, stated)), int64(stated) >= b.enough()
			}).Shade(reports.HeatUp).NoTotal())
	}
	all := need{name: "All who stated a need"}
	for _, n := range rows {
		all.people = append(all.people, n.people...)
	}
	return reports.Table[need]{Title: "Needs by business type", Key: "Needs", Columns: cols, Rows: first(rows, mostCategories), Of: len(rows), Totals: []need{all}}
}

// wantTable lists what was asked for that names no product on offer.
func (b *book) wantTable() reports.Table[metrics.Tally] {
	all := b.r.Prospects.NotInRange
	return reports.Table[metrics.Tally]{
		Title: "Asked for, not in our range", Key: "NotInRange", Rows: first(all, mostGroups), Of: len(all),
		Columns: []reports.Column[metrics.Tally]{
			reports.Text("Interest", "What open enquiries ask for that names no product on offer.", func(t metrics.Tally) string { return t.Name }).Width(30),
			reports.Count("Enquiries", "Open enquiries about it.", func(t metrics.Tally) int64 { return t.Count }).Bold(),
			reports.Money("Value", "What they would be worth, as recorded.", func(t metrics.Tally) Money { return t.Amount }),
		},
	}
}
