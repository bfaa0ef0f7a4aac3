package transform

import (
	"fmt"
	"strings"
	"time"

	"clientele/extract"
)

// The kinds of period.
const (
	Weekly  = "weekly"
	Monthly = "monthly"
	Daily   = "daily" // what an as-of day that ends no month or week is called
)

// A Period is the half-open span of days a report is about: From, up to but not
// including To. To is also the report's as-of day.
type Period struct {
	Kind     string
	From, To Day
}

// ParsePeriod reads what follows --as-of: 2026-10 is October, as of 1 November;
// 2026-W40 the ISO week, as of the Monday after; 2026-11-01 everything before
// that day, the period of the given kind that ends there.
func ParsePeriod(s, kind string) (Period, error) {
	var year, week int
	if n, _ := fmt.Sscanf(s, "%4d-W%2d", &year, &week); n == 2 && len(s) == 8 {
		return isoWeek(year, week)
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		from := extract.DayOf(t)
		return Period{Monthly, from, from.AddMonths(1)}, nil
	}
	to, err := extract.ParseDay(s)
	if err != nil {
		return Period{}, fmt.Errorf("period %q: want a month 2026-10, a week 2026-W40 or an as-of day 2026-11-01", s)
	}
	return Ending(to, kind), nil
}

// Ending returns the period of a kind that ends before the as-of day. A monthly
// report as of a day inside a month is about the month so far.
func Ending(asOf Day, kind string) Period {
	switch {
	case kind == Weekly:
		return Period{Weekly, asOf - 7, asOf}
	case asOf == asOf.Month():
		return Period{Monthly, asOf.AddMonths(-1), asOf}
	default:
		return Period{Daily, asOf.Month(), asOf}
	}
}

// LastFinished returns the last period of a kind that has ended by a day. Weeks
// begin on weekStart.
func LastFinished(today Day, kind string, weekStart time.Weekday) Period {
	if kind == Weekly {
		return Ending(today-Day((today.Time().Weekday()-weekStart+7)%7), kind)
	}
	return Ending(today.Month(), kind)
}

// PeriodOf returns the period that Key wrote.
func PeriodOf(key string) (Period, error) {
	for prefix, kind := range map[string]string{"week-to-": Weekly, "to-": Daily} {
		if to, ok := strings.CutPrefix(key, prefix); ok {
			day, err := extract.ParseDay(to)
			return Ending(day, kind), err
		}
	}
	return ParsePeriod(key, Monthly)
}

func isoWeek(year, week int) (Period, error) {
	fourth := extract.Date(year, time.January, 4) // always in week 1
	monday := fourth - Day((int(fourth.Time().Weekday())+6)%7) + Day(7*(week-1))
	if y, w := monday.Time().ISOWeek(); week < 1 || y != year || w != week {
		return Period{}, fmt.Errorf("period %04d-W%02d: the year has no such week", year, week)
	}
	return Period{Weekly, monday, monday + 7}, nil
}

// Previous returns the preceding period of the same kind.
func (p Period) Previous() Period {
	switch p.Kind {
	case Monthly:
		return Period{p.Kind, p.From.AddMonths(-1), p.From}
	default:
		return Period{p.Kind, p.From - (p.To - p.From), p.From}
	}
}

// isISO reports whether a week begins on Monday, as numbered weeks do. Others have
// no number of their own.
func (p Period) isISO() bool { return p.From.Time().Weekday() == time.Monday }

// Key returns the period as ledgers and file names write it: 2026-10, 2026-W40,
// or the as-of day. No two periods of a kind share one.
func (p Period) Key() string {
	switch {
	case p.Kind == Monthly:
		return p.From.Time().Format("2006-01")
	case p.Kind == Weekly && p.isISO():
		y, w := p.From.Time().ISOWeek()
		return fmt.Sprintf("%04d-W%02d", y, w)
	case p.Kind == Weekly:
		return "week-to-" + p.To.String()
	default:
		return "to-" + p.To.String()
	}
}

// Label returns the period in a reader's words: October 2026, or week 40 of 2026.
func (p Period) Label() string {
	switch {
	case p.Kind == Monthly:
		return p.From.Time().Format("January 2006")
	case p.Kind == Weekly && p.isISO():
		y, w := p.From.Time().ISOWeek()
		return fmt.Sprintf("week %d of %d", w, y)
	case p.Kind == Weekly:
		return "week to " + p.Last()
	default:
		return p.From.Time().Format("January 2006") + " to " + p.Last()
	}
}

// Last returns the last day of the period in a reader's words: 31 Oct 2026.
func (p Period) Last() string { return (p.To - 1).Time().Format("2 Jan 2006") }
