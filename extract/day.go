package extract

import (
	"fmt"
	"time"
)

// A Day is a calendar day of the company: the number of days since 31 December of
// the year before year 1. Zero is no day at all.
type Day int32

// An Instant is a moment: microseconds since 1970 UTC. Zero is no moment at all.
type Instant int64

const unixDay = 719_163 // 1 January 1970 as a Day

// DayOf returns the day a moment falls on in the zone it is expressed in.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Date(y, m, d)
}

// Date returns a day by its year, month and day; out-of-range values carry over
// as in time.Date.
func Date(year int, month time.Month, day int) Day {
	s := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()
	return Day(floorDiv(s, 86_400) + unixDay)
}

// ParseDay reads YYYY-MM-DD.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("day %q is not a date written YYYY-MM-DD", s)
	}
	return DayOf(t), nil
}

// Time returns midnight UTC of the day, the zero time for no day.
func (d Day) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Unix(int64(d-unixDay)*86_400, 0).UTC()
}

// Start returns the moment the day begins in a zone: midnight, or the first moment
// after it where the clocks skip midnight.
func (d Day) Start(zone *time.Location) Instant {
	y, m, day := d.Time().Date()
	t := time.Date(y, m, day, 0, 0, 0, 0, zone)
	for DayOf(t) < d { // the zone gave the evening before: step over the gap
		t = t.Add(15 * time.Minute)
	}
	return InstantOf(t)
}

// String returns YYYY-MM-DD, nothing for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Month returns the first day of the month the day lies in.
func (d Day) Month() Day {
	y, m, _ := d.Time().Date()
	return Date(y, m, 1)
}

// AddMonths returns the same day n months later, the last of the month where that
// month is shorter.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Time().Date()
	last := Date(y, m+time.Month(n)+1, 0)
	return min(Date(y, m+time.Month(n), 1)+Day(day-1), last)
}

// InstantOf returns a time as an Instant, zero for the zero time.
func InstantOf(t time.Time) Instant {
	if t.IsZero() {
		return 0
	}
	return Instant(t.UnixMicro())
}

// Time returns the moment in UTC, the zero time for none.
func (i Instant) Time() time.Time {
	if i == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(i)).UTC()
}

// Day returns the day the moment falls on in a zone, none for none.
func (i Instant) Day(zone *time.Location) Day {
	if i == 0 {
		return 0
	}
	return DayOf(i.Time().In(zone))
}

// String returns the moment as RFC 3339 in UTC, nothing for none.
func (i Instant) String() string {
	if i == 0 {
		return ""
	}
	return i.Time().Format(time.RFC3339Nano)
}

// Minute writes a moment for people who cannot be asked by whose clock they live.
func (i Instant) Minute() string {
	if i == 0 {
		return ""
	}
	return i.Time().UTC().Format("2006-01-02 15:04 MST")
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
