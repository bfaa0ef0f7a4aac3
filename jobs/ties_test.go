package jobs

import (
	"bytes"
	"errors"
	"flag"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"clientele/extract"
	"clientele/reports/pages"
	"clientele/transform"
	"clientele/transform/warehouse"
)

// want is what all documents together should come to.
type want struct {
	orders, lines, bills            extract.Money
	ordersAside, billsAside         int64
	revenue, nobodys, year, nobodyY extract.Money
}

// few lowers how many cases are drawn, each being a whole refresh and report, and
// how long a failing one is made smaller.
func few(t *testing.T, n int) {
	t.Helper()
	for name, value := range map[string]string{"rapid.checks": strconv.Itoa(n), "rapid.shrinktime": "5s", "rapid.nofailfile": "true"} {
		f := flag.Lookup(name)
		if f == nil || f.Value.String() != f.DefValue {
			continue // asked for otherwise
		}
		if err := f.Value.Set(value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Value.Set(f.DefValue) })
	}
}

func TestMoneyTiesFromTheSourcesToTheSheets(t *testing.T) {
	few(t, 8)
	rapid.Check(t, func(r *rapid.T) {
		c := newCompany(t)
		w := refill(t, r, c)
		d := c.director(t)
		for i := range d.Sources {
			d.Sources[i].MaxAside = 1
		}
		first := refreshed(t, d)
		tieCoverage(r, first.Coverage, w)
		tieWarehouse(t, r, d, first.Run, w)
		m := mustMeasure(t, d)
		if bad := failed(m.checks()); len(bad) > 0 {
			r.Fatalf("checks failed: %+v", bad)
		}
		tieFigures(r, m, w)
		if errors.Is(d.known(t.Context(), m.Snapshot, october), ErrTooEarly) {
			return // every document that was drawn is dated later: there is no report of it
		}
		tieSheet(t, r, drawn(t, d, pages.SalesName, transform.Scope{}), w)
	})
}

// refill replaces the company's documents by drawn ones.
func refill(t *testing.T, r *rapid.T, c company) want {
	t.Helper()
	var w want
	shop, billing := []string{"DELETE FROM orders", "DELETE FROM lines"}, []string{"DELETE FROM invoices", "DELETE FROM payments"}
	add := func(b booked) {
		w.revenue += b.revenue
		if b.nobodys {
			w.nobodys += b.revenue
		}
		if b.lastYear {
			w.year += b.revenue
			if b.nobodys {
				w.nobodyY += b.revenue
			}
		}
	}
	for i := range rapid.IntRange(1, 40).Draw(r, "orders") {
		b := anOrder(r, i)
		shop = append(shop, b.statements...)
		w.orders, w.lines, w.ordersAside = w.orders+b.worth, w.lines+b.lines, w.ordersAside+b.aside
		add(b)
	}
	for i := range rapid.IntRange(1, 20).Draw(r, "bills") {
		b := aBill(r, i)
		billing = append(billing, b.statements...)
		w.bills, w.billsAside = w.bills+b.worth, w.billsAside+b.aside
		add(b)
	}
	c.shop(t, shop...)
	c.billing(t, billing...)
	return w
}

func tieCoverage(r *rapid.T, list []transform.Coverage, w want) {
	for _, it := range []struct {
		c      transform.Coverage
		amount extract.Money
		aside  int64
	}{
		{coverageOf(list, "shop", extract.Orders), w.orders, w.ordersAside},
		{coverageOf(list, "shop", extract.Lines), w.lines, 0},
		{coverageOf(list, "billing", extract.Invoices), w.bills, w.billsAside},
	} {
		if it.c.Amount != it.amount || it.c.Stored != it.amount || it.c.Aside != it.aside || !it.c.Balanced() {
			r.Errorf("%s of %s: read %s, kept %s, want %s; %d aside, want %d", it.c.Kind, it.c.Source, it.c.Amount, it.c.Stored, it.amount, it.c.Aside, it.aside)
		}
	}
}

func tieWarehouse(t *testing.T, r *rapid.T, d *Director, run transform.Run, w want) {
	t.Helper()
	if got := worth[extract.Order](t, d, extract.Orders, run); got != w.orders {
		r.Errorf("orders in the warehouse: %s, want %s", got, w.orders)
	}
	if got := worth[extract.Line](t, d, extract.Lines, run); got != w.lines {
		r.Errorf("lines in the warehouse: %s, want %s", got, w.lines)
	}
	if got := worth[extract.Invoice](t, d, extract.Invoices, run); got != w.bills {
		r.Errorf("invoices in the warehouse: %s, want %s", got, w.bills)
	}
}

// worth adds up what the records of a kind are worth.
func worth[T any, P extract.Of[T]](t *testing.T, d *Director, kind extract.Kind, run transform.Run) (sum extract.Money) {
	t.Helper()
	for rec, err := range warehouse.Records[T, P](t.Context(), d.Warehouse, kind, run) {
		if err != nil {
			t.Fatal(err)
		}
		sum += any(rec).(extract.Valued).Worth()
	}
	return sum
}

func tieFigures(r *rapid.T, m Measured, w want) {
	to, year := m.Results[0].ToDate.Revenue, m.Results[0].Profitability.Revenue
	if to.All() != w.revenue || year.All() != w.year {
		r.Errorf("revenue to date %s, want %s; of the year %s, want %s", to.All(), w.revenue, year.All(), w.year)
	}
	if to.Unassigned.Round(2) != w.nobodys.Round(2) {
		r.Errorf("of nobody we know %s, want %s", to.Unassigned, w.nobodys)
	}
	var rows extract.Money
	for i := range m.Results[0].Rows {
		rows += m.Results[0].Rows[i].RevenueAll
	}
	if rows != to.Customers {
		r.Errorf("rows add up to %s, their total is %s", rows, to.Customers)
	}
}

// tieSheet reads the customer file as a manager's spreadsheet program does: its
// rows, and the lines below them.
func tieSheet(t *testing.T, r *rapid.T, i Issue, w want) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(i.Workbook))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Customer file", excelize.Options{RawCellValue: true})
	if err != nil {
		if w.revenue == 0 {
			return
		}
		r.Skip("nobody bought in 24 months, so there is no customer file")
	}
	head := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "Revenue, €") })
	at := slices.Index(rows[head], "Revenue, €")
	var listed, below float64
	company, apart := 0.0, false // a line of its own only where it differs from the customers
	for _, row := range rows[head+1:] {
		if len(row) <= at || row[at] == "" {
			continue
		}
		n, err := strconv.ParseFloat(row[at], 64)
		if err != nil {
			r.Fatalf("%v: %v", row, err)
		}
		switch label := strings.TrimSpace(strings.Join(row[:3], "")); {
		case label == "All customers":
			if !near(n, listed) {
				r.Errorf("the rows add up to %.4f, below them stands %.4f", listed, n)
			}
			below += n
		case label == "Nobody we know", strings.HasPrefix(label, "Rounding"):
			below += n
		case label == "Company":
			company, apart = n, true
		default:
			listed += n
		}
	}
	if !apart {
		company = below
	}
	if !near(below, company) || !near(company, w.year.Float()) {
		r.Errorf("customers, nobody and rounding are %.4f, the company %.4f, the sources %s", below, company, w.year)
	}
}

// near allows for floats, not for money: half of the smallest amount there is.
func near(a, b float64) bool { return a-b < 0.00005 && b-a < 0.00005 }
