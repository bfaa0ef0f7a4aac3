package pages

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// scattered is the company with a customer of no territory and no rep, and one of a
// territory whose rep is another's.
func scattered(t testing.TB) *metrics.Set {
	t.Helper()
	all := histories(5)
	all[4].Customer.Territory, all[4].Customer.Rep = "", ""
	all[5].Customer.Rep = "Ann Archer"
	return finished(t, ledger(), all...)
}

// scopesThere are the whole company, every territory (that of none too) and every rep.
func scopesThere(set *metrics.Set) []transform.Scope {
	out := []transform.Scope{{}}
	for _, r := range set.Results(transform.Scope{}).Rows {
		out = append(out, transform.Scope{Territory: r.Place()})
		if r.Rep != "" {
			out = append(out, transform.Scope{Rep: r.Rep})
		}
	}
	slices.SortFunc(out, func(a, b transform.Scope) int { return strings.Compare(a.Territory+"|"+a.Rep, b.Territory+"|"+b.Rep) })
	return slices.Compact(out)
}

// inEveryScope runs a test on the workbooks of every scope.
func inEveryScope(t *testing.T, test func(*testing.T, Input)) {
	t.Helper()
	set := scattered(t)
	scopes := scopesThere(set)
	if len(scopes) != 8 { // the whole, three territories and none, three reps
		t.Fatalf("scopes %v", scopes)
	}
	for _, s := range scopes {
		t.Run(s.Name(), func(t *testing.T) { test(t, input(set.Results(s))) })
	}
}

// inEveryPlace leaves out the one customer of no territory, of whom most sheets say
// nothing.
func inEveryPlace(t *testing.T, test func(*testing.T, Input)) {
	t.Helper()
	inEveryScope(t, func(t *testing.T, in Input) {
		if in.Results.Scope.Territory != transform.Unplaced {
			test(t, in)
		}
	})
}

// The customer file has who ordered in 24 months: those of the territories and of none
// are together those of the whole, and nobody is in two. Where a file is cut that holds of
// the full lists.
func TestTheCustomerFilesOfTheTerritoriesAreTheWholeAndDisjoint(t *testing.T) {
	t.Run("uncut", func(t *testing.T) { partsAndWhole(t, 1) })
	t.Run("cut, in full", func(t *testing.T) { partsAndWhole(t, 1_000) })
}

// partsAndWhole holds the files of the territories, and those of the reps, to be the
// whole, with every customer a number of times.
func partsAndWhole(t *testing.T, times int) {
	set, cut := scattered(t), 0
	for _, name := range []string{SalesName, MarketingName} {
		r, _ := Find(name)
		listed := func(s transform.Scope) []string {
			in := input(manifold(set.Results(s), times))
			in.FullLists = true
			g := *pageOf(t, r.Describe(in), "Customer file").Sheet().List
			if g.Of > g.Len {
				cut++
				wb, _, _ := Full(name, in)
				g = *pageOf(t, wb, "Customer file").Sheet().List
			}
			if g.Of > g.Len {
				t.Fatalf("%d of %d rows", g.Len, g.Of)
			}
			var ids []string
			for i := range g.Len {
				ids = append(ids, g.Row(i)[column(g, "Customer no.")].Text)
			}
			slices.Sort(ids)
			return ids
		}
		whole := listed(transform.Scope{})
		for _, by := range []func(transform.Scope) bool{
			func(s transform.Scope) bool { return s.Territory != "" }, func(s transform.Scope) bool { return s.Rep != "" },
		} {
			var parts []string
			for _, s := range scopesThere(set) {
				if by(s) {
					parts = append(parts, listed(s)...)
				}
			}
			if !by(transform.Scope{Territory: "x"}) { // who has no rep is in no rep's file
				for n := range times {
					parts = append(parts, manifoldID(person(4).ID, n))
				}
			}
			slices.Sort(parts)
			if len(whole) < 30 || !slices.Equal(parts, whole) {
				t.Errorf("%d in the parts, %d in the whole:\n%v\n%v", len(parts), len(whole), first(parts, 40), first(whole, 40))
			}
		}
	}
	if (cut > 0) != (times > 1) {
		t.Errorf("%d files were cut", cut)
	}
}

// manifold are results with every customer a number of times.
func manifold(r *metrics.Results, times int) *metrics.Results {
	out := *r
	out.Rows = nil
	for _, one := range r.Rows {
		for n := range times {
			c := *one
			c.ID = transform.CustomerID(manifoldID(one.ID, n))
			out.Rows = append(out.Rows, &c)
		}
	}
	return &out
}

func manifoldID(id transform.CustomerID, n int) string { return fmt.Sprintf("%s-%04d", id, n) }

