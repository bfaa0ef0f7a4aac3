package pages

import (
	"clientele/reports"
	"clientele/transform"
)

// Checks ties the sheets to the figures: in every list of customers the rows and
// the lines below them add up to the revenue of all customers, and the line of the
// company shows what the overview shows. It reads the workbook as it will be drawn.
func Checks(in Input, wb reports.Workbook) []transform.Check {
	revenue := in.Results.Overview.Revenue
	var out []transform.Check
	for _, p := range wb.Pages {
		s := p.Sheet()
		if s.List == nil || !totalled(*s.List) {
			continue
		}
		listed, all, company := tally(*s.List)
		name := wb.Name + ", sheet " + s.Tab
		out = append(out,
			transform.Tie(name+": rows + lines below = all customers", revenue.Customers, listed),
			transform.Tie(name+": line of all customers = figures", revenue.Customers, all))
		if company.Known {
			out = append(out, transform.Tie(name+": line of the company = figures", revenue.Company(), Money(company.Amount)))
		}
	}
	return out
}

// revenueHead is the column that lists are tied by.
const revenueHead = "Revenue"

func columnOf(g reports.Grid, head string) int {
	for i, c := range g.Columns {
		if c.Text == head {
			return i
		}
	}
	return -1
}

// totalled reports whether a list shows revenue and totals it.
func totalled(g reports.Grid) bool {
	if columnOf(g, revenueHead) < 0 {
		return false
	}
	for i := range g.Totals {
		if g.Total(i)[0].Text == allCustomers {
			return true
		}
	}
	return false
}

// tally adds up the revenue of a list, and returns what its lines of totals say.
func tally(g reports.Grid) (listed, all Money, company reports.Value) {
	at := columnOf(g, revenueHead)
	for i := range g.Len {
		listed += Money(g.Row(i)[at].Amount)
	}
	for i := range g.Totals {
		row := g.Total(i)
		switch name := row[0].Text; {
		case name == allCustomers:
			all = Money(row[at].Amount)
		case name == wholeCompany:
			company = row[at]
		case name == nobodyKnown, isRounding(name):
		default:
			listed += Money(row[at].Amount)
		}
	}
	return listed, all, company
}
