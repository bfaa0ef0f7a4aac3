package gates

import (
	"math"
	"strings"
	"testing"
	"time"

	"clientele/extract"
	"clientele/transform"
)

var (
	october = transform.Ending(extract.Date(2026, time.November, 1), transform.Monthly)
	revenue = Figure{Name: "revenue", Label: "Revenue", Unit: Money, Currency: "EUR"}
)

func at(x float64) *float64 { return &x }

// year is a past of twelve months around 1000, the latest 1050.
func year() Past {
	p, period := Past{}, october
	for _, x := range []float64{1050, 980, 1010, 1000, 990, 1020, 1040, 960, 970, 1030, 1000, 1000} {
		period = period.Previous()
		p[period.Key()] = x
	}
	return p
}

func expects(change func(*Expectation)) Expectation {
	e := Expectation{Report: "sales", Figure: revenue, Against: AgainstPrevious, Periods: 12, AtLeast: 6, Width: 3, Narrow: 0.05, Effect: Hold, Path: "expectations[0]"}
	change(&e)
	return e
}

// unbroken writes a sentence with plain blanks.
func unbroken(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestExpectations(t *testing.T) {
	minimum := func(e *Expectation) { e.Min = at(900) }
	maximum := func(e *Expectation) { e.Max = at(900) }
	within := func(e *Expectation) { e.Within = 0.3 }
	history := func(e *Expectation) { e.Within, e.Against = 0.3, AgainstHistory }
	lastYear := func(e *Expectation) { e.Within, e.Against = 0.3, AgainstLastYear }
	band := func(e *Expectation) { e.Band = true }
	for name, it := range map[string]struct {
		of   func(*Expectation)
		now  float64
		past Past
		want Effect
		says string
	}{
		"at the least it may be it passes":             {minimum, 900, nil, Pass, ""},
		"below it is held":                             {minimum, 899, nil, Hold, "Revenue of October 2026 is € 899, expected at least € 900."},
		"at the most it may be it passes":              {maximum, 900, nil, Pass, ""},
		"above it is held":                             {maximum, 901, nil, Hold, "Revenue of October 2026 is € 901, expected at most € 900."},
		"30 % below the month before passes":           {within, 735, year(), Pass, ""},
		"a little more is told as more":                {within, 734.8, year(), Hold, "Revenue of October 2026 is just over 30 % below September 2026 (€ 1,050); expected at most 30 %."},
		"above counts as below does":                   {within, 2100, year(), Hold, "Revenue of October 2026 is 100 % above September 2026 (€ 1,050); expected at most 30 %."},
		"against the median of the history":            {history, 580, year(), Hold, "Revenue of October 2026 is 42 % below the median of the last 12 months (€ 1,000); expected at most 30 %."},
		"against the same month a year ago":            {lastYear, 500, year(), Hold, "Revenue of October 2026 is 50 % below October 2025 (€ 1,000); expected at most 30 %."},
		"nothing before: not judged":                   {within, 735, nil, Unjudged, ""},
		"nothing a year ago: not judged":               {lastYear, 735, Past{"2026-09": 1}, Unjudged, ""},
		"nothing to take a share of: not judged":       {within, 735, Past{"2026-09": 0}, Unjudged, ""},
		"in the band":                                  {band, 1088, year(), Pass, ""},
		"below the band":                               {band, 800, year(), Hold, "Revenue of October 2026 is € 800, below what is usual: € 911 to € 1,089, around the median of the last 12 months."},
		"five accepted periods are too few":            {band, 800, Past{"2026-09": 1, "2026-08": 1, "2026-07": 1, "2026-06": 1, "2026-05": 1}, Unjudged, ""},
		"six are enough":                               {band, 800, Past{"2026-09": 1, "2026-08": 1, "2026-07": 1, "2026-06": 1, "2026-05": 1, "2026-04": 1}, Hold, ""},
		"periods before the last twelve do not help":   {band, 800, Past{"2025-09": 1, "2025-08": 1, "2025-07": 1, "2025-06": 1, "2025-05": 1, "2025-04": 1}, Unjudged, ""},
		"what was not measured but is usually is gone": {minimum, math.NaN(), year(), Hold, "Revenue could not be measured in October 2026, as it was before."},
		"infinite is not measured":                     {minimum, math.Inf(1), year(), Hold, ""},
		"what never was measured is not judged":        {minimum, math.NaN(), nil, Unjudged, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := expects(it.of).Judge(october, it.now, true, it.past)
			if len(got) != 1 || got[0].Effect != it.want {
				t.Fatalf("%+v, want %s", got, it.want)
			}
			if w := unbroken(got[0].Words); it.says != "" && w != it.says {
				t.Errorf("says %q, want %q", w, it.says)
			}
			if (got[0].Words == "") == got[0].Closed() {
				t.Errorf("%s says %q", got[0].Effect, got[0].Words)
			}
		})
	}
}

