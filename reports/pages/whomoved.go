package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform/metrics"
)

// whoMoved shows where the customers of each group have gone.
func (b *book) whoMoved() reports.Page {
	m := b.segmentMoves()
	board := reports.Board{
		Head: reports.Head{
			Tab: "Who moved", Title: "Who moved between segments",
			Question: "Which customers buy better or worse than before, and where did they go?",
			Finding:  moveFinding(m),
		},
		Bands: []reports.Band{{
			b.moveTable("SegmentMoves", "Segments", "Segment then", "No order before, or new here", "No order", m, func(s string) string { return s }),
		}},
	}
	if b.hasProducts() && b.profitable() {
		board.Bands = append(board.Bands, b.quadrantMoveBand()...)
	}
	return board
}

// moveFinding says how many moved which way.
func moveFinding(m migration) string {
	_, total := m.shifts("", func(s string) string { return s })
	stood := total.all - m.came()
	return fmt.Sprintf("Of %s who stood in a segment then, %s moved up and %s down %s; %s came in.",
		reports.Plural(stood, "customer", "customers"), reports.Thousands(total.up), reports.Thousands(total.down), m.since, reports.Thousands(m.came()))
}

// quadrantMoveBand shows who moved between the quarters of breadth × profit, where it
// is known of anybody where they stood.
func (b *book) quadrantMoveBand() []reports.Band {
	m, many := b.quadrantMoves(), b.r.Products.Many
	if !m.told() {
		b.lacks("Who moved, breadth × profit", "nobody's profit of the year before is known: costs do not reach back so far")
		return nil
	}
	t := b.moveTable("QuadrantMoves", "Breadth × profit", "Quarter then", "In none, or new here", "In none", m, func(s string) string { return b.quadrantName(s, many) })
	t.Note = quadrantSummary(m) + " In none is who bought nothing in 12 months or whose profit is not known."
	if m.other != "" {
		t.Note += " " + m.other
	}
	if !m.report {
		t.Note += fmt.Sprintf(" %d categories count as many in both years.", many)
	}
	return []reports.Band{{t}}
}

// quadrantSummary says how many crossed the hurdle of profit, and how many now buy more
// or fewer categories.
func quadrantSummary(m migration) string {
	above := func(q string) bool { return q == metrics.ManyAbove || q == metrics.FewAbove }
	many := func(q string) bool { return q == metrics.ManyAbove || q == metrics.ManyBelow }
	var rose, fell, broader, narrower, both int64
	for _, x := range m.moves {
		if x.From == "" || x.To == "" {
			continue
		}
		both += x.Customers
		switch {
		case above(x.To) && !above(x.From):
			rose += x.Customers
		case above(x.From) && !above(x.To):
			fell += x.Customers
		}
		switch {
		case many(x.To) && !many(x.From):
			broader += x.Customers
		case many(x.From) && !many(x.To):
			narrower += x.Customers
		}
	}
	return fmt.Sprintf("Of %s in a quarter both times: %s turned profitable and %s stopped being so, %s took up many categories and %s gave them up, %s.",
		reports.Plural(both, "customer", "customers"), reports.Thousands(rose), reports.Thousands(fell), reports.Thousands(broader), reports.Thousands(narrower), m.since)
}
