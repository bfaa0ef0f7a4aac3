package pages

import (
	"fmt"
	"slices"
	"strings"

	"clientele/reports"
	"clientele/transform"
)

// method is the page that says how every number is made and how far it can be
// trusted. It comes after the pages it explains.
func (b *book) method(wb reports.Workbook) reports.Page {
	board := reports.Board{
		Head: reports.Head{
			Tab: "Method & data", Title: "Method and data quality", Last: true,
			Question: "How is every number made, where does it come from, and how far can I trust it?",
			Finding:  b.methodFinding(),
		},
		Bands: []reports.Band{
			{b.measureTable()},
			{b.furtherMeasures()},
			{b.checkTables()},
			{b.coverageTable()},
			{b.asideTable()},
			{b.apartTable()},
		},
	}
	if len(b.in.Gates) > 0 {
		board.Bands = slices.Insert(board.Bands, 3, reports.Band{b.gateTable()})
	}
	if t := b.definitionTable(); len(t.Rows) > 0 {
		board.Bands = slices.Insert(board.Bands, 2, reports.Band{t})
	}
	if odd := b.oddities(); len(odd.Lines) > 0 {
		board.Bands = append(board.Bands, reports.Band{odd})
	}
	if len(b.r.Data.Overpaid) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.overpaidTable()})
	}
	if len(b.r.Profitability.Pools) > 0 {
		board.Bands = append(board.Bands, reports.Band{b.poolTable()})
	}
	board.Bands = append(board.Bands, reports.Band{b.matchTable()})
	board.Bands = append(board.Bands, b.namesNobody()...)
	board.Bands = append(board.Bands,
		reports.Band{b.gaps()},
		reports.Band{b.missingTable()},
		reports.Band{b.openTable()},
		reports.Band{reading(b.in.Contact)},
		reports.Band{glossary(wb.Pages)})
	board.Bands = slices.Insert(board.Bands, 0, reports.Band{b.sevenTable(tabsOf(wb.Pages))}) // what a reader asks for first
	return board
}

// methodFinding says whether everything ties and how much was kept aside.
func (b *book) methodFinding() string {
	n, failed := len(b.checks()), b.failed()
	var read, aside int64
	for _, c := range b.in.Coverage {
		read += c.Read
		aside += c.Aside
	}
	text := allOf(n, "check agrees", "checks agree")
	switch {
	case n == 0:
		text = "No check was made"
	case failed > 0:
		text = fmt.Sprintf("%d of %s FAILED: do not rely on the figures before they are explained", failed, reports.Plural(n, "check", "checks"))
	}
	if read == 0 {
		return text + "."
	}
	return fmt.Sprintf("%s; of %s read %s kept aside.", text, reports.Plural(read, "row", "rows"), reports.Plural(aside, "was", "were"))
}

// stated is one line of a table of words.
type stated struct{ a, b, c, d, e string }

// methodWidths are the columns all tables of the page stand on: words in the first
// three, so that numbers are not torn apart by sentences above them.
var methodWidths = [5]float64{24, 34, 88, 26, 20}

func wordColumns(heads ...[2]string) []reports.Column[stated] {
	at := []func(stated) string{
		func(s stated) string { return s.a },
		func(s stated) string { return s.b },
		func(s stated) string { return s.c },
		func(s stated) string { return s.d },
		func(s stated) string { return s.e },
	}
	var cols []reports.Column[stated]
	for i, h := range heads {
		cols = append(cols, reports.Wrap(h[0], h[1], at[i]).Width(methodWidths[i]))
	}
	return cols
}

func outcome(passed bool) string {
	if passed {
		return "OK"
	}
	return "FAILED"
}

// monthly are the checks of single months, by how their names begin, and the line
// that stands for those of them that passed.
func monthly() []struct{ of, line string } {
	const line = " month by month: opening + new + returned − lost = closing, and closing = next opening; checks passed"
	return []struct{ of, line string }{
		{"Customers", "Customers" + line},
		{"Customers under contract", "Customers under contract" + line},
	}
}

// condensed puts the many checks of single months that passed on one line for each
// kind. One that failed stands on its own.
func condensed(all []transform.Check) []transform.Check {
	var list []transform.Check
	kinds := monthly()
	passed := make([]int64, len(kinds))
	for _, c := range all {
		k := slices.IndexFunc(kinds, func(k struct{ of, line string }) bool {
			return strings.HasPrefix(c.Name, k.of+" in ") || strings.HasPrefix(c.Name, k.of+": closing of the month before")
		})
		if k >= 0 && c.Passed {
			passed[k]++
			continue
		}
		list = append(list, c)
	}
	for k, n := range passed {
		if n > 0 {
			list = append(list, transform.TieCount(kinds[k].line, n, n))
		}
	}
	return list
}
