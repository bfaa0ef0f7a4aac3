package pages

import (
	"strings"
	"testing"

	"clientele/extract"
	"clientele/transform"
	"clientele/transform/metrics"
)

func TestAnEarlierForecastIsHeldAgainstWhatCame(t *testing.T) {
	in := larger(t, 160)
	came := in.Results.Lifetime.CameSince
	in.Previous = map[string]string{keyForecast: "2026-07-01 12 90000000000\n2026-08-01 3 54300000000 12340000 - EUR orders\nnot a forecast\n2026-10-01 1 x"}
	text := lifetimeSheet(t, in)
	for _, want := range []string{"3 months ago, from 1 Aug 2026 on | 543 | " + countWords(came[1].Orders), "3 months ago, from 1 Aug 2026 on | Revenue | 1,234", "Made 3 months ago, from 1 Aug 2026 on: revenue "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the sheet:\n%s", want, text)
		}
	}
	if strings.Contains(text, "1 month ago, from") || strings.Contains(text, "12 months ago, from") || strings.Contains(text, "| Gross profit | ") {
		t.Error("a forecast is graded that was not made, or is not over")
	}
	kept := open(in).forecasts()
	if !strings.Contains(kept, "2026-07-01 12 90000000000\n") || strings.Contains(kept, "2026-08-01") || strings.Count(kept, "2026-11-01 ") != 4 {
		t.Errorf("handed on:\n%s", kept)
	}
}

func TestAForecastIsReadAsItWasWritten(t *testing.T) {
	in := larger(t, 160)
	in.Previous = map[string]string{keyForecast: open(in).forecasts()}
	got := open(in).promised()
	for _, p := range in.Results.Lifetime.Promises {
		if !p.Revenue.Known || !p.Gross.Known || p.Revenue.Value <= p.Gross.Value || p.Gross.Value <= 0 {
			t.Errorf("no money is forecast: %+v", p)
		}
		found := false
		for _, q := range got {
			found = found || q == pledge{p, in.Currency, in.Results.Rules.RevenueFrom}
		}
		if !found {
			t.Errorf("%+v is not among %+v", p, got)
		}
	}
}

func TestMoneyOfAForecastIsNotGradedOnceRevenueIsCountedOtherwise(t *testing.T) {
	in := larger(t, 160)
	for _, line := range []string{"54300000000 12340000 6170000 USD orders", "54300000000 12340000 6170000 EUR invoices"} {
		in.Previous = map[string]string{keyForecast: "2026-08-01 3 " + line}
		list, changed := open(in).grades()
		if !changed || len(list) != 1 || list[0].of != "Order days" {
			t.Errorf("%s: %+v, %v", line, list, changed)
		}
		if text := lifetimeSheet(t, in); !strings.Contains(text, "the definition has changed since") {
			t.Error(text)
		}
	}
	in.Previous = map[string]string{keyForecast: "2026-08-01 3 54300000000 12340000 6170000 EUR orders"}
	if list, changed := open(in).grades(); changed || len(list) != 3 {
		t.Errorf("%+v, %v", list, changed)
	}
}

func TestAGradeGoesByHowFarTheTotalWasOff(t *testing.T) {
	for _, c := range []struct {
		said, came float64
		want       string
	}{{110, 100, "Good"}, {90, 100, "Good"}, {111, 100, "Fair"}, {75, 100, "Fair"}, {126, 100, "Poor"}, {1, 0, ""}, {1, -5, ""}} {
		if got := (grade{off: missed(c.said, c.came)}).mark(); got != c.want {
			t.Errorf("%v said, %v came: %q, want %q", c.said, c.came, got, c.want)
		}
	}
}

func TestTheLastForecastIsTheNewestThatIsOverAndInMoneyIfItCanBe(t *testing.T) {
	list := []grade{{periods: 1, of: "Order days"}, {periods: 1, of: "Revenue"}, {periods: 1, of: "Gross profit"}, {periods: 3, of: "Revenue"}}
	if g, ok := lastGrade(list); !ok || g.periods != 1 || g.of != "Revenue" {
		t.Errorf("%+v", g)
	}
	if g, ok := lastGrade(list[:1]); !ok || g.of != "Order days" {
		t.Errorf("%+v", g)
	}
	if _, ok := lastGrade(nil); ok {
		t.Error("of nothing")
	}
}

func TestAForecastOfWeeksEndsInWeeks(t *testing.T) {
	in := larger(t, 60)
	in.Results.Period = transform.Period{Kind: transform.Weekly, From: extract.Date(2026, 10, 26), To: extract.Date(2026, 11, 2)}
	b := open(in)
	if d := b.ends(metrics.Promise{Day: extract.Date(2026, 11, 2), Periods: 3}); d != extract.Date(2026, 11, 23) {
		t.Errorf("three weeks end on %s", d)
	}
}
