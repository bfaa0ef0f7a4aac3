package jobs

import (
	"bytes"
	"flag"
	"fmt"
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

// A booked document is one row of the shop or of billing with what it should come
// to, worked out here in whole numbers and in no other way shared with the program.
type booked struct {
	statements []string
	worth      extract.Money // as mapped, in its own currency; nothing where kept aside
	lines      extract.Money // the same of the lines it owns
	aside      int64
	revenue    extract.Money // in euros, before the as-of day
	lastYear   bool          // in the twelve months of the report
	nobodys    bool
}

// half returns n/d rounded half to even.
func half(n, d int64) int64 {
	q, r := n/d, n%d
	if r < 0 {
		q, r = q-1, r+d
	}
	if 2*r > d || (2*r == d && q%2 != 0) {
		q++
	}
	return q
}

// inEuros converts an amount; pounds have no rate.
func inEuros(m extract.Money, currency string) (extract.Money, bool) {
	switch currency {
	case "USD":
		return extract.Money(half(int64(m)*3, 4)), true
	case "GBP":
		return 0, false
	}
	return m, true
}

var (
	currencies = rapid.SampledFrom([]string{"", "EUR", "EUR", "USD", "GBP"})
	buyers     = rapid.SampledFrom([]string{"", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "99"})
	daysAgo    = rapid.IntRange(-20, 900)
)

func isNobody(who string) bool { return who == "" || who == "99" }

// when returns a day, whether it is before the as-of day, and whether it is of the
// last twelve months.
func when(t *rapid.T) (day string, past, lastYear bool) {
	ago := daysAgo.Draw(t, "days ago")
	d := october.To - extract.Day(ago)
	return d.String(), d < october.To, d < october.To && d >= october.To.AddMonths(-12)
}

// anOrder draws an order with up to three lines. Its header may have no value, and
// its date may be nonsense.
func anOrder(t *rapid.T, id int) booked {
	who, currency := buyers.Draw(t, "buyer"), currencies.Draw(t, "currency")
	status := rapid.SampledFrom([]string{"valid", "valid", "valid", "draft", "cancelled", "returned"}).Draw(t, "status")
	day, past, lastYear := when(t)
	b := booked{lastYear: lastYear, nobodys: isNobody(who)}
	count := rapid.IntRange(0, 3).Draw(t, "lines")
	for n := range count {
		milli, cents := rapid.Int64Range(-2_000, 9_999).Draw(t, "thousandths"), rapid.Int64Range(0, 99_999).Draw(t, "cents")
		b.lines += extract.Money(half(milli*cents, 10))
		b.statements = append(b.statements, fmt.Sprintf("INSERT INTO lines VALUES ('X%d', '%d', 'tea', '%s', '%s')", id, n, point(milli, 3), point(cents, 2)))
	}
	net, value := "NULL", b.lines
	if rapid.Bool().Draw(t, "header has a value") {
		cents := rapid.Int64Range(-50_000, 9_999_999).Draw(t, "net")
		net, value = "'"+point(cents, 2)+"'", extract.Money(cents*100)
		b.worth = value
	}
	at := day + " 12:00:00"
	if rapid.IntRange(0, 9).Draw(t, "broken") == 0 {
		at, b.aside, b.worth = "soon", 1, 0
	}
	b.statements = append(b.statements, fmt.Sprintf("INSERT INTO orders VALUES ('X%d', %s, '%s', '%s', '%s', %s)", id, orNull(who), at, status, currency, net))
	if euros, ok := inEuros(value, currency); ok && past && status == "valid" && b.aside == 0 {
		b.revenue = euros
	}
	return b
}

// aBill draws an invoice, deposit or credit note. Only credit notes bear on revenue
// that is counted from orders; one with a positive amount breaks its contract.
func aBill(t *rapid.T, id int) booked {
	who, currency := buyers.Draw(t, "debtor"), currencies.Draw(t, "currency")
	kind := rapid.SampledFrom([]string{"invoice", "deposit", "credit_note", "credit_note"}).Draw(t, "type")
	day, past, lastYear := when(t)
	cents := rapid.Int64Range(1, 9_999_999).Draw(t, "net")
	b := booked{lastYear: lastYear, nobodys: isNobody(who)}
	if kind == "credit_note" && rapid.IntRange(0, 9).Draw(t, "wrong sign") > 0 {
		cents = -cents
	}
	if kind == "credit_note" && cents > 0 {
		b.aside = 1
	} else {
		b.worth = extract.Money(cents * 100)
	}
	debtor := "NULL"
	if who != "" {
		debtor = "'D" + who + "'"
	}
	b.statements = append(b.statements, fmt.Sprintf("INSERT INTO invoices VALUES ('X%d', %s, NULL, '%s', NULL, '%s', '%s', '%s')", id, debtor, day, kind, currency, point(cents, 2)))
	if euros, ok := inEuros(b.worth, currency); ok && past && kind == "credit_note" && b.aside == 0 {
		b.revenue = euros
	}
	return b
}

func orNull(s string) string {
	if s == "" {
		return "NULL"
	}
	return "'" + s + "'"
}

// point writes a number of hundredths or thousandths.
func point(n int64, places int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%0*d", places+1, n)
	return sign + s[:len(s)-places] + "." + s[len(s)-places:]
}

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
		switch label := strings.TrimSpace(strings.Join(row[:3], "")); label {
		case "All customers":
			if !near(n, listed) {
				r.Errorf("the rows add up to %.4f, below them stands %.4f", listed, n)
			}
			below += n
		case "Nobody we know", "Rounding":
			below += n
		case "Company":
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

func TestHalfGoesToTheEvenNeighbour(t *testing.T) {
	for _, it := range [][3]int64{{5, 10, 0}, {15, 10, 2}, {-5, 10, 0}, {-15, 10, -2}, {14, 10, 1}, {16, 10, 2}, {-16, 10, -2}} {
		if got := half(it[0], it[1]); got != it[2] {
			t.Errorf("%d/%d is %d, want %d", it[0], it[1], got, it[2])
		}
	}
}
