package jobs

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"clientele/extract"
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

func TestHalfGoesToTheEvenNeighbour(t *testing.T) {
	for _, it := range [][3]int64{{5, 10, 0}, {15, 10, 2}, {-5, 10, 0}, {-15, 10, -2}, {14, 10, 1}, {16, 10, 2}, {-16, 10, -2}} {
		if got := half(it[0], it[1]); got != it[2] {
			t.Errorf("%d/%d is %d, want %d", it[0], it[1], got, it[2])
		}
	}
}
