package metrics_test

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

// bicycles is the retailer's public data, as histories by customer key.
type bicycles struct {
	ledger    transform.Ledger
	histories []transform.History
	keys      map[transform.CustomerID]string
	expected  [][]string
}

func loadBicycles(t *testing.T) *bicycles {
	t.Helper()
	dir := os.Getenv("CLIENTELE_DATA")
	if dir == "" {
		t.Skip("CLIENTELE_DATA is not set: the public retailer's data are not here")
	}
	b := &bicycles{keys: map[transform.CustomerID]string{}}
	at := map[string]int{}
	orders := map[string]int{}
	b.read(t, filepath.Join(dir, "databases", "adventureworks.sql.gz"), func(table string, f []string) {
		switch table {
		case "products":
			b.product(t, f)
		case "customers":
			at[f[0]] = len(b.histories)
			h := transform.History{Customer: transform.Customer{ID: transform.NewID(extract.Ref{Source: "aw", ID: f[0]}, 1), Name: f[0], Type: extract.Person}}
			b.keys[h.Customer.ID] = f[0]
			b.histories = append(b.histories, h)
		case "sales":
			b.line(t, f, at, orders)
		}
	})
	text, err := os.ReadFile(filepath.Join(dir, "databases", "adventureworks.expected.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(string(text), "\n") {
		b.expected = append(b.expected, strings.Split(l, "\t"))
	}
	return b
}

// read calls back with the fields of every row of the dump.
func (b *bicycles) read(t *testing.T, file string, row func(table string, fields []string)) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(make([]byte, 1<<20), 1<<24)
	table := ""
	for lines.Scan() {
		l := lines.Text()
		if rest, ok := strings.CutPrefix(l, "INSERT INTO `"); ok {
			table, _, _ = strings.Cut(rest, "`")
		}
		if strings.HasPrefix(l, "(") {
			l = strings.TrimRight(l, ",;")
			row(table, strings.Split(strings.ReplaceAll(l[1:len(l)-1], "'", ""), ","))
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func (b *bicycles) product(t *testing.T, f []string) {
	n := len(f)
	b.ledger.Products = append(b.ledger.Products, extract.Product{
		Ref: extract.Ref{Source: "aw", ID: f[0]}, Name: f[0], Category: f[1],
		Cost: extract.Some(number(t, f[n-2])), Price: extract.Some(number(t, f[n-1])),
	})
}

func number(t *testing.T, s string) extract.Decimal {
	t.Helper()
	whole, part, _ := strings.Cut(s, ".")
	v, err := strconv.ParseInt(whole+(part + "00000000")[:8], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return extract.Decimal(v)
}

func (b *bicycles) line(t *testing.T, f []string, at, orders map[string]int) {
	h := &b.histories[at[f[4]]]
	key := f[2] + "/" + f[4]
	i, seen := orders[key]
	if !seen {
		day, err := extract.ParseDay(f[0])
		if err != nil {
			day = slashed(t, f[0])
		}
		i = len(h.Orders)
		orders[key] = i
		h.Orders = append(h.Orders, transform.Order{Order: extract.Order{
			Ref: extract.Ref{Source: "aw", ID: key}, At: extract.InstantOf(day.Time()), Status: extract.Valid,
		}})
	}
	var price extract.Decimal
	for _, p := range b.ledger.Products {
		if p.ID == f[3] {
			price = p.Price.Value
		}
	}
	h.Orders[i].Lines = append(h.Orders[i].Lines, extract.Line{
		Ref: extract.Ref{Source: "aw", ID: key + "/" + f[6]}, Product: f[3], Quantity: number(t, f[7]), Price: extract.Some(price),
	})
}

func slashed(t *testing.T, s string) extract.Day {
	t.Helper()
	d, err := time.Parse("1/2/2006", s)
	if err != nil {
		t.Fatal(err)
	}
	return extract.DayOf(d)
}

// table returns the rows of one section of the reference answers.
func (b *bicycles) table(section string, header string) [][]string {
	var out [][]string
	in, on := false, false
	for _, l := range b.expected {
		switch {
		case strings.HasPrefix(l[0], "## "):
			in, on = strings.HasPrefix(l[0], "## "+section+" "), false
		case in && l[0] == header:
			on = true
		case in && on && len(l) > 1:
			out = append(out, l)
		}
	}
	return out
}

func (b *bicycles) fold(t *testing.T, change func(*metrics.Rules)) *metrics.Results {
	t.Helper()
	rules := metrics.Defaults()
	rules.Currency = "USD"
	if change != nil {
		change(&rules)
	}
	p, err := transform.ParsePeriod("2019-06", transform.Monthly)
	if err != nil {
		t.Fatal(err)
	}
	s := metrics.New(p, &b.ledger, rules)
	for i := range b.histories {
		if err := s.Add(&b.histories[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Finish(); err != nil {
		t.Fatal(err)
	}
	return s.Results(transform.Scope{})
}

func cents(m extract.Money) string { return m.Round(2).String() }

func TestBicycleRetailer(t *testing.T) {
	b := loadBicycles(t)
	r := b.fold(t, nil)
	for _, c := range r.Checks {
		if !c.Passed {
			t.Errorf("%s: %s, found %s", c.Name, c.Expected, c.Found)
		}
	}
	want := b.table("0", "customers")[0]
	equal(t, "customers who ordered", want[0], fmt.Sprint(r.ToDate.Buyers))
	equal(t, "orders", want[1], fmt.Sprint(r.ToDate.Orders.Company()))
	equal(t, "revenue", want[2], cents(r.ToDate.Revenue.Company()))
	equal(t, "margin", want[3], cents(r.ToDate.Gross.Company()))
	equal(t, "first day", want[7], r.ToDate.FirstDay.String())
	equal(t, "last day", want[8], r.ToDate.LastDay.String())
	want = b.table("1", "repeat_customers")[0]
	equal(t, "repeat customers", want[0], fmt.Sprint(r.ToDate.Repeat))
	equal(t, "repeat by days", want[3], fmt.Sprint(r.ToDate.RepeatDays))
	want = b.table("7", "active")[0]
	equal(t, "active", want[0], fmt.Sprint(r.ToDate.Active))
	equal(t, "lapsed", want[1], fmt.Sprint(r.ToDate.Lapsed))
	b.months(t, r)
	b.tops(t, r)
	t.Logf("risk: %d judged, base %v, AUC %v against %v for days since, Brier %v", r.Attrition.Model.N,
		r.Attrition.Model.Base.Value, r.Attrition.Model.AUC.Value, r.Attrition.Model.Simple.Value, r.Attrition.Model.Brier.Value)
}

func equal(t *testing.T, what, want, got string) {
	t.Helper()
	if want != got {
		t.Errorf("%s: %s, want %s", what, got, want)
	}
}

func (b *bicycles) months(t *testing.T, r *metrics.Results) {
	rows := b.table("5", "ym")
	if len(rows) != len(r.ToDate.Months) || len(rows) != 30 {
		t.Fatalf("%d months, want %d", len(r.ToDate.Months), len(rows))
	}
	for i, want := range rows {
		m := r.ToDate.Months[i]
		got := []string{m.Month.Time().Format("2006-01"), fmt.Sprint(m.Orders), cents(m.Revenue), cents(m.Gross), fmt.Sprint(m.Buyers), fmt.Sprint(m.New)}
		equal(t, "month", strings.Join(want, " "), strings.Join(got, " "))
	}
}

func (b *bicycles) tops(t *testing.T, r *metrics.Results) {
	byKey := map[string]*transform.Figures{}
	for i := range r.Rows {
		byKey[b.keys[r.Rows[i].ID]] = r.Rows[i]
	}
	for _, want := range b.table("2", "customer") {
		f := byKey[want[0]]
		got := []string{want[0], fmt.Sprint(f.OrdersAll), f.RevenueAll.String(), f.GrossAll.Value.String(), f.First.String(), f.Last.String()}
		equal(t, "customer", strings.Join(want, " "), strings.Join(got, " "))
		better := 0
		for i := range r.Rows {
			if r.Rows[i].RevenueAll > f.RevenueAll {
				better++
			}
		}
		if better >= 10 {
			t.Errorf("customer %s is number %d", want[0], better+1)
		}
	}
}

// The reference counts a customer as active on the 181st day after an order, one
// day longer than "more than 180 days ago" does, so it is reproduced at 181.
func TestBicycleRetailersAttritionByMonth(t *testing.T) {
	b := loadBicycles(t)
	r := b.fold(t, func(rules *metrics.Rules) { rules.LapsedAfter = 181 })
	rows := b.table("8", "ym")
	rows = rows[len(rows)-24:]
	for i, want := range rows {
		m := r.Attrition.Months[i]
		got := fmt.Sprint(m.Month.Time().Format("2006-01"), "  ", m.Opening, " ", m.New, " ", m.Returned, " ", m.Lost, " ", m.Closing)
		equal(t, "month", strings.Join(want[:7], " "), got)
	}
}
