package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// keyForecast is the name among the key figures of what was forecast: one forecast a line,
// as day, periods and order days in 1/100,000,000. A report hands those of the one before
// on until they have come to their end.
const keyForecast = "forecast"

// forecasts writes down what is forecast now, and what earlier reports forecast that has
// not come to its end.
func (b *book) forecasts() string {
	var lines []string
	now := b.r.Period.To
	for _, p := range append(b.promised(), b.r.Lifetime.Promises...) {
		if b.ends(p) > now && p.Orders.Known {
			lines = append(lines, fmt.Sprintf("%s %d %d", p.Day, p.Periods, int64(p.Orders.Value)))
		}
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}

// ends is the day up to which a forecast goes.
func (b *book) ends(p metrics.Promise) transform.Day {
	if b.r.Period.Kind == transform.Monthly {
		return p.Day.AddMonths(int(p.Periods))
	}
	return p.Day + transform.Day(p.Periods)*(b.r.Period.To-b.r.Period.From)
}

// promised reads what earlier reports forecast; what cannot be read was not said.
func (b *book) promised() (out []metrics.Promise) {
	for _, line := range split(b.in.Previous[keyForecast]) {
		words := strings.Fields(line)
		if len(words) != 3 {
			continue
		}
		day, err := extract.ParseDay(words[0])
		periods, also := strconv.ParseInt(words[1], 10, 32)
		orders, too := strconv.ParseInt(words[2], 10, 64)
		if err == nil && also == nil && too == nil {
			out = append(out, metrics.Promise{Day: day, Periods: periods, Orders: extract.Some(extract.Decimal(orders))})
		}
	}
	return out
}

// gradeLines set what earlier reports forecast up to now beside what came.
func (b *book) gradeLines() (lines []trustLine) {
	for _, came := range b.r.Lifetime.CameSince {
		for _, p := range b.promised() {
			if p.Day != came.Day || p.Periods != came.Periods || !came.Orders.Known {
				continue
			}
			said, is := p.Orders.Value.Float(), came.Orders.Value.Float()
			off := reports.Nothing()
			if is > 0 {
				off = reports.TextValue(fmt.Sprintf("%+.1f", 100*(said/is-1)) + reports.NBSP + "%")
			}
			lines = append(lines, trustLine{
				"Forecast of " + reports.Plural(came.Periods, b.periodWord(), b.periodWord()+"s") + " ago", off,
				fmt.Sprintf("An earlier report said %s order days from %s on, of those who were customers then; %s came.", countWords(p.Orders), p.Day, countWords(came.Orders)),
			})
		}
	}
	return lines
}

func (b *book) periodWord() string {
	if b.r.Period.Kind == transform.Monthly {
		return "month"
	}
	return "week"
}
