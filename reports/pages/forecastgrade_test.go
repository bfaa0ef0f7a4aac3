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
	in.Previous = map[string]string{keyForecast: "2026-07-01 12 90000000000\n2026-08-01 3 54300000000\nnot a forecast\n2026-10-01 1 x"}
	text := lifetimeSheet(t, in)
	for _, want := range []string{"Forecast of 3 months ago", "said 543 order days from 2026-08-01 on", countWords(came[1].Orders) + " came."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the sheet", want)
		}
	}
	if strings.Contains(text, "Forecast of 1 month ago") || strings.Contains(text, "Forecast of 12 months ago") {
		t.Error("a forecast is graded that was not made, or is not over")
	}
	kept := open(in).forecasts()
	if !strings.Contains(kept, "2026-07-01 12 90000000000") || strings.Contains(kept, "2026-08-01") || strings.Count(kept, "2026-11-01 ") != 4 {
		t.Errorf("handed on:\n%s", kept)
	}
}

func TestAForecastIsReadAsItWasWritten(t *testing.T) {
	in := larger(t, 160)
	in.Previous = map[string]string{keyForecast: open(in).forecasts()}
	got := open(in).promised()
	for _, p := range in.Results.Lifetime.Promises {
		found := false
		for _, q := range got {
			found = found || q == p
		}
		if !found {
			t.Errorf("%+v is not among %+v", p, got)
		}
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
