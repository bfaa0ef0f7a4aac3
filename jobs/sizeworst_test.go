package jobs

import (
	"cmp"
	"slices"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

// Names and amounts drawn by lot pack worst of all: no two customers share a letter's place or a digit.
func TestWorkbooksOfStrangeCompaniesStaySmallToo(t *testing.T) {
	if testing.Short() {
		t.Skip("draws workbooks of tens of thousands of customers")
	}
	d, m := generatedAndMeasured(t)
	largest := slices.MaxFunc(m.Results[1:], func(a, b *metrics.Results) int { return cmp.Compare(len(whoOrdered(a.Rows)), len(whoOrdered(b.Rows))) })
	for _, of := range []*metrics.Results{largest, m.Results[0]} {
		of.Rows = multiplied(of.Rows, 25_000)
		for _, letters := range []int{1, 8, 1000} {
			most := mostOfCompany
			if of.Scope != (transform.Scope{}) {
				most = mostOfScope
			}
			for _, r := range of.Rows {
				bewilder(r, letters)
			}
			for _, name := range reportNames {
				wb, file := drawnOf(t, d, m, name, of.Scope)
				for _, p := range wb.Pages {
					if s := p.Sheet(); s.Tab == "Customer file" {
						t.Logf("%s of %q, names of %d letters: %d of %d customers, %d cols, %.2f MB", name, of.Scope.Name(), letters, s.List.Len, s.List.Of, len(s.List.Columns), float64(len(file))/1e6)
					}
				}
				if len(file) > most {
					t.Errorf("the %s workbook has %d bytes, %d at most", name, len(file), most)
				}
			}
		}
	}
}

// bewilder gives a customer names of letters and amounts of digits that look drawn by lot.
func bewilder(r *transform.Figures, letters int) {
	r.Name, r.City, r.Group = jumble(r.ID, "name", letters), jumble(r.ID, "city", min(letters, 30)), jumble(r.ID, "group", letters)
	for _, f := range r.Fields() {
		amount := extract.Money(byLot(r.ID, f.Name, 1_000_000_000)) * 100
		switch p := f.Ptr.(type) {
		case *extract.Money:
			*p = amount
		case *extract.Opt[extract.Money]:
			if p.Known {
				p.Value = amount
			}
		}
	}
}

// jumble is a text of letters that look drawn by lot.
func jumble(id transform.CustomerID, what string, letters int) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."
	out := make([]byte, letters)
	x := uint64(byLot(id, what, 1<<31-1)) + 1
	for i := range out {
		x = x*6364136223846793005 + 1442695040888963407
		out[i] = alphabet[x>>58]
	}
	return string(out)
}
