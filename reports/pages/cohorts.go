package pages

import (
	"fmt"
	"slices"

	"clientele/reports"
	"clientele/transform/metrics"
)

type cohort = metrics.Cohort

// cohortAges is how many quarters a cohort is followed.
const cohortAges = 11

// cohortTables follow each quarter's new customers: how many stay, what they bring, and
// what it leaves.
func (b *book) cohortTables() (out []reports.Block) {
	if !slices.ContainsFunc(b.r.Attrition.Cohorts, func(c cohort) bool { return c.Customers >= b.enough() }) {
		return nil
	}
	share := func(of func(cohort, int) rate) cohortCell {
		return func(head, help string, age int) reports.Column[cohortLine] {
			return reports.Percent0If(head, help, func(x cohortLine) (float64, bool) { return float(of(x.at(age), age)) })
		}
	}
	money := func(head, help string, age int) reports.Column[cohortLine] {
		return reports.MoneyIf(head, help, func(x cohortLine) (Money, bool) { return known(x.at(age).GrossAt(age)) })
	}
	tables := []reports.Table[cohortLine]{
		b.cohortTable("Who stays: share of each quarter's new customers still active", "Cohorts",
			"Share still active %d months after the quarter", share(cohort.KeptAt)),
		b.cohortTable("What they bring: revenue of a later quarter, % of that of their first", "CohortRevenue",
			"Revenue of the quarter that ends %d months after the first, as a share of the first quarter's", share(cohort.RevenueAt)),
	}
	if b.profitable() {
		tables = append(tables, b.cohortTable("What it leaves: gross profit of a later quarter for each customer won", "CohortProfit",
			"Gross profit of the quarter that ends %d months after the first, over all customers the first had won", money))
	}
	tables[len(tables)-1].Note = b.cohortNote()
	for _, t := range tables {
		out = append(out, t)
	}
	return out
}

// A cohortCell makes the column of one age.
type cohortCell func(head, help string, age int) reports.Column[cohortLine]

// cohortTable is one triangle. Its last line adds up, for each age, the quarters that are
// so old and no others.
func (b *book) cohortTable(title, key, help string, cell cohortCell) reports.Table[cohortLine] {
	cols := []reports.Column[cohortLine]{
		reports.Text("First order in", "Quarter of the first order.", func(x cohortLine) string { return x.name }).Width(16),
		reports.CountIf("Customers", "Customers with their first order in the quarter.", func(x cohortLine) (int64, bool) { return x.Customers, x.of == nil }),
	}
	for age := 1; age <= cohortAges; age++ {
		cols = append(cols, cell(fmt.Sprintf("+%d mo", 3*age), fmt.Sprintf(help, 3*age)+"; grey: not yet so old, or too few.", age).Shade(reports.HeatAge))
	}
	lines, all := b.cohortLines()
	return reports.Table[cohortLine]{
		Title: title, Key: key, Columns: cols, Rows: lines, Totals: []cohortLine{all},
	}
}

// cohortNote stands once, below the last of the triangles.
func (b *book) cohortNote() string {
	return fmt.Sprintf("Quarters with fewer than %d new customers are left grey. The last line adds up, at each age, only the quarters that are so old; they differ from age to age.", b.enough())
}

// A cohortLine is one cohort, or at each age those that are so old.
type cohortLine struct {
	cohort
	name string
	of   func(age int) cohort
}

func (x cohortLine) at(age int) cohort {
	if x.of != nil {
		return x.of(age)
	}
	return x.cohort
}

func (b *book) cohortLines() (lines []cohortLine, all cohortLine) {
	list := b.r.Attrition.Cohorts
	for _, c := range list {
		shown := c
		if c.Customers < b.enough() {
			shown = cohort{Quarter: c.Quarter, Customers: c.Customers}
		}
		lines = append(lines, cohortLine{cohort: shown, name: quarterName(c)})
	}
	return lines, cohortLine{name: "All so old", of: func(age int) cohort { return metrics.OldEnough(list, age, b.enough()) }}
}

func quarterName(c cohort) string {
	t := c.Quarter.Time()
	return fmt.Sprintf("Q%d %d", (int(t.Month())+2)/3, t.Year())
}
