package demo

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNoiseIsAsDocumented(t *testing.T) {
	c := made(t, Options{Seed: 9, Customers: 20_000})
	n := map[string]float64{}
	for i := range c.customers {
		k := &c.customers[i]
		n["customers"]++
		count(n, "second shop account", len(k.shop) > 1)
		count(n, "second debtor", len(k.debtors) > 1)
		count(n, "staff", k.status == isStaff)
		count(n, "erased", k.status == isErased)
		if len(k.shop) > 1 {
			n["second"]++
			count(n, "declared", k.shop[1].merged != 0)
		}
		if k.firm() || k.status != isActive {
			continue
		}
		n["private"]++
		a := k.shop[0]
		count(n, "swapped", strings.EqualFold(a.first, k.last) && strings.EqualFold(a.last, k.first) && k.first != k.last)
		count(n, "capitals", a.first == strings.ToUpper(a.first))
		count(n, "old address", a.street != k.street)
		count(n, "no phone", a.phone == "")
		count(n, "placeholder", a.email != k.email && (strings.HasPrefix(a.email, "unknown@") || strings.HasPrefix(a.email, "test@") || strings.HasPrefix(a.email, "keine@")))
		count(n, "no debtor", len(k.debtors) == 0)
	}
	of := func(what, all string) float64 { return n[what] / n[all] }
	near := func(name string, got, want float64) within { return within{name, got, want * .7, want * 1.35} }
	assertWithin(t, []within{
		near("second shop account", of("second shop account", "customers"), ShopDuplicates),
		near("second debtor", of("second debtor", "customers"), BillingDuplicates),
		near("merges the shop declared", of("declared", "second"), DeclaredMerges),
		near("swapped names", of("swapped", "private"), SwappedNames),
		near("names in capitals", of("capitals", "private"), UpperCase),
		near("old addresses", of("old address", "private"), OldAddresses),
		near("missing telephones", of("no phone", "private"), MissingPhones),
		near("placeholders", of("placeholder", "private"), Placeholders),
		near("private customers without a debtor", of("no debtor", "private"), MissingDebtors),
		near("staff", of("staff", "customers"), StaffShare),
		near("erased", of("erased", "customers"), ErasedShare),
		near("prospects", float64(len(c.prospects))/20_000, ProspectShare),
		near("guests", float64(len(c.guests))/20_000, GuestShare),
	})
}

func count(n map[string]float64, what string, is bool) {
	if is {
		n[what]++
	}
}

// A breakage counts the rows that are broken on purpose.
type breakage struct {
	rows, broken map[*table]int
}

func (b *breakage) put(t *table, row []any) error {
	b.rows[t]++
	bad := false
	switch t {
	case shopOrders:
		bad = row[9] == int64(0)
	case billPayments:
		bad = row[3] == "0000-00-00"
	case deskTickets:
		bad = row[5] == "0000-00-00 00:00:00"
	case deskAnswers:
		bad = row[3] == "2026-02-30"
	case deskAsks:
		bad = row[8] == "about 5" || row[8] == "$90,000 "
	}
	if bad {
		b.broken[t]++
	}
	for _, cell := range row {
		if s, ok := cell.(string); ok && !utf8.ValidString(s) {
			b.broken[nil]++
		}
	}
	return nil
}

func TestBrokenRowsAreAsManyAsSaid(t *testing.T) {
	b := &breakage{rows: map[*table]int{}, broken: map[*table]int{}}
	if err := made(t, Options{Seed: 6, Customers: 1500}).tell(b); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		table *table
		every int
	}{{shopOrders, BadOrderEvery}, {billPayments, BadPaymentEvery}, {deskTickets, BadTicketEvery}, {deskAnswers, BadAnswerEvery}} {
		if want := b.rows[test.table] / test.every; b.broken[test.table] != want || want == 0 {
			t.Errorf("%s has %d broken rows of %d, want %d", test.table.name, b.broken[test.table], b.rows[test.table], want)
		}
	}
	asked := b.rows[deskAsks]
	if want := asked/BadValueEvery + asked/DollarEvery - asked/1200; b.broken[deskAsks] != want {
		t.Errorf("enquiries has %d broken rows of %d, want %d", b.broken[deskAsks], asked, want)
	}
	if b.broken[nil] != 0 {
		t.Errorf("%d texts are not UTF-8", b.broken[nil])
	}
}

func TestOddNamesAreOdd(t *testing.T) {
	for n, want := range []string{`=cmd|' /C calc'!A0`, "Löwe\x07\x1b", "LÃ¶we Ã¼", "\u00a0 Löwe\u00a0"} {
		if got := odd(n, "Löwe"); got != want {
			t.Errorf("odd name %d is %q, want %q", n, got, want)
		}
	}
}
