package gates

import (
	"fmt"
	"math"

	"clientele/reports"
	"clientele/transform"
)

func (e Expectation) atLeast(x float64) limit {
	words := "at least " + e.Figure.Say(x)
	return limit{entry: "min", expected: words, band: Band{Low: x, High: math.Inf(1)}, says: func(now float64) string {
		return e.Figure.Say(now) + ", expected " + words
	}}
}

func (e Expectation) atMost(x float64) limit {
	words := "at most " + e.Figure.Say(x)
	return limit{entry: "max", expected: words, band: Band{Low: math.Inf(-1), High: x}, says: func(now float64) string {
		return e.Figure.Say(now) + ", expected " + words
	}}
}

// within is the limit of a change against one earlier figure.
func (e Expectation) within(past Past, period transform.Period) limit {
	before, name, missing := e.against(past, period)
	l := limit{entry: "within", expected: fmt.Sprintf("within %s of %s", percent(e.Within), name), missing: missing}
	if missing == "" && before == 0 {
		l.missing = "that was 0"
	}
	half := e.Within * math.Abs(before)
	l.band = Band{Low: before - half, Median: before, High: before + half}
	l.says = func(now float64) string {
		change := (now - before) / math.Abs(before)
		return fmt.Sprintf("%s %s (%s); expected at most %s", far(change, e.Within), name, e.Figure.Say(before), percent(e.Within))
	}
	return l
}

// far says a change that exceeds a limit.
func far(change, limit float64) string {
	word := "above"
	if change < 0 {
		word = "below"
	}
	return beyond(math.Abs(change), limit) + " " + word
}

// against finds what a figure is compared with, what that is called, and why it is
// not there.
func (e Expectation) against(past Past, period transform.Period) (value float64, name, missing string) {
	switch e.Against {
	case AgainstHistory:
		values := known(past.before(period, e.Periods))
		return median(values), e.median(period), e.tooFew(values)
	case AgainstLastYear:
		return e.one(past.at(yearAgo(period)))
	}
	return e.one(past.at(period.Previous()))
}

func (e Expectation) one(p Point) (value float64, name, missing string) {
	switch {
	case !p.Known && e.Apart > 0:
		missing = "no report of it was accepted by the definition of now"
	case !p.Known:
		missing = "no report of it was accepted"
	}
	return p.Value, p.Period.Label(), missing
}

// usual is the limit of the band a figure usually lies in.
func (e Expectation) usual(past Past, period transform.Period) limit {
	values := known(past.before(period, e.Periods))
	l := limit{entry: "band", missing: e.tooFew(values), expected: "around " + e.median(period)}
	if l.missing != "" {
		return l
	}
	l.band = Usual(values, e.Width, e.Narrow)
	l.expected = fmt.Sprintf("%s to %s, around %s", e.Figure.Say(l.band.Low), e.Figure.Say(l.band.High), e.median(period))
	l.says = func(now float64) string {
		word := "above"
		if now < l.band.Low {
			word = "below"
		}
		return fmt.Sprintf("%s, %s what is usual: %s", e.Figure.Say(now), word, l.expected)
	}
	return l
}

// median names the middle of the history.
func (e Expectation) median(period transform.Period) string {
	one, many := "month", "months"
	if period.Kind == transform.Weekly {
		one, many = "week", "weeks"
	}
	return "the median of the last " + reports.Plural(e.Periods, one, many)
}

// tooFew says why a history is too short to judge by.
func (e Expectation) tooFew(values []float64) string {
	if len(values) >= max(e.AtLeast, 1) {
		return ""
	}
	text := fmt.Sprintf("%d of them %s accepted, needed are %d", len(values), wasWere(len(values)), max(e.AtLeast, 1))
	if e.Apart > 0 {
		text += "; earlier reports went by another definition"
	}
	return text
}

func wasWere(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}
