package gates

import (
	"math"
	"strconv"

	"clientele/transform"
)

// A Past is what accepted editions said of one figure, by the key of their period.
type Past map[string]float64

// PastOf reads a past as it is kept. A text that is no finite number is left out:
// that edition does not help to judge.
func PastOf(kept map[string]string) Past {
	out := Past{}
	for period, text := range kept {
		if x, ok := Number(text); ok {
			out[period] = x
		}
	}
	return out
}

// Number reads a figure as it is kept: digits and a point, in whatever language the
// report is.
func Number(text string) (float64, bool) {
	x, err := strconv.ParseFloat(text, 64)
	return x, err == nil && !math.IsNaN(x) && !math.IsInf(x, 0)
}

// A Point is what was said of one period before.
type Point struct {
	Period transform.Period
	Value  float64
	Known  bool
}

// before lists so many periods before one, the latest first.
func (p Past) before(period transform.Period, n int) []Point {
	var out []Point
	for range n {
		period = period.Previous()
		out = append(out, p.at(period))
	}
	return out
}

func (p Past) at(period transform.Period) Point {
	x, ok := p[period.Key()]
	return Point{Period: period, Value: x, Known: ok}
}

// known lists the values there are.
func known(points []Point) []float64 {
	var out []float64
	for _, p := range points {
		if p.Known {
			out = append(out, p.Value)
		}
	}
	return out
}

// yearAgo is the same period of the year before: the same month, or the week 52
// weeks earlier, which has the same days of the week.
func yearAgo(p transform.Period) transform.Period {
	if p.Kind == transform.Monthly {
		return transform.Period{Kind: p.Kind, From: p.From.AddMonths(-12), To: p.To.AddMonths(-12)}
	}
	return transform.Period{Kind: p.Kind, From: p.From - 364, To: p.To - 364}
}

// History is what an expectation is judged by: the periods before one, latest first.
func (e Expectation) History(past Past, period transform.Period) []Point {
	return past.before(period, e.Periods)
}

// Usual is the band its history gives, and why it gives none.
func (e Expectation) Usual(past Past, period transform.Period) (Band, string) {
	values := known(past.before(period, e.Periods))
	return Usual(values, e.Width, e.Narrow), e.tooFew(values)
}
