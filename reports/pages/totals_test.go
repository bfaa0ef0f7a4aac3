package pages

import (
	"regexp"
	"slices"
	"testing"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// pageOf finds a page by its tab.
func pageOf(t *testing.T, wb reports.Workbook, tab string) reports.Page {
	t.Helper()
	for _, p := range wb.Pages {
		if p.Sheet().Tab == tab {
			return p
		}
	}
	t.Fatalf("no page %q", tab)
	return nil
}

// column finds a column of a grid by its head.
func column(g reports.Grid, head string) int {
	return slices.IndexFunc(g.Columns, func(c reports.ColumnHead) bool { return c.Text == head })
}

func TestListsOfCustomersAddUpToTheOverview(t *testing.T) {
	inEveryPlace(t, func(t *testing.T, in Input) {
		o := in.Results.Overview
		wb := Sales(in)
		for _, tab := range []string{"Top customers", "Movers", "Loss-makers", "Customer file"} {
			g := pageOf(t, wb, tab).Sheet().Grids()[0]
			at := column(g, "Revenue")
			var sum int64
			for i := range g.Len {
				sum += g.Row(i)[at].Amount
			}
			all := false
			for i := range g.Totals {
				row := g.Total(i)
				switch name := row[0].Text; {
				case name == "All customers":
					all = true
					if Money(row[at].Amount) != o.Revenue.Customers || sum != row[at].Amount {
						t.Errorf("%s: rows and others give %d, the total says %d, Overview %d", tab, sum, row[at].Amount, o.Revenue.Customers)
					}
				case name == "Company":
					if Money(row[at].Amount) != o.Revenue.Company() {
						t.Errorf("%s: company %d, Overview %d", tab, row[at].Amount, o.Revenue.Company())
					}
				case name == "Nobody we know", isRounding(name):
				default:
					sum += row[at].Amount
				}
			}
			if !all {
				t.Errorf("%s has no total", tab)
			}
		}
	})
}

func TestTablesOfGroupsAddUpToTheOverview(t *testing.T) {
	inEveryPlace(t, func(t *testing.T, in Input) {
		for _, c := range []struct{ workbook, tab, table, column string }{
			{"sales", "Profitability", "Five equal groups of buying customers, by net profit", "Revenue"},
			{"sales", "Profitability", "Five equal groups of buying customers, by net profit", "Net profit"},
			{"sales", "Profitability", "Margin by business type", "Net profit"},
			{"sales", "Territories", "Territories, 12 months", "Revenue"},
			{"marketing", "Segments", "Behaviour segments (recency and frequency of orders)", "Customers"},
			{"marketing", "Segments", "Behaviour segments (recency and frequency of orders)", "Revenue"},
			{"marketing", "Segments", "Growth by business type", "Revenue"},
			{"marketing", "Segments", "Loyalty ladder", "Customers"},
			{"marketing", "Attrition", "Attrition by source", "Revenue"},
			{"marketing", "Lifetime value", "Tenths of customers by profit expected", "Net profit"},
			{"marketing", "Products", "By number of categories a customer buys", "Revenue"},
			{"marketing", "Products", "Categories", "Revenue"},
		} {
			wb := Sales(in)
			if c.workbook == "marketing" {
				wb = Marketing(in)
			}
			t.Run(c.table+" "+c.column, func(t *testing.T) {
				addsUp(t, pageOf(t, wb, c.tab), c.table, c.column, in.Results)
			})
		}
	})
}

// uptoAll leaves out the lines below that of all customers: what is nobody's, and the company with it.
func uptoAll(g reports.Grid) reports.Grid {
	for i := range g.Totals {
		if g.Total(i)[0].Text == allCustomers {
			g.Totals = i + 1
			break
		}
	}
	return g
}

func addsUp(t *testing.T, p reports.Page, table, head string, r *metrics.Results) {
	t.Helper()
	for _, g := range p.Sheet().Grids() {
		if g.Title != table {
			continue
		}
		g = uptoAll(g)
		at := column(g, head)
		sum := 0.0
		for i := range g.Len {
			sum += plainly(g.Row(i)[at])
		}
		for i := range g.Totals - 1 {
			sum += plainly(g.Total(i)[at])
		}
		total := plainly(g.Total(g.Totals - 1)[at])
		if g.Total(g.Totals - 1)[0].Text == wholeCompany { // beside the scope, which ends a line above or has one line only
			if total = sum; g.Totals > 1 {
				total = plainly(g.Total(g.Totals - 2)[at])
				sum -= total
			}
		}
		want := map[string]float64{"Revenue": float64(r.Overview.Revenue.Customers), "Net profit": float64(r.Overview.Profit.Customers), "Customers": float64(len(r.Rows))}[head]
		if table == "Categories" {
			want = float64(r.Overview.Revenue.Company())
		}
		if sum != total || total != want {
			t.Errorf("lines give %v, the total says %v, Overview %v", sum, total, want)
		}
		return
	}
	t.Fatalf("no table %q", table)
}

func plainly(v reports.Value) float64 {
	if v.Kind.Money() {
		return float64(v.Amount)
	}
	return v.Number
}

func TestWhatIsAtRiskIsTheSameEverywhere(t *testing.T) {
	inEveryPlace(t, func(t *testing.T, in Input) {
		wb := Sales(in)
		g := pageOf(t, wb, "At risk").Sheet().Grids()[0]
		if got := Money(g.Total(g.Totals - 1)[column(g, "Revenue at risk")].Amount); got != in.Results.Overview.RevenueAtRisk || got == 0 {
			t.Errorf("the list says %d, Overview %d", got, in.Results.Overview.RevenueAtRisk)
		}
		if got := int64(g.Len); got != in.Results.Overview.AtRisk {
			t.Errorf("%d rows, Overview counts %d", got, in.Results.Overview.AtRisk)
		}
	})
}

func TestMoversAddUpToWhatMovedRevenue(t *testing.T) {
	inEveryScope(t, func(t *testing.T, in Input) {
		g := pageOf(t, Sales(in), "Movers").Sheet().Grids()[0]
		for i := range g.Totals {
			if row := g.Total(i); row[0].Text == "All customers" && Money(row[column(g, "Change")].Amount) != in.Results.Overview.Moved.Net() {
				t.Errorf("the list says %d, Overview %d", row[column(g, "Change")].Amount, in.Results.Overview.Moved.Net())
			}
		}
	})
}

func TestAScopeShowsItsOwnCustomersAndNoLineOfTheCompany(t *testing.T) {
	set := finished(t, ledger(), histories(5)...)
	scoped := set.Results(transform.Scope{Territory: "North"})
	in := input(scoped)
	north := map[string]bool{}
	for i := range scoped.Rows {
		north[scoped.Rows[i].Name] = true
	}
	for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
		if len(wb.Overview.Notes) > 0 {
			t.Errorf("company lines in a scope: %q", wb.Overview.Notes)
		}
		for _, p := range wb.Pages {
			for _, g := range p.Sheet().Grids() {
				if column(g, "Customer") != 0 {
					continue
				}
				for i := range g.Len {
					if name := g.Row(i)[0].Text; !north[name] {
						t.Errorf("%s shows %s of another territory", p.Sheet().Tab, name)
					}
				}
				for i := range g.Totals {
					if name := g.Total(i)[0].Text; name == "Company" || name == "Nobody we know" || isRounding(name) {
						t.Errorf("%s has the line %s", p.Sheet().Tab, name)
					}
				}
			}
		}
	}
	if wb := Sales(in); wb.Stamp.Scope != "North" || wb.FileName != "sales_north_2026-10-31.xlsx" {
		t.Errorf("stamp %q, file %q", wb.Stamp.Scope, wb.FileName)
	}
}

