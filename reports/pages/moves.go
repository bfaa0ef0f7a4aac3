package pages

import (
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform/metrics"
)

// A migration is where customers of each group stand now.
type migration struct {
	order  []string // of the groups
	moves  []metrics.Move
	since  string // "since the last report (September 2026)" or "since a year ago"
	gone   int    // who stood in a group then and is in no list of customers now
	report bool   // since the last report
	other  string // why it is not since the last report
}

// moved says who moved between groups since the last report, where that said who
// stood where, else since a year ago.
func (b *book) moved(figure string, order []string, is func(row) string, was func(standing) string, year []metrics.Move) migration {
	then, known := b.stood()
	if known && b.redefined(figure) {
		return migration{order: order, moves: year, since: "since a year ago", other: "Not since the last report: " + b.redefinedWords() + "."}
	}
	if !known {
		return migration{order: order, moves: year, since: "since a year ago"}
	}
	m := migration{order: order, since: "since the last report (" + b.r.Period.Previous().Label() + ")", report: true}
	m.moves = metrics.Migrate(b.rows, order, func(r row) string { return was(then[mark(r.ID)]) }, is)
	for _, s := range then {
		if was(s) != "" {
			m.gone++
		}
	}
	for _, x := range m.moves {
		if x.From != "" {
			m.gone -= int(x.Customers)
		}
	}
	return m
}

// told reports whether it is known of anybody where they stood then.
func (m migration) told() bool {
	return slices.ContainsFunc(m.moves, func(x metrics.Move) bool { return x.From != "" })
}

func (b *book) segmentMoves() migration {
	return b.moved(metrics.SegmentGroups, metrics.Segments(), func(r row) string { return r.RFMSegment }, func(s standing) string { return listed(metrics.Segments(), s.segment) }, b.r.RFM.Moves)
}

func (b *book) quadrantMoves() migration {
	return b.moved(metrics.QuadrantsGroups, metrics.Quadrants(), b.quadrantOf, func(s standing) string { return listed(metrics.Quadrants(), s.quadrant) }, b.r.Products.Moves)
}

// A shift is the customers of one group then, and how many of them stand where now.
type shift struct {
	name                 string
	all                  int64
	to                   map[string]int64
	up, down             int64
	revenue, before, net Money
}

// shifts puts the moves from each group together, and all of them last.
func (m migration) shifts(none string, name func(string) string) (rows []shift, total shift) {
	total = shift{name: "All of them", to: map[string]int64{}}
	for _, from := range append(slices.Clone(m.order), "") {
		s := shift{name: none, to: map[string]int64{}}
		if from != "" {
			s.name = name(from)
		}
		for _, x := range m.moves {
			if x.From == from {
				s.add(x, m.order)
				total.add(x, m.order)
			}
		}
		if s.all > 0 {
			rows = append(rows, s)
		}
	}
	return rows, total
}

func (s *shift) add(x metrics.Move, order []string) {
	s.all += x.Customers
	s.to[x.To] += x.Customers
	s.revenue += x.Revenue
	s.before += x.Before
	s.net += x.Net
	if x.Up(order) {
		s.up += x.Customers
	}
	if x.Down(order) {
		s.down += x.Customers
	}
}

// places lists where anybody stands now, in order, none last.
func (m migration) places() []string {
	return slices.DeleteFunc(append(slices.Clone(m.order), ""), func(to string) bool {
		return !slices.ContainsFunc(m.moves, func(x metrics.Move) bool { return x.To == to })
	})
}

// came counts those who stand somewhere now and stood nowhere then.
func (m migration) came() (n int64) {
	for _, x := range m.moves {
		if x.From == "" {
			n += x.Customers
		}
	}
	return n
}

// summary says how many moved.
func (m migration) summary(total shift) string {
	var parts []string
	for _, p := range []struct {
		n    int64
		what string
	}{{total.up, "moved up"}, {total.down, "moved down"}, {m.came(), "came in"}, {total.to[""], "stand in none now"}} {
		if p.n > 0 {
			parts = append(parts, reports.Thousands(p.n)+" "+p.what)
		}
	}
	if len(parts) == 0 {
		parts = []string{"nobody moved"}
	}
	text := fmt.Sprintf("Of %s %s: %s. Up is towards the top of the table.", reports.Plural(total.all, "customer", "customers"), m.since, strings.Join(parts, ", "))
	if m.gone > 0 {
		text += fmt.Sprintf(" %s then and no longer: merged with others, left out of the figures, or in another territory.", capital(reports.Plural(m.gone, "customer was there", "customers were there")))
	}
	if m.other != "" {
		text += " " + m.other
	}
	return text
}

// moveTable shows a migration: one line for each group of then, one column for each of
// now.
func (b *book) moveTable(key, title, head, none, noneNow string, m migration, name func(string) string) reports.Table[shift] {
	rows, total := m.shifts(none, name)
	cols := []reports.Column[shift]{
		reports.Text(head, "Where they stood then.", func(s shift) string { return s.name }).Width(26),
		reports.Count("Customers", "Customers who stood there then.", func(s shift) int64 { return s.all }).Bold(),
	}
	for _, to := range m.places() {
		now := noneNow
		if to != "" {
			now = name(to)
		}
		cols = append(cols, reports.CountIf(now, "Of the customers of a line, those who stand in "+now+" now.", func(s shift) (int64, bool) { return s.to[to], s.to[to] > 0 }))
	}
	if !m.report {
		cols = append(cols, scaled(b, "Revenue last year", "Net revenue of the 12 months before, after credit notes.", func(s shift) Money { return s.before }))
	}
	cols = append(cols, scaled(b, "Revenue", "Net revenue of 12 months after credit notes.", func(s shift) Money { return s.revenue }))
	if b.profitable() {
		cols = append(cols, scaled(b, capital(b.profitWord()), capital(b.profitWord())+" of 12 months, of those whose cost is known.", func(s shift) Money { return s.net }))
	}
	return reports.Table[shift]{Title: title + ", " + m.since + ": a line says where they stood then, a column where they stand now", Key: key, Columns: cols, Rows: rows, Totals: []shift{total}, Note: m.summary(total)}
}
