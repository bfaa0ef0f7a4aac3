package pages

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
)

func TestSubjectsAndPreHeadersAreShownWhole(t *testing.T) {
	for _, scope := range []transform.Scope{{}, {Territory: "North"}, {Territory: "North", Rep: "Ann Archer"}} {
		set := finished(t, ledger(), histories(5)...)
		in := input(set.Results(scope))
		for _, wb := range []reports.Workbook{Sales(in), Marketing(in)} {
			l := Letter(in, wb)
			if n := utf8.RuneCountInString(l.Subject); n > 62 || !strings.Contains(l.Subject, "Oct: €") {
				t.Errorf("%d characters: %q", n, l.Subject)
			}
			if n := utf8.RuneCountInString(l.PreHeader); n > 90 || n == 0 {
				t.Errorf("%d characters: %q", n, l.PreHeader)
			}
			if strings.Contains(l.Chart.Unit+l.ChartAlt, "¤") {
				t.Errorf("the currency is missing: %q", l.Chart.Unit)
			}
			if len(l.Rows) != 5 || l.Chart == nil || l.ChartAlt == "" || l.Headline != wb.Overview.Finding {
				t.Errorf("letter %+v", l)
			}
		}
	}
}

func TestASubjectDropsWhatDoesNotFit(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{"Sales Oct: ", "Sales Oct: € 9.1 M (+4.1 %), € 418 k at risk"},
		{"Sales of the whole long North West Oct: ", "Sales of the whole long North West Oct: € 9.1 M (+4.1 %)"},
		{strings.Repeat("x", 60) + ": ", strings.Repeat("x", 60) + ":…"},
	} {
		if got := fitted(c.head, []string{"€ 9.1 M (+4.1 %)", "€ 418 k at risk"}, 62); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestAChangeIsWelcomeByItsMeaning(t *testing.T) {
	for _, c := range []struct {
		v     reports.Value
		words string
		tone  reports.Tone
	}{
		{reports.DeltaPercentValue(.041), "▲ 4.1 %", reports.Welcome},
		{reports.DeltaPercentValue(-.041), "▼ 4.1 %", reports.Unwelcome},
		{reports.DeltaPercentValue(.041).LowerIsBetter(), "▲ 4.1 %", reports.Unwelcome},
		{reports.DeltaPointsValue(-3.1).LowerIsBetter(), "▼ 3.1 pp", reports.Welcome},
		{reports.DeltaPercentValue(.0001), "= 0.0 %", reports.Neutral},
		{reports.Nothing(), "", reports.Neutral},
	} {
		if got := strings.ReplaceAll(delta(c.v), reports.NBSP, " "); got != c.words || tone(c.v) != c.tone {
			t.Errorf("%v: %q %v, want %q %v", c.v, got, tone(c.v), c.words, c.tone)
		}
	}
}

func TestTheFirstReportHasNothingToCompareWith(t *testing.T) {
	in := company(t, 5)
	if l := Letter(in, Sales(in)); len(l.Since) != 1 || !strings.HasPrefix(l.Since[0].Title, "First report") {
		t.Errorf("%+v", l.Since)
	}
}

func TestSinceTheLastReport(t *testing.T) {
	in := company(t, 5)
	wb := Sales(in)
	kept := KeyFigures(in, wb)
	was := split(kept[keyAtRisk])
	if len(was) < 2 || kept["revenue"] == "" || kept["revenue_at_risk"] == "" {
		t.Fatalf("key figures %v", kept)
	}
	healthy := string(in.Results.Rows[slices.IndexFunc(in.Results.Rows, func(r *transform.Figures) bool { return !r.AtRisk })].ID)
	kept[keyAtRisk] = strings.Join(append(was[1:], healthy), "\n")
	kept[keyContracts] = strings.Replace(kept[keyContracts], "Breach", "Met", 1)
	kept["revenue_at_risk"] = "1"
	in.Previous = kept
	l := Letter(in, Sales(in))
	var titles []string
	for _, s := range l.Since {
		titles = append(titles, s.Title)
	}
	want := []string{"Joined the at-risk list: 1 customer", "Left the at-risk list: 1 customer (1 lost)", "Contracts of another status: 1 (1 no longer met)", "Customers' revenue of October 2026", "Largest account"}
	if !slices.EqualFunc(titles, want, strings.HasPrefix) {
		t.Errorf("%q", titles)
	}
	if items := l.Since[2].Items; len(items) != 1 || !strings.HasSuffix(items[0], ": Breach, was Met") {
		t.Errorf("%q", items)
	}
	i := slices.IndexFunc(l.Rows, func(r reports.LetterRow) bool { return strings.HasPrefix(r.Label, "Revenue at risk") })
	if row := l.Rows[i]; row.Tone != reports.Unwelcome || row.Against != "vs September 2026" {
		t.Errorf("%+v", row)
	}
}

func TestALateSourceIsSaid(t *testing.T) {
	in := company(t, 5)
	in.Newest = at(extract.Date(2026, 10, 12))
	if w := Letter(in, Sales(in)).Warning; !strings.Contains(w, "19 days older") {
		t.Errorf("warning %q", w)
	}
	in.Newest = at(extract.Date(2026, 10, 30))
	if w := Letter(in, Sales(in)).Warning; w != "" {
		t.Errorf("warning %q", w)
	}
}
