package pages

import (
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// The lines that close lists and tables.
const (
	allCustomers = "All customers"
	nobodyKnown  = "Nobody we know"
	roundingLine = "Rounding"
	wholeCompany = "Company"
)

// together adds customers up into one closing row under a name.
func together(name string, rows []row) row {
	t := &transform.Figures{}
	t.Name = name
	for _, r := range rows {
		t.Orders += r.Orders
		t.OrdersBefore += r.OrdersBefore
		t.Revenue += r.Revenue
		t.Costed += r.Costed
		t.RevenueBefore += r.RevenueBefore
		t.Recent += r.Recent
		t.RecentBefore += r.RecentBefore
		t.Costs = plus(t.Costs, r.Costs)
		t.CostToServe += r.CostToServe
		add(&t.Gross, r.Gross)
		add(&t.Net, r.Net)
		add(&t.Ahead, r.Ahead)
		add(&t.Lifetime, r.Lifetime)
		add(&t.Receivable, r.Receivable)
		add(&t.RevenueAtRisk, r.RevenueAtRisk)
		add(&t.ProfitAtRisk, r.ProfitAtRisk)
		add(&t.StakeRevenue, r.StakeRevenue)
		add(&t.StakeNet, r.StakeNet)
		t.Complaints += r.Complaints
		t.OpenComplaints += r.OpenComplaints
		t.Records += r.Records
	}
	t.Comparable = t.RevenueBefore > 0
	return t
}

func add(to *extract.Opt[Money], m extract.Opt[Money]) {
	if m.Known {
		*to = extract.Some(to.Value + m.Value)
	}
}

func plus(a, b transform.Costs) transform.Costs {
	return transform.Costs{
		Handling: a.Handling + b.Handling, Delivery: a.Delivery + b.Delivery, Visits: a.Visits + b.Visits,
		Service: a.Service + b.Service, Returns: a.Returns + b.Returns, Credit: a.Credit + b.Credit,
	}
}

// others are the customers not among those listed.
func (b *book) others(listed []row) []row {
	in := map[transform.CustomerID]bool{}
	for _, r := range listed {
		in[r.ID] = true
	}
	return b.where(func(r row) bool { return !in[r.ID] })
}

// closing ends a list so that it adds up to the Overview: the customers not listed,
// then all of them and, for the company, what is nobody's.
func (b *book) closing(listed []row, othersName string) []row {
	var rows []row
	if rest := b.others(listed); len(rest) > 0 {
		rows = append(rows, together(othersName, rest))
	}
	rows = append(rows, together(allCustomers, b.rows))
	return append(rows, b.ownLines()...)
}

// ownLines are the lines of the company that are no customers', and the company
// with them; none where there is nothing in them.
func (b *book) ownLines() []row {
	o := b.r.Overview
	var rows []row
	if o.Revenue.Unassigned != 0 || o.RevenueBefore.Unassigned != 0 {
		rows = append(rows, apartFrom(nobodyKnown, o.Revenue.Unassigned, o.RevenueBefore.Unassigned, o.Orders.Unassigned))
	}
	if o.Revenue.Rounding != 0 || o.RevenueBefore.Rounding != 0 {
		rows = append(rows, apartFrom(b.roundingName(), o.Revenue.Rounding, o.RevenueBefore.Rounding, 0))
	}
	if len(rows) == 0 {
		return nil
	}
	return append(rows, apartFrom(wholeCompany, o.Revenue.Company(), o.RevenueBefore.Company(), o.Orders.Company()))
}

// roundingName is the line of what rounding left over, with the amount: in the column of revenue, which has no cents and
// often only thousands, it would be a zero that explains nothing.
func (b *book) roundingName() string {
	if left := b.r.Overview.Revenue.Rounding; left != 0 {
		return "Rounding: " + reports.MoneyExact(b.in.Currency, left)
	}
	return roundingLine
}

// isRounding tells that line from others.
func isRounding(name string) bool {
	return name == roundingLine || strings.HasPrefix(name, roundingLine+": ")
}

// nobody marks closing rows that are no customers: only revenue and orders are
// known of them.
const nobody = "nobody"

func isNobody(r row) bool { return r.Status == nobody }

func apartFrom(name string, now, before Money, orders int64) row {
	t := &transform.Figures{}
	t.Name, t.Revenue, t.RevenueBefore, t.Comparable, t.Orders, t.Status = name, now, before, before > 0, orders, nobody
	return t
}

// rest is what a total holds beyond its parts.
func rest(name string, total group, parts ...group) group {
	g := total
	g.Name = name
	for _, p := range parts {
		g.Customers -= p.Customers
		g.Buying -= p.Buying
		g.Revenue -= p.Revenue
		g.RevenueBefore -= p.RevenueBefore
		g.Gross -= p.Gross
		g.Costed -= p.Costed
		g.CostToServe -= p.CostToServe
		g.Costs = plus(g.Costs, minus(p.Costs))
		g.Net -= p.Net
		g.NetUnknown -= p.NetUnknown
		g.Lifetime -= p.Lifetime
		g.Ahead -= p.Ahead
		g.Estimated -= p.Estimated
		g.AtRisk -= p.AtRisk
		g.RevenueAtRisk -= p.RevenueAtRisk
		g.ProfitAtRisk -= p.ProfitAtRisk
		g.Complaints -= p.Complaints
	}
	g.NetBefore, g.Risk, g.Categories, g.Satisfaction = extract.Opt[Money]{}, metrics.Mean{}, metrics.Mean{}, metrics.Mean{}
	g.Attrition, g.Before = metrics.Rate{}, metrics.Rate{}
	return g
}

func minus(c transform.Costs) transform.Costs {
	return transform.Costs{Handling: -c.Handling, Delivery: -c.Delivery, Visits: -c.Visits, Service: -c.Service, Returns: -c.Returns, Credit: -c.Credit}
}

// ending closes a table of groups: what is in none of them, then all customers, the
// same numbers as on the Overview.
func (b *book) ending(restName string, parts ...group) []group {
	total := b.r.Profitability.Total
	total.Name = allCustomers
	var rows []group
	if left := rest(restName, total, parts...); left.Customers > 0 || left.Revenue != 0 || left.Net != 0 {
		rows = append(rows, left)
	}
	return append(rows, total)
}

// table is a list page's table with its closing rows.
func (b *book) table(key string, columns []reports.Column[row], rows []row, total int, othersName string) reports.Table[row] {
	return reports.Table[row]{Key: key, Columns: placed(b, columns), Rows: rows, Of: total, Totals: b.closing(rows, othersName)}
}