// Columns that are means or states of a line and add up to nothing.
var notSums = regexp.MustCompile(`each$|^Median|^Usual|^Typical|^Cost to win`)

func TestEveryTableOfCustomersAddsUpInEveryColumn(t *testing.T) {
	inEveryScope(t, func(t *testing.T, in Input) {
		tables := 0
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			for _, p := range wb.Pages {
				for _, g := range p.Sheet().Grids() {
					g = uptoAll(g)
					if p.Sheet().List != nil || g.Totals == 0 || g.Total(g.Totals - 1)[0].Text != "All customers" {
						continue
					}
					tables++
					for i, c := range g.Columns {
						if c.Kind.Money() || c.Kind == reports.KindCount || c.Kind == reports.KindDeltaMoney {
							if !notSums.MatchString(c.Text) {
								linesAddUp(t, wb.Name+", "+g.Title+", "+c.Text, g, i)
							}
						}
					}
				}
			}
		}
		if tables < 9 {
			t.Errorf("only %d tables end on all customers", tables)
		}
	})
}

// linesAddUp holds the last line of a table against those above it.
func linesAddUp(t *testing.T, what string, g reports.Grid, at int) {
	t.Helper()
	total, sum := g.Total(g.Totals - 1)[at], 0.0
	if !total.Known {
		return
	}
	for i := range g.Len {
		sum += plainly(g.Row(i)[at])
	}
	for i := range g.Totals - 1 {
		sum += plainly(g.Total(i)[at])
	}
	if sum != plainly(total) {
		t.Errorf("%s: lines give %v, the total says %v", what, sum, plainly(total))
	}
}

