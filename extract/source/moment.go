package source

import (
	"clientele/extract"
)

// Reasons a date is refused for.
const (
	notDate   = "is not a date we know: write it as YYYY-MM-DD in the mapping, with STR_TO_DATE (MySQL) or substr (SQLite)"
	noSuchDay = "is no day of the calendar"
	noTime    = "has a time of day we cannot read"
	dayMonth  = "may be day/month or month/day: use STR_TO_DATE (MySQL) or substr (SQLite) in the mapping"
	noMoment  = "is a number that is no plausible moment: FROM_UNIXTIME (MySQL) or datetime(x, 'unixepoch') (SQLite) in the mapping"
	dayNumber = "is a number, not a date: DATE(FROM_UNIXTIME(x)) (MySQL) or date(x, 'unixepoch') (SQLite) in the mapping"
)

// A stamp is what a text says about a moment, before any zone is applied.
type stamp struct {
	day    extract.Day // zero: no date at all
	micros int64       // of the day
	timed  bool        // a time of day is given
	zoned  bool        // an offset is given
	offset int64       // seconds east of Greenwich
	unix   bool        // a count of seconds: moment holds it
	moment extract.Instant
}

// parseStamp reads a date, with or without time and offset, from trimmed,
// non-empty text.
func parseStamp(b []byte) (stamp, string) {
	if s, ok := parseISO(b); ok {
		return s, ""
	}
	if digits(b) == len(b) {
		return parseDigits(b)
	}
	p := scanner{b: b}
	s, reason := p.date()
	if reason != "" {
		return stamp{}, reason
	}
	if p.done() {
		return s, ""
	}
	if !p.clock(&s) {
		return stamp{}, noTime
	}
	if s.day == 0 {
		return stamp{}, ""
	}
	return s, ""
}

// parseDigits reads YYYYMMDD, YYYYMMDDHHMMSS and unix seconds or milliseconds
// between 1973 and 2100.
func parseDigits(b []byte) (stamp, string) {
	if len(b) > 16 {
		return stamp{}, noMoment
	}
	v := atoi(b)
	switch {
	case v == 0:
		return stamp{}, ""
	case len(b) == 8:
		day, reason := calendar(v/10_000, v/100%100, v%100)
		return stamp{day: day}, reason
	case len(b) == 14:
		return parseCompact(v)
	case v >= 100_000_000 && v < 4_102_444_800:
		return stamp{unix: true, moment: extract.Instant(v * 1_000_000)}, ""
	case v >= 100_000_000_000 && v < 4_102_444_800_000:
		return stamp{unix: true, moment: extract.Instant(v * 1_000)}, ""
	}
	return stamp{}, noMoment
}

func parseCompact(v int64) (stamp, string) {
	d, c := v/1_000_000, v%1_000_000
	day, reason := calendar(d/10_000, d/100%100, d%100)
	micros, ok := timeOfDay(c/10_000, c/100%100, c%100, 0)
	if reason == "" && !ok {
		reason = noTime
	}
	if reason != "" || day == 0 {
		return stamp{}, reason
	}
	return stamp{day: day, micros: micros, timed: true}, ""
}

// calendar returns a day, none for the zero dates of databases and programs.
func calendar(y, m, d int64) (extract.Day, string) {
	if y == 0 && m == 0 && d == 0 || y == 1 && m == 1 && d == 1 {
		return 0, ""
	}
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return 0, noSuchDay
	}
	return dayOf(y, m, d), ""
}

func monthDays(y, m int64) int64 {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// dayOf counts days since 31 December of the year before year 1, with years that
// begin in March so that the leap day comes last.
func dayOf(y, m, d int64) extract.Day {
	if m < 3 {
		y, m = y-1, m+12
	}
	return extract.Day(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 307 + 1)
}

func timeOfDay(h, m, s, micros int64) (int64, bool) {
	ok := h < 24 && m < 60 && s < 60
	return ((h*60+m)*60+s)*1_000_000 + micros, ok
}

func digits(b []byte) int {
	n := 0
	for n < len(b) && b[n]-'0' <= 9 {
		n++
	}
	return n
}

func atoi(b []byte) int64 {
	var v int64
	for _, c := range b {
		v = v*10 + int64(c-'0')
	}
	return v
}
