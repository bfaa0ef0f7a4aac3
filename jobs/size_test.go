package jobs

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"testing"

	"clientele/extract"
	"clientele/reports"
	"clientele/reports/excel"
	"clientele/transform"
	"clientele/transform/metrics"
)

// How large a workbook may be, in bytes, and with how many customers it is held to that:
// the most that its customer file lists, and as many as the largest territory may have.
const (
	mostOfCompany, customersOfCompany = 5_000_000, 20_000
	mostOfScope, customersOfScope     = 2_000_000, 25_000
)

func TestWorkbooksStaySmallEnoughToMail(t *testing.T) {
	if testing.Short() {
		t.Skip("draws four workbooks of thousands of customers")
	}
	d, m := generatedAndMeasured(t)
	largest := slices.MaxFunc(m.Results[1:], func(a, b *metrics.Results) int { return cmp.Compare(len(whoOrdered(a.Rows)), len(whoOrdered(b.Rows))) })
	for _, c := range []struct {
		rule            string
		of              *metrics.Results
		customers, most int
	}{
		{"the largest scope as it is", largest, len(largest.Rows), mostOfScope},
		{"the largest scope, of many customers", largest, customersOfScope, mostOfScope},
		{"the whole company, as many as the file lists", m.Results[0], customersOfCompany, mostOfCompany},
	} {
		if c.customers > len(c.of.Rows) {
			c.of.Rows = multiplied(c.of.Rows, c.customers)
		}
		for _, name := range reportNames {
			_, file := drawnOf(t, d, m, name, c.of.Scope)
			t.Logf("%s, %s: %d customers, %.2f MB", c.rule, name, c.customers, float64(len(file))/1e6)
			if len(file) > c.most {
				t.Errorf("%s: the %s workbook of %d customers has %d bytes, %d at most", c.rule, name, c.customers, len(file), c.most)
			}
		}
	}
}

// drawnOf describes and draws the workbook of a scope.
func drawnOf(t *testing.T, d *Director, m Measured, name string, scope transform.Scope) (reports.Workbook, []byte) {
	t.Helper()
	in, err := d.input(t.Context(), name, m, october, scope)
	if err != nil {
		t.Fatal(err)
	}
	_, wb, err := d.described(in)
	if err != nil {
		t.Fatal(err)
	}
	file, err := excel.Bytes(wb)
	if err != nil {
		t.Fatal(err)
	}
	return wb, file
}

// generatedAndMeasured is a generated company with figures of the whole and of its territories.
func generatedAndMeasured(t testing.TB) (*Director, Measured) {
	t.Helper()
	dir := t.TempDir()
	generated(t, dir, 400, 2000)
	d := bencher(t, loaded(t, dir), dir)
	refreshed(t, d)
	snapshot, err := d.fresh(t.Context(), october)
	if err != nil {
		t.Fatal(err)
	}
	var scopes []transform.Scope
	for _, f := range measureOnce(t, d, snapshot).Results[0].Overview.Territories {
		scopes = append(scopes, transform.Scope{Territory: f.Name})
	}
	m := Measured{Snapshot: snapshot, Scopes: d.scopes(scopes)}
	if err := d.fold(t.Context(), &m, october); err != nil {
		t.Fatal(err)
	}
	return d, m
}

// multiplied makes many customers of those who ordered in 24 months: with ids, names and
// amounts of their own, so that a file of them packs no better than one of as many that
// differ.
func multiplied(rows []*transform.Figures, n int) (out []*transform.Figures) {
	rows = whoOrdered(rows)
	for i := range n {
		r := *rows[i%len(rows)]
		if copied := i / len(rows); copied > 0 {
			r.ID = transform.CustomerID(fmt.Sprintf("%s-%02d", r.ID, copied))
			r.Name = fmt.Sprintf("%s of %s %d", r.Name, rows[byLot(r.ID, "name", len(rows))].Name, copied)
			r.Household = r.ID
			vary(&r)
		}
		out = append(out, &r)
	}
	slices.SortFunc(out, func(a, b *transform.Figures) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

func whoOrdered(rows []*transform.Figures) []*transform.Figures {
	return slices.DeleteFunc(slices.Clone(rows), func(r *transform.Figures) bool { return r.Orders+r.OrdersBefore == 0 })
}

// vary changes every amount that is there, by up to 100.00.
func vary(r *transform.Figures) {
	for _, f := range r.Fields() {
		by := extract.Money(byLot(r.ID, f.Name, 10_000)) * 100
		switch p := f.Ptr.(type) {
		case *extract.Money:
			if *p != 0 {
				*p += by
			}
		case *extract.Opt[extract.Money]:
			if p.Known && p.Value != 0 {
				p.Value += by
			}
		}
	}
}

// byLot is a number below n that looks drawn by lot and is the same at every run.
func byLot(id transform.CustomerID, what string, n int) int {
	h := fnv.New32a()
	fmt.Fprint(h, id, what)
	return int(h.Sum32() % uint32(n))
}
