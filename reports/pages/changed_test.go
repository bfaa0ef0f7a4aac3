package pages

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

// corrected is a company whose report is compared with an earlier edition of itself.
func corrected(t testing.TB) Input {
	t.Helper()
	in := company(t, 5)
	before := KeyFigures(in, Sales(in))
	before["revenue"], before["revenue_at_risk"] = "1000.5", "0"
	delete(before, "orders_12_months")
	then := company(t, 5)
	in.Changes = &Changes{
		Before: before, Moved: 1, Compared: true, Program: [2]string{"1.0", "1.1"}, Matching: [2]string{"m1", "m2"},
		Sources: []SourceChange{
			{Source: "shop", Kind: extract.Orders, Added: 2, Changed: 1, Gone: 3, Amount: euros(-40)},
			{Source: "shop", Kind: extract.Parties, Aside: 3, AsideBefore: 1},
		},
		Settings: []SettingChange{{Key: "metrics.horizon", Before: "90", Now: "60"}, {Key: "sources.shop.records.orders.select", Before: strings.Repeat("SELECT long ", 40), Now: "SELECT 1"}},
		Words:    []string{"since then: a/1 and b/2 are one customer (Eve)"},
		Unknown:  []string{"which rows: gone"},
	}
	for i, r := range then.Results.Rows {
		switch i {
		case 0:
			continue // was not there
		case 1:
			r.Revenue += euros(500)
		}
		in.Changes.Was = append(in.Changes.Was, r)
	}
	gone := *then.Results.Rows[0]
	gone.ID, gone.Name, gone.Revenue = "MERGED", "Merged Ltd", euros(7)
	in.Changes.Was = append(in.Changes.Was, &gone)
	in.Changes.Became = map[transform.CustomerID]transform.CustomerID{"MERGED": then.Results.Rows[2].ID}
	return in
}

func TestTheSheetOfChangesReadsAsReviewed(t *testing.T) {
	in := corrected(t)
	for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
		if tab := wb.Pages[0].Sheet().Tab; tab != "What changed" {
			t.Errorf("%s begins with %s", wb.Name, tab)
		}
		var b bytes.Buffer
		if err := reports.Dump(&b, wb.Pages[0]); err != nil {
			t.Fatal(err)
		}
		golden(t, "correction", wb.Name, b.String())
	}
	var words strings.Builder
	for _, line := range Letter(in, Sales(in)).Changed {
		words.WriteString(line + "\n")
	}
	golden(t, "correction", "letter", words.String())
}

func TestOnlyACorrectionHasASheetOfChanges(t *testing.T) {
	in := company(t, 5)
	if tab := Sales(in).Pages[0].Sheet().Tab; tab == "What changed" || len(Letter(in, Sales(in)).Changed) > 0 {
		t.Errorf("the first sheet is %s", tab)
	}
}

func TestSubjectsOfCorrectionsFit(t *testing.T) {
	for subject, want := range map[string]string{
		"Sales Oct: € 9.1 M (+4.1 %), € 418 k at risk":              "Corrected (2): Sales Oct: € 9.1 M (+4.1 %), € 418 k at risk",
		"Sales of the North Oct: € 9.1 M (+4.1 %), € 418 k at risk": "Corrected (2): Sales of the North Oct: € 9.1 M (+4.1 %)",
	} {
		if got := Corrected(subject, 2); got != want || utf8.RuneCountInString(got) > mostSubject {
			t.Errorf("%q", got)
		}
	}
	if got := Corrected(strings.Repeat("x", 80), 12); utf8.RuneCountInString(got) > mostSubject || !strings.HasPrefix(got, "Corrected (12): xx") {
		t.Errorf("%q", got)
	}
}

func TestCausesInAScopeAreSaidToBeOfTheWholeCompany(t *testing.T) {
	in := corrected(t)
	in.Results = finished(t, ledger(), histories(5)...).Results(transform.Scope{Territory: "North"})
	lines := Letter(in, Sales(in)).Changed
	if !slices.ContainsFunc(lines, func(l string) bool { return strings.HasPrefix(l, "Because of, in the whole company: ") }) {
		t.Errorf("%q", lines)
	}
}

// What rounding hides is said to the last digit: a letter must not say that a figure
// is what it was.
func TestASmallDifferenceIsSaidExactly(t *testing.T) {
	in := company(t, 5)
	b := open(in)
	whole := comparedFigure{label: "Revenue", before: reports.MoneyValue(euros(1_000_000)), now: reports.MoneyValue(euros(1_000_020))}
	if got := b.differenceWords(whole); !strings.Contains(got, "is €\u00a01,000,020, was €\u00a01,000,000") {
		t.Errorf("%q", got)
	}
	f := comparedFigure{label: "Revenue", before: reports.MoneyValue(euros(1_000_000)), now: reports.MoneyValue(euros(1_000_000) + 100)}
	if got := b.differenceWords(f); !strings.Contains(got, "1,000,000.01") || strings.Contains(got, "%") {
		t.Errorf("%q", got)
	}
}
