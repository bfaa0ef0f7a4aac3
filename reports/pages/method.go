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
	return reports.Board{
		Reference: true,
		Head: reports.Head{
			Tab: "Method & data", Title: "Method and data quality", Last: true,
			Question: "How is every number made, where does it come from, and how far can I trust it?",
			Finding:  b.methodFinding(),
		},
		Bands: slices.Concat(b.howMade(tabsOf(wb.Pages)), b.howRead(), b.howComplete(), []reports.Band{{reading(b.in.Contact)}, {glossary(wb.Pages)}}),
	}
}

// howMade says what the figures mean; what a reader asks for comes first.
func (b *book) howMade(tabs []string) []reports.Band {
	bands := []reports.Band{{b.sevenTable(tabs)}, {b.measureTable()}, {b.furtherMeasures()}}
	if t := b.definitionTable(); len(t.Rows) > 0 {
		bands = append(bands, reports.Band{t})
	}
	return bands
}

// howRead says what was checked, and what became of everything that was read.
func (b *book) howRead() []reports.Band {
	bands := b.checkBands()
	if len(b.in.Gates) > 0 {
		bands = append(bands, reports.Band{b.gateTable()})
	}
	bands = append(bands, reports.Band{b.coverageTable()}, reports.Band{b.asideTable()}, reports.Band{b.apartTable()})
	if odd := b.oddities(); len(odd.Lines) > 0 {
		bands = append(bands, reports.Band{odd})
	}
	if len(b.r.Data.Overpaid) > 0 {
		bands = append(bands, reports.Band{b.overpaidTable()})
	}
	if len(b.r.Profitability.Pools) > 0 {
		bands = append(bands, reports.Band{b.poolTable()})
	}
	return bands
}

// howComplete says who is who, and what is not known.
func (b *book) howComplete() []reports.Band {
	bands := append([]reports.Band{{b.matchTable()}}, b.namesNobody()...)
	return append(bands, reports.Band{b.gaps()}, reports.Band{b.missingTable()}, reports.Band{b.openTable()})
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
