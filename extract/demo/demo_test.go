package demo

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"
	"time"

	"clientele/extract"
)

// A digest is a sink that keeps nothing but a sum over every row.
type digest struct {
	sum  uint64
	rows map[*table]int
}

func (s *digest) put(t *table, row []any) error {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d|%s|%q", s.sum, t.name, row)
	s.sum = h.Sum64()
	s.rows[t]++
	if len(row) != t.width() {
		return fmt.Errorf("%s has %d columns, the row %d", t.name, t.width(), len(row))
	}
	return nil
}

func made(t testing.TB, o Options) *Company {
	t.Helper()
	c, err := Generate(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func digestOf(t testing.TB, o Options) *digest {
	t.Helper()
	s := &digest{rows: map[*table]int{}}
	if err := made(t, o).tell(s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheSameOptionsGiveTheSameRows(t *testing.T) {
	small := Options{Seed: 7, Customers: 200, Months: 12}
	first := digestOf(t, small)
	if again := digestOf(t, small); again.sum != first.sum {
		t.Error("the same options gave other rows")
	}
	other := small
	other.Seed = 8
	if digestOf(t, other).sum == first.sum {
		t.Error("another seed gave the same rows")
	}
	truth := func(o Options) string {
		var b strings.Builder
		if err := made(t, o).WriteTruth(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	if a, b := truth(small), truth(small); a != b || a == truth(other) {
		t.Error("the truth does not follow the seed")
	}
}

func TestEveryTableHasRows(t *testing.T) {
	s := digestOf(t, Options{Seed: 3, Customers: 400})
	for _, table := range schema() {
		if s.rows[table] == 0 {
			t.Errorf("no rows in %s of %s", table.name, table.db)
		}
	}
}

func TestOptions(t *testing.T) {
	day := extract.Date
	for _, test := range []struct {
		name string
		o    Options
		want string
	}{
		{"nothing asked for is the default", Options{}, ""},
		{"the smallest", Options{Customers: 20, Months: 3}, ""},
		{"an as-of day within a month", Options{Customers: 50, Months: 6, AsOf: day(2026, time.May, 17)}, ""},
		{"the last day of a month", Options{Customers: 50, Months: 6, AsOf: day(2026, time.August, 31)}, ""},
		{"too few customers", Options{Customers: 19}, "customers 19"},
		{"too few months", Options{Months: 2}, "months 2"},
		{"an as-of day before computers", Options{AsOf: day(1990, time.January, 1)}, "as-of day 1990-01-01"},
		{"orders below nothing", Options{Orders: -1}, "orders per customer -1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, err := Generate(test.o)
			if test.want != "" {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Fatalf("got %v, want an error about %q", err, test.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := c.tell(&digest{rows: map[*table]int{}}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestOrdersPerCustomerAreAsAsked(t *testing.T) {
	for _, want := range []float64{5, 40} {
		s := digestOf(t, Options{Seed: 2, Customers: 800, Orders: want})
		if got := float64(s.rows[shopOrders]) / 800; got < want*.85 || got > want*1.2 {
			t.Errorf("asked for %g orders a customer, got %.1f", want, got)
		}
	}
}

func BenchmarkTell(b *testing.B) {
	c := made(b, Options{Seed: 1, Customers: 1000})
	for b.Loop() {
		s := nothing{}
		if err := c.tell(&s); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(s.rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	}
}

type nothing struct{ rows int }

func (n *nothing) put(*table, []any) error { n.rows++; return nil }