func TestSheetsOfOneSubjectSayWhatTheOverviewSays(t *testing.T) {
	inEveryPlace(t, func(t *testing.T, in Input) {
		r, o := in.Results, in.Results.Overview
		sales, marketing := Sales(in), Marketing(in)
		var behind Money
		var desk Money
		for _, row := range r.Rows {
			desk += row.Costs.Service
		}
		if in.Results.Scope == (transform.Scope{}) {
			desk = r.Profitability.Pools[slices.IndexFunc(r.Profitability.Pools, func(p metrics.Pool) bool { return p.Activity == "service" })].Split.Company()
		}
		for _, c := range r.Contracts.Rows {
			if c.Status == metrics.ContractBehind || c.Status == metrics.ContractBreach {
				behind -= min(0, c.Gap.Value)
			}
		}
		for _, c := range []struct {
			wb               reports.Workbook
			tab, table, head string
			want             float64
		}{
			{sales, "Service desk", "Calls by subject, 12 months", "Contacts", float64(r.Service.Tickets.Company())},
			{sales, "Service desk", "Calls by subject, 12 months", "Cost", float64(desk)},
			{sales, "Territories", "Territories, 12 months", "Net profit", float64(o.Profit.Customers)},
			{sales, "Territories", "Territories, 12 months", "Revenue at risk", float64(o.RevenueAtRisk)},
			{sales, "Territories", "Territories, 12 months", "Open complaints", float64(o.OpenComplaints)},
			{sales, "Territories", "Territories, 12 months", "Unanswered", float64(r.Prospects.Unanswered)},
			{sales, "Complaints", "", "Open", float64(o.OpenComplaints)},
			{sales, "Pipeline", "", "Enquiries", float64(r.Prospects.Open)},
			{sales, "Pipeline", "", "Expected value", float64(r.Prospects.Expected.Value)},
			{marketing, "Initiatives", "Themes: what customers complain of, leave for, need and ask for", "Counted once", float64(r.BottomLine.Once)},
			{marketing, "Attrition", "How much of last year's revenue stayed", "Revenue last year", float64(o.RevenueBefore.Customers)},
		} {
			if c.want == 0 && in.Results.Scope != (transform.Scope{}) {
				continue // a scope leaves out what it has nothing of
			}
			t.Run(c.tab+" "+c.head, func(t *testing.T) { endsOn(t, c.wb, c.tab, c.table, c.head, c.want) })
		}
		if o.ContractsMet.Of == 0 {
			return
		}
		if got := pageOf(t, sales, "Contracts").Sheet().Grids()[0]; int64(got.Len) != o.ContractsMet.Of || r.Contracts.Shortfall != behind {
			t.Errorf("%d contracts, Overview %d; those behind lack %d, Overview says %d", got.Len, o.ContractsMet.Of, behind, r.Contracts.Shortfall)
		}
	})
}

// endsOn holds a column against a figure: its last line, and the lines above it.
func endsOn(t *testing.T, wb reports.Workbook, tab, table, head string, want float64) {
	t.Helper()
	for _, g := range pageOf(t, wb, tab).Sheet().Grids() {
		if g.Title != table {
			continue
		}
		at := column(g, head)
		if at < 0 {
			t.Fatalf("no column %q", head)
		}
		g = uptoAll(g)
		if g.Total(g.Totals - 1)[0].Text == wholeCompany {
			if g.Totals--; g.Totals == 0 { // the scope is one line
				if got := plainly(g.Row(0)[at]); g.Len != 1 || got != want {
					t.Errorf("the line says %v, the figures %v", got, want)
				}
				return
			}
		}
		linesAddUp(t, tab+", "+head, g, at)
		if got := plainly(g.Total(g.Totals - 1)[at]); got != want {
			t.Errorf("the sheet says %v, the figures %v", got, want)
		}
		return
	}
	t.Fatalf("no table %q", table)
}