// Every amount and count that territories or reps can share out adds up to the
// company's; what belongs to nobody stands apart.
func TestWhatTheScopesSayAddsUpToTheCompany(t *testing.T) {
	set := scattered(t)
	o := set.Results(transform.Scope{}).Overview
	var sum metrics.Overview
	for _, s := range scopesThere(set) {
		if s.Territory == "" {
			continue
		}
		x := set.Results(s).Overview
		sum.Revenue.Customers += x.Revenue.Customers
		sum.Profit.Customers += x.Profit.Customers
		sum.PeriodProfit.Value += x.PeriodProfit.Value
		sum.PeriodProfitBefore.Value += x.PeriodProfitBefore.Value
		sum.RevenueAtRisk += x.RevenueAtRisk
		sum.AtRisk += x.AtRisk
		sum.OpenComplaints += x.OpenComplaints
		sum.ContractsMet.Of += x.ContractsMet.Of
		sum.ContractsMet.Part += x.ContractsMet.Part
	}
	for what, pair := range map[string][2]any{
		"revenue":                         {sum.Revenue.Customers, o.Revenue.Customers},
		"profit":                          {sum.Profit.Customers, o.Profit.Customers},
		"profit of the period":            {sum.PeriodProfit.Value, o.PeriodProfit.Value},
		"profit of the period a year ago": {sum.PeriodProfitBefore.Value, o.PeriodProfitBefore.Value},
		"revenue at risk":                 {sum.RevenueAtRisk, o.RevenueAtRisk},
		"at risk":                         {sum.AtRisk, o.AtRisk},
		"open complaints":                 {sum.OpenComplaints, o.OpenComplaints},
		"contracts":                       {[2]int64{sum.ContractsMet.Part, sum.ContractsMet.Of}, [2]int64{o.ContractsMet.Part, o.ContractsMet.Of}},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: territories %v, company %v", what, pair[0], pair[1])
		}
	}
	if o.Revenue.Unassigned == 0 {
		t.Error("no order of nobody we know: the line of Overview is not tried")
	}
}

func TestFileSubjectStampPropertiesAndLetterNameTheScope(t *testing.T) {
	inEveryScope(t, func(t *testing.T, in Input) {
		name := in.Results.Scope.Name()
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			l := Letter(in, wb)
			for what, text := range map[string]string{
				"file": wb.FileName, "subject of the file": wb.Subject, "stamp": wb.Stamp.Scope, "letter": l.Scope, "reason": l.Why,
			} {
				want := name
				if what == "file" {
					want = reports.FileName(wb.Name, name, wb.AsOf)
				}
				if !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
					t.Errorf("%s of %s says %q", what, name, text)
				}
			}
			if name != "all territories" && !strings.Contains(l.Subject, name) {
				t.Errorf("the subject of %s says %q", name, l.Subject)
			}
		}
	})
}

// What a tile shows, the letter and the figures kept for the next report show as well.
func TestTheLetterSaysWhatTheTilesSay(t *testing.T) {
	inEveryScope(t, func(t *testing.T, in Input) {
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			l := Letter(in, wb)
			if len(l.Rows) != len(wb.Overview.Tiles) || len(l.Rows) < 4 {
				t.Fatalf("%d tiles, %d lines in the letter", len(wb.Overview.Tiles), len(l.Rows))
			}
			for i, tile := range wb.Overview.Tiles {
				if l.Rows[i].Label != tile.Label {
					t.Errorf("tile %q, letter %q", tile.Label, l.Rows[i].Label)
				}
			}
			if l.Headline != wb.Overview.Finding || len(l.Actions) != len(wb.Overview.Actions) {
				t.Errorf("letter %q, %d actions; Overview %q, %d", l.Headline, len(l.Actions), wb.Overview.Finding, len(wb.Overview.Actions))
			}
			for _, c := range Checks(in, wb) {
				if !c.Passed {
					t.Errorf("%s: expected %s, found %s", c.Name, c.Expected, c.Found)
				}
			}
		}
	})
}

// Every column has a sentence, and so has every figure of the first page.
func TestEveryFigureIsExplainedInTheWorkbookItStandsIn(t *testing.T) {
	inEveryScope(t, func(t *testing.T, in Input) {
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			explained := methodText(t, wb)
			for _, p := range wb.Pages {
				for _, g := range p.Sheet().Grids() {
					if p.Sheet().Tab == "Method & data" {
						continue
					}
					for _, c := range g.Columns {
						if c.Help == "" {
							t.Errorf("%s, %s: nothing explains %q", p.Sheet().Tab, g.Title, c.Text)
						} else if !strings.Contains(explained, c.Help) {
							t.Errorf("%s: Method & data does not explain %q", p.Sheet().Tab, c.Text)
						}
					}
				}
			}
			for _, tile := range wb.Overview.Tiles {
				measure, _, _ := strings.Cut(tile.Label, ",")
				if !strings.Contains(strings.ToLower(explained), strings.ToLower(tileWords(measure))) {
					t.Errorf("Method & data does not explain the tile %q", tile.Label)
				}
			}
		}
	})
}

// tileWords is how the page of methods calls what a tile shows, where not alike.
func tileWords(label string) string {
	for from, to := range map[string]string{"Profit after cost to serve": "Net profit", "Lifetime value each": "Lifetime value", "Categories per customer": "Product categories", "Contracts met": "Contract met", "Active customers": "Active, lost"} {
		if label == from {
			return to
		}
	}
	return label
}

func methodText(t *testing.T, wb reports.Workbook) string {
	t.Helper()
	var text strings.Builder
	if err := reports.Dump(&text, pageOf(t, wb, "Method & data")); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
