package gates

import (
	"fmt"
	"math"

	"clientele/transform"
)

// What a figure may be held against.
const (
	AgainstPrevious = "previous"  // the period before
	AgainstLastYear = "last_year" // the same period a year ago
	AgainstHistory  = "history"   // the median of the periods before
)

// An Expectation is where a key figure of a report is expected to lie.
type Expectation struct {
	Report   string
	Figure   Figure
	Scope    transform.Scope // of which customers; the zero scope is the whole company
	Min, Max *float64
	Within   float64 // share by which it may differ from what Against names; 0 asks for nothing
	Against  string
	Band     bool    // it has to lie in the usual band
	Periods  int     // how many periods before make a history
	AtLeast  int     // how many of them have to be known
	Width    float64 // of the band, in scaled median absolute deviations
	Narrow   float64 // the band reaches at least this share of the median to either side
	Effect   Effect  // Warn or Hold, when it lies elsewhere
	Apart    int     // reports before that are left out because they meant another thing by the figure
	Why      string
	Path     string // where it is configured
}

// Judge holds a figure against everything that is expected of it. A figure that was
// not measured closes the gate if it was measured in any period of its history:
// then it is gone. If it never was there is nothing to judge. A part of a month or
// week is never judged: it has no history, and limits are meant for whole ones.
func (e Expectation) Judge(period transform.Period, now float64, measured bool, past Past) []Verdict {
	if period.Kind == transform.Daily {
		v := e.verdict("figure", period)
		v.Effect, v.Expected, v.Found = Unjudged, "a part of a period is not judged", ""
		return []Verdict{v}
	}
	if !measured || math.IsNaN(now) || math.IsInf(now, 0) {
		return []Verdict{e.unmeasured(period, past)}
	}
	var out []Verdict
	for _, l := range e.limits(past, period) {
		out = append(out, e.judge(l, period, now))
	}
	return out
}

func (e Expectation) verdict(entry string, period transform.Period) Verdict {
	return Verdict{Gate: e.Path + "." + entry, Kind: Expected, Scope: e.Scope, Effect: Pass, Why: e.Why, Check: e.name() + " of " + period.Label()}
}

func (e Expectation) unmeasured(period transform.Period, past Past) Verdict {
	v := e.verdict("figure", period)
	v.Found, v.Detail = "not measured", fmt.Sprintf("%s %s is not measured (%s)", e.Report, e.Figure.Name, v.Gate)
	v.Expected, v.Effect = "nothing: it never was", Unjudged
	if len(known(past.before(period, e.Periods))) > 0 {
		v.Expected, v.Effect = "measured, as before", e.Effect
		v.Words = fmt.Sprintf("%s could not be measured in %s, as it was before.", e.name(), period.Label())
	}
	return v
}

// A limit is one of the things expected of a figure.
type limit struct {
	entry    string // of the configuration
	expected string // in words
	missing  string // why it cannot be judged; empty if it can
	band     Band
	says     func(x float64) string // the sentence, when the figure lies outside
}

// limits lists what is expected, in the order of the configuration.
func (e Expectation) limits(past Past, period transform.Period) []limit {
	var out []limit
	if e.Min != nil {
		out = append(out, e.atLeast(*e.Min))
	}
	if e.Max != nil {
		out = append(out, e.atMost(*e.Max))
	}
	if e.Within > 0 {
		out = append(out, e.within(past, period))
	}
	if e.Band {
		out = append(out, e.usual(past, period))
	}
	return out
}

func (e Expectation) judge(l limit, period transform.Period, now float64) Verdict {
	v := e.verdict(l.entry, period)
	v.Expected, v.Found = l.expected, e.Figure.Say(now)
	v.Detail = fmt.Sprintf("%s %s = %v, expected %s (%s)", e.Report, e.Figure.Name, now, exactly(l.band.Low, l.band.High), v.Gate)
	switch {
	case l.missing != "":
		v.Effect, v.Expected = Unjudged, l.expected+": "+l.missing
		v.Detail = fmt.Sprintf("%s %s = %v, not judged (%s)", e.Report, e.Figure.Name, now, v.Gate)
	case !l.band.Holds(now):
		v.Effect = e.Effect
		v.Words = fmt.Sprintf("%s of %s is %s.", e.name(), period.Label(), l.says(now))
	}
	return v
}

// name is the figure and whose it is.
func (e Expectation) name() string {
	if e.Scope == (transform.Scope{}) {
		return e.Figure.Label
	}
	return e.Figure.Label + " of " + e.Scope.Name()
}
