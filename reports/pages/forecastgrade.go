package pages

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"clientele/extract"
	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// keyForecast is the name among the key figures of what was forecast, one forecast a line:
// day, periods, order days in 1/100,000,000, and then revenue and gross profit in 1/10,000
// of the currency, the currency, and what revenue was counted from. A report hands those of
// the one before on until they have come to their end. Older reports kept order days only.
const keyForecast = "forecast"

// unsaid stands where an amount is not known.
const unsaid = "-"

// A pledge is a forecast as a report kept it.
type pledge struct {
	metrics.Promise
	currency, from string // empty where no money was forecast
}

// forecasts writes down what is forecast now, and what earlier reports forecast that has
// not come to its end.
func (b *book) forecasts() string {
	var lines []string
	now := b.r.Period.To
	all := b.promised()
	for _, p := range b.r.Lifetime.Promises {
		all = append(all, pledge{p, orElse(b.in.Currency, unsaid), b.r.Rules.RevenueFrom})
	}
	for _, p := range all {
		if b.ends(p.Promise) > now && p.Orders.Known {
			lines = append(lines, p.line())
		}
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}

func (p pledge) line() string {
	line := fmt.Sprintf("%s %d %d", p.Day, p.Periods, int64(p.Orders.Value))
	if p.currency == "" {
		return line
	}
	return strings.Join([]string{line, amountOf(p.Revenue), amountOf(p.Gross), p.currency, p.from}, " ")
}

func amountOf(m extract.Opt[Money]) string {
	if !m.Known {
		return unsaid
	}
	return strconv.FormatInt(int64(m.Value), 10)
}

// ends is the day up to which a forecast goes.
func (b *book) ends(p metrics.Promise) transform.Day {
	if b.r.Period.Kind == transform.Monthly {
		return p.Day.AddMonths(int(p.Periods))
	}
	return p.Day + transform.Day(p.Periods)*(b.r.Period.To-b.r.Period.From)
}

// promised reads what earlier reports forecast; what cannot be read was not said.
func (b *book) promised() (out []pledge) {
	for _, line := range split(b.in.Previous[keyForecast]) {
		if p, ok := readPledge(strings.Fields(line)); ok {
			out = append(out, p)
		}
	}
	return out
}

func readPledge(words []string) (p pledge, ok bool) {
	if len(words) != 3 && len(words) != 7 {
		return p, false
	}
	day, err := extract.ParseDay(words[0])
	periods, also := strconv.ParseInt(words[1], 10, 32)
	orders, too := strconv.ParseInt(words[2], 10, 64)
	p.Promise = metrics.Promise{Day: day, Periods: periods, Orders: extract.Some(extract.Decimal(orders))}
	if len(words) == 7 {
		p.Revenue, p.Gross, p.currency, p.from = readAmount(words[3]), readAmount(words[4]), words[5], words[6]
	}
	return p, err == nil && also == nil && too == nil
}

func readAmount(word string) extract.Opt[Money] {
	v, err := strconv.ParseInt(word, 10, 64)
	return extract.Opt[Money]{Value: Money(v), Known: err == nil}
}

// A grade is one figure that an earlier report forecast, and what came.
type grade struct {
	periods    int64
	from       transform.Day
	of         string
	said, came reports.Value
	off        rate // said over came, less 1
}

// grades set what earlier reports forecast up to now beside what came, the nearest first.
// Money is left out where it is counted otherwise than it was then; so says changed.
func (b *book) grades() (list []grade, changed bool) {
	for _, came := range b.r.Lifetime.CameSince {
		for _, p := range b.promised() {
			if p.Day != came.Day || p.Periods != came.Periods || !came.Orders.Known {
				continue
			}
			list = append(list, b.daysGrade(p, came))
			if p.currency == "" {
				continue
			}
			if p.currency != orElse(b.in.Currency, unsaid) || p.from != b.r.Rules.RevenueFrom {
				changed = true
				continue
			}
			list = append(list, b.moneyGrades(p, came)...)
		}
	}
	return list, changed
}

func (b *book) daysGrade(p pledge, came metrics.Promise) grade {
	forecast, _ := wholeDays(p.Orders)
	orders, _ := wholeDays(came.Orders)
	return grade{p.Periods, p.Day, "Order days", reports.CountValue(forecast), reports.CountValue(orders), missed(p.Orders.Value.Float(), came.Orders.Value.Float())}
}

func (b *book) moneyGrades(p pledge, came metrics.Promise) (list []grade) {
	add := func(of string, forecast, is extract.Opt[Money]) {
		if forecast.Known && is.Known {
			list = append(list, grade{p.Periods, p.Day, of, reports.MoneyValue(forecast.Value), reports.MoneyValue(is.Value), missed(forecast.Value.Float(), is.Value.Float())})
		}
	}
	add("Revenue", p.Revenue, came.Revenue)
	if b.profitable() {
		add("Gross profit", p.Gross, came.Gross)
	}
	return list
}

// missed is by how much a forecast was off, unknown where nothing came.
func missed(forecast, came float64) (x rate) {
	if came > 0 {
		x = extract.Some(extract.Decimal(math.Round((forecast/came - 1) * float64(extract.One))))
	}
	return x
}

// mark grades by how much a total was missed, by the limits of the verdict.
func (g grade) mark() string {
	off, ok := float(g.off)
	switch off = math.Abs(off); {
	case !ok:
		return ""
	case off <= metrics.GoodError:
		return metrics.TrustGood
	case off <= metrics.FairError:
		return metrics.TrustFair
	}
	return "Poor"
}

func (b *book) gradeName(g grade) string {
	return fmt.Sprintf("%s ago, from %s on", reports.Plural(g.periods, b.periodWord(), b.periodWord()+"s"), plain(g.from))
}

func gradeRule() string {
	return fmt.Sprintf("Good: off by at most %s. Fair: %s. Otherwise Poor.", reports.Percent0Words(metrics.GoodError), reports.Percent0Words(metrics.FairError))
}

// lastGrade is the newest forecast that is over, in money where it was made in money.
func lastGrade(list []grade) (g grade, ok bool) {
	for _, x := range list {
		if x.periods == list[0].periods && (!ok || x.of == "Revenue") {
			g, ok = x, true
		}
	}
	return g, ok
}

// lastMark grades the last forecast, lastWords says how it did.
func (b *book) lastMark() string {
	list, _ := b.grades()
	g, ok := lastGrade(list)
	if !ok {
		return "not over yet"
	}
	return orElse(g.mark(), "nothing came")
}

func (b *book) lastWords() string {
	list, _ := b.grades()
	g, ok := lastGrade(list)
	if !ok {
		return fmt.Sprintf("An accepted report keeps what it forecasts for 1, 3, 6 and 12 %ss; none that is over was handed on to this one.", b.periodWord())
	}
	return fmt.Sprintf("Made %s: %s, %s came%s. See Earlier forecasts.", b.gradeName(g), b.gradeWords(g.of, g.said), b.gradeWords("", g.came), offWords(g.off))
}

// gradeWords says an amount or a number of order days.
func (b *book) gradeWords(of string, v reports.Value) string {
	text := reports.Thousands(int64(math.Round(v.Number)))
	if v.Kind.Money() {
		text = b.money(Money(v.Amount))
	}
	return strings.TrimSpace(strings.ToLower(of) + " " + text)
}

func offWords(x rate) string {
	v, ok := float(x)
	if !ok {
		return ""
	}
	return fmt.Sprintf(", off by %+.1f", 100*v) + reports.NBSP + "%"
}

func (b *book) periodWord() string {
	if b.r.Period.Kind == transform.Monthly {
		return "month"
	}
	return "week"
}
