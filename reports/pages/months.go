package pages

import (
	"fmt"

	"clientele/reports"
	"clientele/transform"
	"clientele/transform/metrics"
)

// lastMonths lists the last n complete calendar months, oldest first.
func (b *book) lastMonths(n int) []transform.Day {
	end := b.r.Period.To.Month()
	out := make([]transform.Day, n)
	for i := range out {
		out[i] = end.AddMonths(i - n)
	}
	return out
}

// apart counts the months from one to another.
func apart(from, to transform.Day) int {
	a, z := from.Time(), to.Time()
	return (z.Year()-a.Year())*12 + int(z.Month()) - int(a.Month())
}

// totals finds months among the company's; a month without sales is zero, one
// before the first sale is left out.
func (b *book) totals(months []transform.Day) []metrics.MonthTotal {
	by := map[transform.Day]metrics.MonthTotal{}
	for _, m := range b.r.ToDate.Months {
		by[m.Month] = m
	}
	var out []metrics.MonthTotal
	for _, m := range months {
		if t, ok := by[m]; ok || len(out) > 0 {
			t.Month = m
			out = append(out, t)
		}
	}
	return out
}

// trend is the line of a tile: a number for each of the last 13 complete months.
func (b *book) trend(of func(metrics.MonthTotal) float64) (line []float64, names []string) {
	for _, m := range b.totals(b.lastMonths(13)) {
		line = append(line, of(m))
		names = append(names, m.Month.Time().Format("Jan 06"))
	}
	return line, names
}

// horizon is how far ahead risk looks, in words.
func (b *book) horizon() string { return fmt.Sprintf("%d days", b.r.Rules.Horizon) }

// whole leaves incomplete months out.
func whole(months []metrics.MonthPair) []metrics.MonthPair {
	var out []metrics.MonthPair
	for _, m := range months {
		if !m.Partial {
			out = append(out, m)
		}
	}
	return out
}

// chartMonths compares revenue by month with the year before.
func (b *book) chartMonths() reports.Chart {
	months := whole(b.r.Overview.Months)
	c := reports.Chart{
		Key: "revenue_months", Kind: reports.Columns, Value: b.scale(), Message: monthsMessage(months),
		Unit: "Revenue by month, " + b.unit() + " · blue-green = last 12 months, grey = year before",
	}
	before := reports.Series{Name: "Year before", Role: reports.Previous}
	now := reports.Series{Name: "Last 12 months", Role: reports.Actual}
	for _, m := range months {
		c.Categories = append(c.Categories, m.Month.Time().Format("Jan 06"))
		before.Values = append(before.Values, m.Before.Float())
		now.Values = append(now.Values, m.Revenue.Float())
	}
	c.Series = []reports.Series{before, now}
	c.Alt = b.monthsAlt(months)
	return c
}

// fewMonths is the number of months from which a count of them says something.
const fewMonths = 3

// monthsMessage says in how many months revenue beat the year before.
func monthsMessage(months []metrics.MonthPair) string {
	better, measured := 0, 0
	for _, m := range months {
		if m.Before <= 0 {
			continue
		}
		measured++
		if m.Revenue > m.Before {
			better++
		}
	}
	switch {
	case measured == 0:
		return "Revenue by month; there is no year before to compare with"
	case measured < fewMonths:
		return fmt.Sprintf("Revenue by month; only %s of the year before had revenue", reports.Plural(measured, "month", "months"))
	}
	of := reports.Plural(measured, "month", "months")
	if measured < len(months) {
		of = fmt.Sprintf("the %d months that had any the year before", measured)
	}
	if better == 0 {
		return "Revenue stayed below last year in all of " + of
	}
	return fmt.Sprintf("Revenue beat last year in %d of %s", better, of)
}

func (b *book) monthsAlt(months []metrics.MonthPair) string {
	if len(months) == 0 {
		return ""
	}
	m := months[len(months)-1]
	return fmt.Sprintf("%s. %s: %s, the year before %s.", monthsMessage(months), m.Month.Time().Format("January 2006"), b.money(m.Revenue), b.money(m.Before))
}
