package pages

import (
	"slices"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// coverageTable accounts for every row read, per source and kind.
func (b *book) coverageTable() reports.Table[transform.Coverage] {
	type cov = transform.Coverage
	count := func(head, help string, of func(cov) int64) reports.Column[cov] { return reports.Count(head, help, of) }
	cents := func(head, help string, of func(cov) Money) reports.Column[cov] {
		return reports.MoneyCents(head, help, of).Unit("").Blank(func(c cov) bool { return c.Amount == 0 && c.AsideSum == 0 && c.Stored == 0 })
	}
	total := cov{Source: "All sources"}
	for _, c := range b.in.Coverage {
		total.Read += c.Read
		total.Added += taken(c)
		total.Rounded += c.Rounded
		total.Cleaned += c.Cleaned
		total.Repeated += c.Repeated
		total.Aside += c.Aside
		total.Kept += c.Kept
	}
	t := reports.Table[cov]{
		Title: "Rows read: read = taken + repeated + kept aside", Key: "Coverage", Rows: b.in.Coverage, Totals: []cov{total},
		Columns: []reports.Column[cov]{
			reports.Text("Source", "Database or folder.", func(c cov) string { return c.Source }).Width(24),
			reports.Text("Kind", "Kind of record.", func(c cov) string { return string(c.Kind) }),
			reports.Wrap("What it is", "What one row of the kind tells.", func(c cov) string { return kindMeans(c.Kind) }).Width(methodWidths[2]).NoTotal(),
			count("Read", "Rows read in this refresh.", func(c cov) int64 { return c.Read }).Bold(),
			count("Taken", "Rows that kept their contract, each once.", taken),
			count("Repeated", "The same row twice with the same contents.", func(c cov) int64 { return c.Repeated }),
			count("Kept aside", "Rows that broke their contract.", func(c cov) int64 { return c.Aside }),
			count("Staged", "Rows of this kind in the warehouse afterwards.", func(c cov) int64 { return c.Kept }),
			count("Numbers rounded", "Values with more decimals than are kept: rounded, never refused.", func(c cov) int64 { return c.Rounded }),
			count("Texts cleaned", "Texts in another encoding, with control characters, or too long.", func(c cov) int64 { return c.Cleaned }),
			cents("Amount read", "Net amounts of the rows read, as the source has them.", func(c cov) Money { return c.Amount }).NoTotal(),
			cents("Amount aside", "Of the rows kept aside.", func(c cov) Money { return c.AsideSum }).NoTotal(),
			cents("Amount staged", "Of the rows in the warehouse.", func(c cov) Money { return c.Stored }).NoTotal(),
		},
		Note: "Amounts are in each document's own currency.",
	}
	if slices.ContainsFunc(b.in.Coverage, func(c cov) bool { return !c.Balanced() }) {
		t.Columns = slices.Insert(t.Columns, 3, reports.Text("Result", "OK where every row read is accounted for.", balanced).GoodWords("OK").BadWords("ROWS MISSING").NoTotal())
	}
	return filledOnly(t, "Repeated", "Numbers rounded", "Texts cleaned", "Amount aside")
}

// taken counts the rows that kept their contract. How many of them were new, changed
// or known before depends on when the sources were read last, and stands in the
// account of the refresh: the same data must give the same workbook.
func taken(c transform.Coverage) int64 { return c.Added + c.Changed + c.Unchanged }

func balanced(c transform.Coverage) string {
	if c.Balanced() {
		return "OK"
	}
	return "ROWS MISSING"
}

// asideTable says why rows were kept aside.
func (b *book) asideTable() reports.Table[Aside] {
	t := reports.Table[Aside]{
		Title: "Rows kept aside, by reason", Key: "Asides", Rows: b.in.Asides,
		Columns: []reports.Column[Aside]{
			reports.Text("Source", "Database or folder.", func(a Aside) string { return a.Source }).Width(24),
			reports.Text("Kind", "Kind of record.", func(a Aside) string { return string(a.Kind) }),
			reports.Wrap("Reason", "The rule that was broken.", func(a Aside) string { return a.Reason }),
			reports.Wrap("For instance", "One of the rows.", func(a Aside) string { return a.Sample }),
			reports.Count("Rows", "How many for this reason.", func(a Aside) int64 { return a.Count }).Bold(),
		},
	}
	if !b.company() { // the row may be of anybody
		t.Columns = slices.Delete(t.Columns, 3, 4)
	}
	if len(b.in.Asides) == 0 {
		t.Note = "No row was kept aside."
	}
	return t
}

// apartLine is money or documents that are in no customer's figures.
type apartLine struct {
	name  string
	count int64
	noted bool // count is known
	sum   Money
	in    string
	help  string
}

// apartTable shows what the figures of customers do not hold, line by line.
func (b *book) apartTable() reports.Table[apartLine] {
	o, d, cur := b.r.Overview, b.r.Data, b.in.Currency
	lines := []apartLine{{"Customers", o.Orders.Customers, true, o.Revenue.Customers, cur, "Revenue and orders of 12 months on the rows of customers."}}
	if b.company() {
		lines = append(lines,
			apartLine{"Unassigned", o.Orders.Unassigned, true, o.Revenue.Unassigned, cur, "Documents of nobody we know: in the company's revenue."},
			apartLine{"Rounding", 0, false, o.Revenue.Rounding, cur, "Left over from rounding customers to the minor unit: in the company's revenue."},
			apartLine{"Company", o.Orders.Company(), true, o.Revenue.Company(), cur, "The three together: the revenue of 12 months on Overview."},
			apartLine{"Excluded", o.Orders.Excluded, true, o.Revenue.Excluded, cur, "Staff, tests and companies of the group: in no figure."},
			apartLine{"Not valid", d.NotSales, true, 0, "", "Draft, cancelled and returned documents of all time: no revenue."})
		for _, a := range d.Unconvertible {
			lines = append(lines, aside("No exchange rate", a, "Documents set aside for want of a rate: in no figure."))
		}
		lines = append(lines,
			aside("After the period", d.Future, "Documents dated on or after the day after the period."),
			aside("Lines of no order", d.Orphans, "Order lines whose order is missing or was kept aside: in no figure."),
			b.own("Prepayments", d.Deposits, "Deposits: no revenue."),
			b.own("Never to be paid", d.Abandoned, "Invoices given up: still revenue."),
			aside("Lines disagree", d.Disagreeing, "Orders whose lines do not add up to their net value: the order's own value counts."),
			apartLine{"No value", d.NoValue, true, 0, "", "Valid orders with neither a net value nor lines: they count as zero."})
	}
	return reports.Table[apartLine]{Title: "Where the money is, and what is in no figure", Key: "Apart", Rows: append(shown(lines), b.owedLines()...), Columns: []reports.Column[apartLine]{
		reports.Text("Line", "What is counted apart.", func(l apartLine) string { return l.name }).Width(24),
		reports.Text("Currency", "Currency of the amount.", func(l apartLine) string { return l.in }),
		reports.Wrap("What it means", "In words.", func(l apartLine) string { return l.help }),
		reports.MoneyCents("Amount", "Net amount.", func(l apartLine) Money { return l.sum }).Unit("").Blank(func(l apartLine) bool { return l.in == "" }),
		reports.CountIf("Documents", "How many.", func(l apartLine) (int64, bool) { return l.count, l.noted }),
	}}
}

func aside(name string, a metrics.Aside, help string) apartLine {
	return apartLine{name, a.Count, true, a.Amount, a.Currency, help}
}

// shown leaves out lines of what did not happen.
func shown(lines []apartLine) []apartLine {
	var out []apartLine
	for i, l := range lines {
		if i < 5 || l.count != 0 || l.sum != 0 {
			out = append(out, l)
		}
	}
	return out
}