func TestEveryLimitOfAnExpectationIsJudgedForItself(t *testing.T) {
	e := expects(func(e *Expectation) { e.Min, e.Max, e.Within, e.Band = at(100), at(700), 0.3, true })
	var got []string
	for _, v := range e.Judge(october, 800, true, year()) {
		got = append(got, v.Gate+" "+string(v.Effect))
	}
	want := "expectations[0].min ok, expectations[0].max held, expectations[0].within ok, expectations[0].band held"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("%s\nwant %s", text, want)
	}
}

func TestAPartOfAMonthIsNotJudged(t *testing.T) {
	part := transform.Ending(extract.Date(2026, time.October, 15), transform.Monthly)
	got := expects(func(e *Expectation) { e.Min = at(900) }).Judge(part, 1, true, year())
	if len(got) != 1 || got[0].Effect != Unjudged {
		t.Errorf("%+v", got)
	}
}

func TestTheSameWeekAYearAgoHasTheSameDays(t *testing.T) {
	week := transform.Ending(extract.Date(2026, time.November, 2), transform.Weekly)
	before := yearAgo(week)
	if before.From.Time().Weekday() != week.From.Time().Weekday() || before.To-before.From != 7 || before.Key() != "2025-W44" {
		t.Errorf("%s of %s", before.Key(), week.Key())
	}
	if leap := yearAgo(transform.Ending(extract.Date(2028, time.March, 1), transform.Monthly)); leap.Key() != "2027-02" {
		t.Errorf("%s", leap.Key())
	}
}

func TestAPastIsReadInNoLanguage(t *testing.T) {
	p := PastOf(map[string]string{"a": "1234.5", "b": "1.234,5", "c": "NaN", "d": "Inf", "e": "", "f": "-3e2", "g": "ann\nbob"})
	if len(p) != 2 || p["a"] != 1234.5 || p["f"] != -300 {
		t.Errorf("%v", p)
	}
}

func TestNegativeFiguresAreComparedByTheirSize(t *testing.T) {
	e := expects(func(e *Expectation) { e.Within = 0.3 })
	for now, want := range map[float64]Effect{-1000: Pass, -1300: Pass, -1301: Hold, -699: Hold, 1000: Hold} {
		if v := e.Judge(october, now, true, Past{"2026-09": -1000}); v[0].Effect != want {
			t.Errorf("%v: %+v", now, v[0])
		}
	}
}

func TestAFigureIsSaidAsTheReportSaysIt(t *testing.T) {
	for want, f := range map[string]Figure{"€ 12 k": revenue, "1.2 %": {Unit: Share}, "12": {Unit: Count}, "4.25": {Unit: Plain}} {
		x := map[Unit]float64{Money: 12_000, Share: 0.012, Count: 12, Plain: 4.25}[f.Unit]
		if got := unbroken(f.Say(x)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAScopesVerdictNamesItAndItsReason(t *testing.T) {
	e := expects(func(e *Expectation) {
		e.Scope, e.Min, e.Effect, e.Why = transform.Scope{Territory: "North"}, at(900), Warn, "North never sold less."
	})
	v := e.Judge(october, 1, true, nil)[0]
	if got := unbroken(v.Says()); got != "Revenue of North of October 2026 is € 1, expected at least € 900. North never sold less." || v.Scope.Territory != "North" || v.Effect != Warn {
		t.Errorf("%q %+v", got, v)
	}
}
